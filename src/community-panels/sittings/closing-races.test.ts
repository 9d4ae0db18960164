import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { saturday, wordsOf } from '../../../test/support/desk.ts'
import { insertRound } from '#assessments/rounds/rounds.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { closeSitting } from './close-sitting.ts'

const contractId = 'dorset/west/2019'
const sealOfNothing = createHash('sha256').update('{}').digest('hex')

test('a round that opens over a contract at the moment in which its sitting is closed keeps the sitting open', async (t) => {
  const { db, convener, one } = await communityPanel(t)
  const [opened, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const opening = transaction(db, async (sql) => {
    await insertRound(sql, roundLedBy(convener.id), saturday, convener.id)
    opened.resolve()
    await goOn.promise
  })
  await opened.promise
  const closing = convener.send(`${one}/close`, {})
  await somebodyWaits(db)
  goOn.resolve()
  await opening
  const refused = await closing
  assert.equal(refused.status, 409)
  assert.match(wordsOf(refused.body), /The round of 2019 still judges one of these contracts/)
  assert.deepEqual([...(await db`select closed_on from community_sitting`)], [{ closed_on: null }])
})

test('what was taken to be kept before a contract was handed in is not kept after it', async (t) => {
  const { db, convener, id } = await communityPanel(t)
  const acting = { personId: convener.id, at: saturday, forceId: 'dorset', timeZone: 'Europe/London' }
  const close = (frozen: string | null) =>
    transaction(db, (sql) =>
      closeSitting(sql, id, [{ contractId, ...(frozen === null ? { frozen, told: [] } : { frozen }) }], acting),
    )
  await assert.rejects(close('a'.repeat(64)), { status: 409, message: /handed in or sent back meanwhile/ })
  await db`insert into contract_course (contract_id, team_id, state) values (${contractId}, 'dorset/west', 'frozen')`
  await db`
    insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    values (gen_random_uuid(), ${contractId}, ${saturday}, '{}', sha256('{}'))`
  await assert.rejects(close(null), { status: 409 })
  await close(sealOfNothing)
  assert.deepEqual(
    [...(await db`select encode(frozen, 'hex') as frozen from community_sitting_contract`)],
    [{ frozen: sealOfNothing }],
  )
})

const roundLedBy = (chairId: string) => ({
  id: randomUUID(),
  forceId: 'dorset',
  year: 2019,
  opensOn: day('2026-11-20'),
  scoringOn: day('2026-12-01'),
  moderationOn: day('2026-12-08'),
  closesOn: day('2026-12-20'),
  grades: ['good', 'poor'],
  answerWithin: 30,
  chairId,
  memberIds: [chairId],
  contracts: [{ contractId, seed: 'x' }],
  rubric: [],
})

/** Until one connection waits for another that holds what it needs. */
async function somebodyWaits(db: Database): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await db<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (row !== undefined && row.waiting > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('Nobody waits')
}
