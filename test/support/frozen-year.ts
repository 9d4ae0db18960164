import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { freezeContract } from '#contract-year/freeze/freeze-contract.ts'
import { draftAgain, draftSelfEvaluation } from '#contract-year/self-evaluation/write-self-evaluation.ts'
import { newestSelfEvaluation } from '#contract-year/self-evaluation/self-evaluations.sql.ts'
import { takeContractStep } from '#contract-year/take-contract-step.ts'
import type { Commitment } from '#contracts/commitment.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { testDatabase } from './database.ts'
import { smallForce } from './force.ts'

const at = new Date('2020-09-01T12:00:00Z')
const west = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }

/** An engagement of West with this many people, with some of these communities. */
export const engagementHeld = (on: string, reached: number, communities: readonly string[] = []): Entry => ({
  kind: 'engagement held',
  happenedOn: day(on),
  quantities: { reached },
  facets: { method: 'surgery', advertised: true, ...(communities.length > 0 && { communities }) },
  source: `engagement/${on}`,
})

/** West's contract of 2019 with its evidence, given to its panel. */
export async function frozenYear(
  t: TestContext,
  more: readonly Entry[] = [],
  promised: Commitment | null = null,
): Promise<Database> {
  const db = await testDatabase(t)
  const { west: held } = await smallForce(db)
  if (promised !== null) await promise(db, promised)
  const evidence = [
    ...['2019-08', '2019-09', '2019-10', '2019-11'].map((month) => engagementHeld(`${month}-15`, 12)),
    { kind: 'contact made', happenedOn: day('2019-09-03'), subjects: ['west/clerk/a'], source: 'contact/1' },
    ...more,
  ]
  await transaction(db, (sql) => append(sql, { ...west, at, by: null }, evidence))
  const contract = (await findContract(db, west.teamId, 2019)) ?? held.contract
  const { forceId, timeZone } = west
  const standing = await contractStanding(db, { contract, forceId, timeZone, asAt: null, now: at })
  const acting = { ...west, at, person: null }
  await transaction(db, (sql) => draftSelfEvaluation(sql, { revision: null, standing }, acting))
  await transaction(db, (sql) => freezeContract(sql, { id: randomUUID(), year: 2019, revision: null }, acting))
  return db
}

/** The panel sends West's contract of 2019 back to its team. */
export const sentBack = (db: Database) =>
  transaction(db, (sql) =>
    takeContractStep(
      sql,
      { contractId: 'dorset/west/2019', step: 'send back', revision: null, reason: 'A month is missing' },
      { ...west, at, person: null },
    ),
  )

/** What was sent back, with this evidence more, drafted again and given to the panel an hour later. */
export async function frozenAnew(db: Database, more: readonly Entry[]): Promise<void> {
  const again = new Date(at.getTime() + 3_600_000)
  const acting = { ...west, at: again, person: null }
  await transaction(db, (sql) => append(sql, { ...west, at: again, by: null }, more))
  const contract = await findContract(db, west.teamId, 2019)
  const written = await newestSelfEvaluation(db, 'dorset/west/2019')
  if (contract === null || written === null) throw new RangeError('West was not frozen before')
  const { forceId, timeZone } = west
  const standing = await contractStanding(db, { contract, forceId, timeZone, asAt: null, now: again })
  await transaction(db, (sql) => draftAgain(sql, { version: written.version, standing }, acting))
  await transaction(db, (sql) => freezeContract(sql, { id: randomUUID(), year: 2019, revision: null }, acting))
}

/** One promise more, which stood in the contract from its beginning. */
const promise = (db: Database, { ref, heading, text, standards, who, measures }: Commitment) => db`
  insert into commitment (contract_id, position, ref, heading, text, standards, who, "with", measures)
  values ('dorset/west/2019', 9, ${ref}, ${heading}, ${text}, ${standards}, ${who}, '{}', ${db.json(measures)})`
