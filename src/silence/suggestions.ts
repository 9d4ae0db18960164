import type { CrimeCount } from '#crime/crime.sql.ts'
import type { Method } from '#engagements/engagement.ts'
import { addMonths, type Day } from '#platform/day.ts'
import type { TeamSilence } from './read-silence.ts'
import { tellingGap } from './silence.ts'

/** An engagement that next month's calendar could hold, and why. */
export type Suggestion = {
  readonly placeId: string
  readonly place: string
  readonly method: Method
  readonly reason: string
}

/** A category that grew: the last three months of a period beside the three before. */
export type Growth = { readonly category: string; readonly before: number; readonly now: number }

const mostSuggestions = 4

type Told = Pick<TeamSilence, 'places' | 'comparison' | 'counts' | 'period' | 'unknownMonths'>

/** Where engagement is wanted most, the widest gap first, then where crime grew though no gap is told yet. */
export function suggestionsOf({ places, comparison, counts, ...months }: Told): Suggestion[] {
  const grows = (id: string) => (hasHalfYear(months) ? growthOf(counts, id, months.period.to) : null)
  const wanted = comparison.gaps
    .map((told) => ({ ...told, growth: grows(told.id) }))
    .filter(({ gap, growth }) => gap !== null && (gap >= tellingGap || (gap > 0 && growth !== null)))
    .toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0))
  return wanted.slice(0, mostSuggestions).map(({ id, crimeShare, concernShare, engagementShare, growth }) => {
    const place = places.find((one) => one.id === id)?.name ?? id
    const isConcern = (concernShare ?? 0) > (crimeShare ?? 0)
    const share = isConcern ? `${percent(concernShare)} of concerns` : `${percent(crimeShare)} of crime`
    const reason = `${share}, ${percent(engagementShare ?? 0)} of engagements${growth ? `; ${growthInWords(growth)}` : ''}`
    return { placeId: id, place, reason, method: isConcern ? 'surgery' : methodFor(growth) }
  })
}

/** A month that nobody knows is not one without crime: growth is told only where each of six months is known. */
const hasHalfYear = ({ period, unknownMonths }: Pick<Told, 'period' | 'unknownMonths'>): boolean =>
  period.from <= addMonths(period.to, -5) && unknownMonths.every((month) => month < addMonths(period.to, -5))

/** The category that grew most in a place: to at least five, and by at least half; null where none did. */
export function growthOf(counts: readonly CrimeCount[], placeId: string, last: Day): Growth | null {
  const [recent, earlier] = [addMonths(last, -2), addMonths(last, -5)]
  const byCategory = new Map<string, { before: number; now: number }>()
  for (const { neighbourhoodId, month, category, crimes } of counts) {
    if (neighbourhoodId !== placeId || month < earlier || month > last) continue
    const sum = byCategory.get(category) ?? { before: 0, now: 0 }
    byCategory.set(
      category,
      month >= recent ? { ...sum, now: sum.now + crimes } : { ...sum, before: sum.before + crimes },
    )
  }
  const grown = [...byCategory].filter(([, { before, now }]) => now >= 5 && now >= before * 1.5)
  const [most] = grown.toSorted(
    ([a, one], [b, other]) => other.now - other.before - (one.now - one.before) || (a < b ? -1 : 1),
  )
  return most ? { category: most[0], ...most[1] } : null
}

const growthInWords = ({ category, before, now }: Growth): string =>
  `${category.toLowerCase()} ${before > 0 && now >= 2 * before ? 'at least doubled' : 'rose'}, from ${before} to ${now} in three months`

/** Burglary is talked over in a watch, theft from shops inside; the rest where people pass. */
function methodFor(growth: Growth | null): Method {
  if (growth?.category === 'Burglary') return 'watch meeting'
  return growth?.category === 'Shoplifting' ? 'drop-in' : 'street corner meeting'
}

/** A share in whole percent; a trace of one is not nothing. */
export const percent = (share: number | null): string =>
  share === null ? 'unknown' : share > 0 && share < 0.5 ? 'under 1 %' : `${Math.round(share)} %`
