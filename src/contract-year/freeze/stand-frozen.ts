import type { Sql } from '#platform/database/database.ts'
import type { Calendar } from '#standings/calendar.ts'
import { kindsOfPromises, promisesOf } from '#standings/promises.ts'
import { answer, askFor } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import { evidenceFor } from '#standings/standings.sql.ts'
import type { FrozenCalendar, FrozenContent } from './freeze.ts'

/** All that frozen standings depend on. */
export type Ground = Pick<
  FrozenContent,
  'contract' | 'framework' | 'forceId' | 'asAt' | 'chains' | 'subjects' | 'calendar'
>

/**
 * Every standing of a frozen contract, by ref, from the ledger as long as its chains were: what was recorded or superseded
 * later is not seen, whatever day or clock it bears.
 */
export async function standFrozen(sql: Sql, ground: Ground): Promise<Map<string, Standing>> {
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
  return answer({ contract, framework, forceId }, promises, asAt, rows, subjects, thawed(calendar))
}

/** A calendar as it is kept in a freeze. */
export const frozenCalendar = ({ timeZone, bankHolidays, halfTerms }: Calendar): FrozenCalendar => ({
  timeZone,
  bankHolidays: [...bankHolidays].sort(),
  halfTerms,
})

const thawed = ({ timeZone, bankHolidays, halfTerms }: FrozenCalendar): Calendar => ({
  timeZone,
  bankHolidays: new Set(bankHolidays),
  halfTerms,
})
