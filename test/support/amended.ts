import type { TestContext } from 'node:test'
import { addContract } from '#contracts/contracts.sql.ts'
import { contractYearRoutes } from '#contract-year/contract-year.routes.ts'
import { versionsOf } from '#contract-year/versions/versions.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import type { Route } from '#platform/http/routes.ts'
import { testDatabase } from './database.ts'
import { deskOf, formOf } from './desk.ts'
import { smallForce } from './force.ts'

export const teamId = 'dorset/west'
export const desk = `/desk/${teamId}/contract/2026`

/** West's contract of this year is in force, and an inspector sits at the desk. */
export async function inForce(t: TestContext, further: readonly Route[] = []) {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const span = { from: day('2026-08-02'), to: day('2027-08-01') }
  const contract = { ...west.contract, id: `${teamId}/2026`, year: 2026, span, completedOn: span.from }
  await transaction(db, (sql) => addContract(sql, contract, new Date('2026-08-20T09:00:00Z'), null))
  const { as, server } = await deskOf(t, [...contractYearRoutes, ...further], db)
  return { db, as, server, inspector: await as('inspector') }
}

/** Every version of that contract, the newest first. */
export const lines = async (db: Database) =>
  (await versionsOf(db, `${teamId}/2026`)).map(({ number, publishedOn, why, changes, again, withdrawnOn }) => ({
    number,
    publishedOn,
    why,
    changes,
    again,
    withdrawnOn,
  }))

export const nothing = { added: [], withdrawn: [], reworded: [], remeasured: [], contexts: 0 }

type Desk = Awaited<ReturnType<typeof inForce>>['inspector']

/** Opens a form, fills in what is told, and sends it. */
export async function amend(person: Desk, path: string, told: Readonly<Record<string, string>>) {
  const asked = await person.look(`${desk}/${path}`)
  return person.send(`${desk}/${path}`, { ...formOf(asked.body), ...told })
}
