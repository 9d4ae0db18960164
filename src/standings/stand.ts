import type { Contract } from '#contracts/contract.ts'
import type { Framework } from '#frameworks/framework.ts'
import { subjectsOf, type Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, addMonths, type Day, type Span } from '#platform/day.ts'
import { english, type Say } from '#platform/language/say.ts'
import { earlier, type Calendar } from './calendar.ts'
import { EvidenceIndex, type Evidence } from './evidence-index.ts'
import { kindsOfPromises, promisesOf, type Promised } from './promises.ts'
import { standingOf } from './standing-of.ts'
import type { Standing } from './standing.ts'
import { calendarRows, evidenceFor } from './standings.sql.ts'

/** A contract with the framework it was made under, and whose it is. */
export type Held = { readonly contract: Contract; readonly framework: Framework; readonly forceId: string }

/**
 * Every standing of a contract as at a day, by ref, from the ledger itself. `knownAt` replays what was known at an
 * instant; `only` limits the work to some promises; `say` tells why in another language.
 */
export async function stand(
  sql: Sql,
  held: Held,
  asAt: Day,
  knownAt: Date | null = null,
  only: readonly Promised[] = promisesOf(held.contract, held.framework),
  say: Say = english,
): Promise<Map<string, Standing>> {
  const { contract, forceId } = held
  const asked = askFor([contract], asAt)
  const evidence = await evidenceFor(sql, {
    ...asked,
    chains: [contract.teamId, forceId],
    kinds: kindsOfPromises(only),
    knownAt,
  })
  const subjects = await subjectsOf(sql, forceId, [contract.teamId])
  const calendars = await calendarsOf(sql, [contract.teamId], contract.span)
  return answer(
    held,
    only,
    asAt,
    [...evidence.values()].flat(),
    subjects,
    calendars.get(contract.teamId) as Calendar,
    say,
  )
}

/** Evidence of two years before the contract counts too: growth and agreements look back. */
export function askFor(contracts: readonly Contract[], asAt: Day): { from: Day; asAt: Day } {
  const first = contracts.map(({ span }) => span.from).sort()[0] as Day
  const last = contracts
    .map(({ span }) => span.to)
    .sort()
    .at(-1) as Day
  return { from: addMonths(first, -24), asAt: earlier(asAt, addDays(last, 1)) }
}

/** The standings of promises, from what was read. Pure. */
export function answer(
  { contract }: Held,
  promises: readonly Promised[],
  asAt: Day,
  evidence: readonly Evidence[],
  subjects: readonly Subject[],
  calendar: Calendar,
  say: Say = english,
): Map<string, Standing> {
  const question = {
    year: contract.span,
    asAt,
    evidence: new EvidenceIndex(evidence, earlier(asAt, addDays(contract.span.to, 1))),
    subjects,
    calendar,
    say,
  }
  return new Map(promises.map(({ ref, measures }) => [ref, standingOf(measures, question)]))
}

/** The calendars of teams in a span of days, by team: bank holidays of their force, half terms of their schools. */
export async function calendarsOf(sql: Sql, teamIds: readonly string[], span: Span): Promise<Map<string, Calendar>> {
  const rows = await calendarRows(sql, teamIds, span)
  return new Map(
    rows.map(({ teamId, timeZone, bankHolidays, halfTerms }) => [
      teamId,
      { timeZone, bankHolidays: new Set(bankHolidays), halfTerms: halfTerms.length > 0 ? halfTerms : null },
    ]),
  )
}
