import type { Team } from '#areas/area.ts'
import type { Contract } from './contract.ts'
import { findContract } from './contracts.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { parseDay, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'

/** The team’s contract of the year an address names. Throws a Refusal (404) in words where there is none. */
export async function contractNamed(sql: Sql, team: Team, year: string): Promise<Contract> {
  const contract = /^\d{4}$/.test(year) ? await findContract(sql, team.id, Number(year)) : null
  if (!contract) throw new Refusal(`The team ${team.name} has no contract for “${year}”.`, 404)
  return contract
}

/** The day an address asks for, or null where it asks for none. Throws a Refusal (400) where it is not a day. */
export function dayAsked(given: string | readonly string[] | undefined): Day | null {
  if (given === undefined || given === '') return null
  const asked = typeof given === 'string' ? parseDay(given) : null
  if (asked === null || asked < '2000-01-01' || asked > '2100-12-31')
    throw new Refusal(`“${String(given)}” is not a day: write it as 2019-12-31, between 2000 and 2100.`, 400)
  return asked
}
