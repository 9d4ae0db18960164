import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { english, type Say } from '#platform/language/say.ts'
import type { Calendar } from '#standings/calendar.ts'
import { kindsOfPromises, promisesOf } from '#standings/promises.ts'
import { answer, askFor, calendarsOf } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { evidenceFor } from '#standings/standings.sql.ts'
import type { FrozenCalendar, FrozenChain, FrozenContent } from './freeze.ts'

/** All that frozen standings depend on. */
export type Ground = Pick<
  FrozenContent,
  'contract' | 'framework' | 'forceId' | 'asAt' | 'chains' | 'subjects' | 'calendar'
>

/** As long as these chains were, what joined them later was not known. */
type Known = Omit<Ground, 'chains'> & { readonly chains: readonly Pick<FrozenChain, 'id' | 'length'>[] }

/** What the standings of a contract depend on as at a day, beside its chains. */
export async function groundOf(
  sql: Sql,
  contract: Contract,
  forceId: string,
  asAt: Day,
): Promise<Omit<Ground, 'chains'>> {
  const { teamId, frameworkId, span } = contract
  const framework = await frameworkOfContract(sql, frameworkId)
  const subjects = await subjectsOf(sql, forceId, [teamId])
  const calendars = await calendarsOf(sql, [teamId], span)
  return { contract, framework, forceId, asAt, subjects, calendar: frozenCalendar(calendars.get(teamId) as Calendar) }
}

/**
 * Every standing of a frozen contract, by ref, from the ledger as long as its chains were: what was recorded or superseded
 * later is not seen, whatever day or clock it bears. `say` tells why in another language.
 */
export async function standFrozen(sql: Sql, ground: Known, say: Say = english): Promise<Map<string, Standing>> {
  const { contract, framework, forceId, asAt, chains, subjects, calendar } = ground
  const promises = promisesOf(contract, framework)
  const evidence = await evidenceFor(sql, {
    ...askFor([contract], asAt),
    chains: chains.map(({ id }) => id),
    kinds: kindsOfPromises(promises),
    knownAt: null,
    lengths: Object.fromEntries(chains.map(({ id, length }) => [id, length])),
  })
  const rows = [...evidence.values()].flat()
  return answer({ contract, framework, forceId }, promises, asAt, rows, subjects, thawed(calendar), say)
}

/** A calendar as it is kept in a freeze. */
const frozenCalendar = ({ timeZone, bankHolidays, halfTerms }: Calendar): FrozenCalendar => ({
  timeZone,
  bankHolidays: [...bankHolidays].sort(),
  halfTerms,
})

const thawed = ({ timeZone, bankHolidays, halfTerms }: FrozenCalendar): Calendar => ({
  timeZone,
  bankHolidays: new Set(bankHolidays),
  halfTerms,
})
