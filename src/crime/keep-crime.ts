import { boundaryVersionsOf } from '#areas/boundaries.sql.ts'
import { locatorOn, type BoundaryVersion } from '#areas/boundary.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { assignPlaces, countCrime, crimePlaces, dropMonth, saveMonth, takeCrime } from './crime.sql.ts'
import { categories, type CrimeMonth } from './street-crime.ts'

/** Which file told a month of crime, who loaded it and when. */
export type CrimeLoading = {
  readonly source: string
  /** Invented for a demonstration. */
  readonly fictional: boolean
  readonly at: Date
  readonly by: string | null
}

/**
 * Keeps months of crime in the caller's transaction, each in the place of what was known of it before, and says in which
 * neighbourhood each crime lies. It leaves no evidence: crime is not what a team did.
 */
export async function keepCrime(
  sql: Sql,
  forceId: string,
  months: readonly CrimeMonth[],
  loading: CrimeLoading,
): Promise<void> {
  await takeCrime(sql, forceId)
  const versions = await boundaryVersionsOf(sql, forceId)
  for (const month of months) await keepMonth(sql, forceId, month, { loading, versions })
}

type Setting = { readonly loading: CrimeLoading; readonly versions: readonly BoundaryVersion[] }

async function keepMonth(sql: Sql, forceId: string, { month, crimes }: CrimeMonth, { loading, versions }: Setting) {
  const locate = locatorOn(month, versions)
  const placed = crimes.map((crime) => ({ crime, neighbourhoodId: crime.location && locate(crime.location) }))
  const unknownCategories = [...new Set(crimes.map(({ category }) => category))].filter(
    (category) => !categories.includes(category),
  )
  const replaced = await dropMonth(sql, forceId, month)
  await saveMonth(sql, forceId, { month, unknownCategories, ...loading }, placed)
  await countCrime(sql, forceId, month)
  const detail = { month, crimes: crimes.length, replaced }
  await audit(sql, { at: loading.at, personId: loading.by, verb: 'import crime', about: `force/${forceId}`, detail })
}

/** Says anew in which neighbourhood each crime of a force lies, since its boundaries changed; in the caller's transaction. */
export async function placeCrimeAnew(sql: Sql, forceId: string): Promise<void> {
  await takeCrime(sql, forceId)
  const versions = await boundaryVersionsOf(sql, forceId)
  const byMonth = Map.groupBy(await crimePlaces(sql, forceId), ({ month }) => month)
  const placed = [...byMonth].flatMap(([month, places]) => placedOn(month, places, versions))
  if (placed.length === 0) return
  await assignPlaces(sql, forceId, placed)
  await countCrime(sql, forceId)
}

type Place = { readonly month: Day; readonly longitude: number; readonly latitude: number }

function placedOn(month: Day, places: readonly Place[], versions: readonly BoundaryVersion[]) {
  const locate = locatorOn(month, versions)
  return places.map((place) => ({ ...place, n: locate(place) }))
}
