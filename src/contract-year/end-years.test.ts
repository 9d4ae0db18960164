import assert from 'node:assert/strict'
import test from 'node:test'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { testDatabase } from '../../test/support/database.ts'
import { saturday } from '../../test/support/desk.ts'
import { smallForce } from '../../test/support/force.ts'
import { endYears } from './end-years.ts'
import { takeContractStep } from './take-contract-step.ts'

const acting = { at: saturday, forceId: 'dorset', timeZone: 'Europe/London' }
const judged = ['west', 'east'].map((slug) => ({ contractId: `dorset/${slug}/2019`, teamId: `dorset/${slug}` }))
const another = { contractId: 'dorset/west/2018', teamId: 'dorset/west' }

/** All that some work leaves of contracts, their steps and the audit, without keeping it. */
async function leftBy(db: Database, work: (sql: Sql) => Promise<unknown>) {
  const left: unknown[] = []
  const undone = new Error('Only looked at')
  await transaction(db, async (sql) => {
    await work(sql)
    left.push(
      [...(await sql`select * from contract_course order by contract_id`)],
      [...(await sql`select to_jsonb(s) - 'id' as row from contract_step s order by s.id`)],
      [...(await sql`select to_jsonb(a) - 'id' as row from audit a order by a.id`)],
      [...(await sql`select about from page_revision order by about`)],
    )
    throw undone
  }).catch((fault: unknown) => assert.equal(fault, undone))
  return left
}

test('a whole round’s years end as each contract’s year ends alone, row by row; what no panel has goes on', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  const [owner] = await db<{ id: string }[]>`
    insert into person (id, name, email, role, force_id) values (gen_random_uuid(), 'A', 'a@example.org', 'inspector', 'dorset') returning id`
  await db`
    insert into contract_course (contract_id, team_id, state, revision, owner_id, due_on)
    values ('dorset/west/2019', 'dorset/west', 'frozen', 6, ${owner?.id ?? null}, '2026-12-01'),
      ('dorset/east/2019', 'dorset/east', 'frozen', 9, null, null), ('dorset/west/2018', 'dorset/west', 'in force', 3, null, null)`
  const oneByOne = await leftBy(db, async (sql) => {
    for (const { contractId, teamId } of judged.toReversed())
      for (const step of ['rate', 'close'] as const)
        await takeContractStep(sql, { contractId, step, revision: null }, { ...acting, teamId, person: null })
  })
  const atOnce = await leftBy(db, (sql) => endYears(sql, [...judged, another], acting))
  assert.deepEqual(atOnce, oneByOne)
  const [courses] = atOnce as [{ contract_id: string; state: string; revision: number; owner_id: string | null }[]]
  assert.deepEqual(
    courses.map(({ contract_id: id, state, revision, owner_id: by }) => [id, state, revision, by]),
    [
      ['dorset/east/2019', 'closed', 11, null],
      ['dorset/west/2018', 'in force', 3, null],
      ['dorset/west/2019', 'closed', 8, null],
    ],
  )
})
