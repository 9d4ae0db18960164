import assert from 'node:assert/strict'
import test from 'node:test'
import { append } from '#ledger/append.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { wordsOf } from '../../test/support/desk.ts'
import { engagementHeld, frozenYear } from '../../test/support/frozen-year.ts'
import { panel, score } from '../../test/support/panel.ts'

const taken = async (db: Database): Promise<string[]> =>
  (await db<{ id: string }[]>`select distinct contract_id as id from round_pack order by 1`).map(({ id }) => id)

test('what was frozen is drawn when a member first opens it, the same for each, and evidence that comes later is not in it', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, third, open, one } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  assert.deepEqual(await taken(db), ['dorset/east/2019'], 'what nobody froze is taken at once')
  assert.match(wordsOf((await chair.look(one)).body), /West/)
  const at = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: new Date(), by: null }
  await transaction(db, (sql) => append(sql, at, [engagementHeld('2020-02-15', 12)]))
  const [early, late] = [await second.look(`${one}/west/standards/D-2`), await third.look(`${one}/west/standards/D-2`)]
  const told = (body: string) => wordsOf(body).replaceAll(/The opcc\w*/g, '')
  assert.equal(early.status, 200)
  assert.equal(told(late.body), told(early.body))
  assert.match(told(early.body), /4 entries|of 4/)
  const packs = await db<{ entries: number; frozen: string | null }[]>`
    select (pack -> 'drawnFrom')::int as entries, pack ->> 'frozen' as frozen from round_pack where contract_id = 'dorset/west/2019'`
  const [freeze] = await db<{ hash: string }[]>`select encode(hash, 'hex') as hash from contract_freeze`
  assert.deepEqual([...packs], [{ entries: 4, frozen: freeze?.hash }])
  assert.deepEqual(await taken(db), ['dorset/east/2019', 'dorset/west/2019'])
})

test('a member who scores a frozen contract without having opened it scores by its pack', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  assert.equal((await second.send(`${one}/west/standards/D-2`, score)).status, 303)
  assert.deepEqual(await taken(db), ['dorset/east/2019', 'dorset/west/2019'])
})

test('whoever has a conflict draws nothing of the team', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one } = await panel(t, db)
  await open()
  await second.send(`${one}/west/conflict`, { why: 'My brother leads it' })
  await chair.send(`${one}/begin-scoring`, {})
  assert.equal((await second.look(`${one}/west/standards/D-2`)).status, 403)
  assert.deepEqual(await taken(db), ['dorset/east/2019'])
})
