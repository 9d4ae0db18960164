import assert from 'node:assert/strict'
import test from 'node:test'
import { append } from '#ledger/append.ts'
import { transaction } from '#platform/database/database.ts'
import { saturday, wordsOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../../test/support/frozen-year.ts'
import { panel } from '../../../test/support/panel.ts'

test('a member is led to the contract as it was judged, and told how much was recorded since and which days nobody judges', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one, west, standard } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  const later = /as at 2 August 2020, with all of its evidence \(recorded since the freeze, and not judged: (\d+)\)/
  const read = async () => (await second.look(standard)).body
  assert.match(await read(), /href="\/dorset\/west\/contract\/2019\/standards\/D-2\?as-at=2020-08-02"/)
  const before = Number(later.exec(wordsOf(await read()))?.[1])
  const recording = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: saturday, by: null }
  await transaction(db, (sql) => append(sql, recording, [engagementHeld('2020-01-01', 5)]))
  assert.equal(Number(later.exec(wordsOf(await read()))?.[1]), before + 1)
  assert.doesNotMatch(wordsOf((await second.look(west)).body), /not judged/)
  await db`update contract set ends_on = '2020-09-11' where id = 'dorset/west/2019'`
  assert.match(
    wordsOf((await second.look(west)).body),
    /It was frozen 10 days before its year was over, and those days/,
  )
})
