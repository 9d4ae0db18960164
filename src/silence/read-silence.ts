import { teamsOf } from '#areas/areas.sql.ts'
import { outlinesOn, type Outlined } from '#areas/boundaries.sql.ts'
import type { Force, Team } from '#areas/area.ts'
import { crimeCounts, crimeTotals, type CrimeCount } from '#crime/crime.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { daysOf, monthsOf, type Period } from './period.ts'
import { gapsOf, type Comparison, type PlaceFigures } from './silence.ts'
import { concernsRecorded, engagementSpots, engagementTotals, type EngagementTotals, type Spot } from './silence.sql.ts'

/** Places with their figures, how they compare, and what a map draws of them. */
export type Silence = {
  readonly period: Period
  readonly places: readonly PlaceFigures[]
  readonly comparison: Comparison
  readonly outlines: readonly Outlined[]
  /** Months of the period of which no crime is known. */
  readonly unknownMonths: readonly Day[]
  /** Engagements whose neighbourhood nobody said. */
  readonly elsewhere: number
}

export type TeamSilence = Silence & {
  readonly counts: readonly CrimeCount[]
  readonly spots: readonly Spot[]
  readonly recordedConcerns: number
}

/** A team's neighbourhoods over whole months; `known` are the months of which the force knows crime. */
export async function readTeamSilence(
  sql: Sql,
  team: Pick<Team, 'id' | 'forceId'>,
  period: Period,
  known: readonly Day[],
): Promise<TeamSilence> {
  const days = daysOf(period)
  const [outlines, totals, spots, recordedConcerns] = await Promise.all([
    outlinesOn(sql, team.forceId, days.to, team.id),
    engagementTotals(sql, team.forceId, days, team.id),
    engagementSpots(sql, team.id, days),
    concernsRecorded(sql, team.id, days),
  ])
  const ids = outlines.map(({ id }) => id)
  const counts = await crimeCounts(sql, team.forceId, ids, period.from, period.to)
  const crimeOf = summed(counts)
  const knows = monthsOf(period).some((month) => known.includes(month))
  const places = outlines.map(({ id, name, outline, population }) => ({
    ...engagementOf(totals.filter(({ neighbourhoodId }) => neighbourhoodId === id)),
    id,
    name,
    population,
    crime: outline !== null && knows ? (crimeOf.get(id) ?? 0) : null,
  }))
  return { ...silenceOf({ period, places, outlines, known, totals, ids }), counts, spots, recordedConcerns }
}

/** A force's teams over whole months. Files that tell no crime at all in a team's whole area do not reach it. */
export async function readForceSilence(
  sql: Sql,
  force: Force,
  period: Period,
  known: readonly Day[],
): Promise<Silence> {
  const days = daysOf(period)
  const [teams, outlines, totals, crimes] = await Promise.all([
    teamsOf(sql, force.id),
    outlinesOn(sql, force.id, days.to),
    engagementTotals(sql, force.id, days),
    crimeTotals(sql, force.id, period.from, period.to),
  ])
  const crimeOf = new Map(crimes.map(({ neighbourhoodId, crimes: n }) => [neighbourhoodId, n]))
  const outlinesOf = Map.groupBy(outlines, ({ teamId }) => teamId)
  const totalsOf = Map.groupBy(totals, ({ teamId }) => teamId)
  const knows = monthsOf(period).some((month) => known.includes(month))
  const places = teams.map(({ id, name }) => {
    const own = outlinesOf.get(id) ?? []
    const isBounded = own.length > 0 && own.every(({ outline }) => outline !== null)
    const crime = own.reduce((sum, each) => sum + (crimeOf.get(each.id) ?? 0), 0)
    return {
      ...engagementOf(totalsOf.get(id) ?? []),
      id,
      name,
      population: populationOf(own),
      crime: isBounded && knows && crime > 0 ? crime : null,
    }
  })
  return silenceOf({ period, places, outlines, known, totals, ids: outlines.map(({ id }) => id) })
}

type Read = Pick<Silence, 'period' | 'places' | 'outlines'> & {
  readonly known: readonly Day[]
  readonly totals: readonly EngagementTotals[]
  readonly ids: readonly string[]
}

function silenceOf({ period, places, outlines, known, totals, ids }: Read): Silence {
  const here = new Set(ids)
  const nowhere = totals.filter(({ neighbourhoodId }) => neighbourhoodId === null || !here.has(neighbourhoodId))
  return {
    period,
    places,
    outlines,
    comparison: gapsOf(places),
    unknownMonths: monthsOf(period).filter((month) => !known.includes(month)),
    elsewhere: nowhere.reduce((sum, { engagements }) => sum + engagements, 0),
  }
}

/** Unknown figures stay unknown: only where somebody counted is there a sum. Where nothing was held, nobody was met. */
function engagementOf(totals: readonly EngagementTotals[]) {
  if (totals.length === 0) return { engagements: 0, spokeWith: 0, uncounted: 0, concerns: 0 }
  return {
    engagements: totals.reduce((sum, each) => sum + each.engagements, 0),
    spokeWith: sumKnown(totals.map(({ spokeWith }) => spokeWith)),
    uncounted: totals.reduce((sum, each) => sum + each.uncounted, 0),
    concerns: sumKnown(totals.map(({ concerns }) => concerns)),
  }
}

function sumKnown(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null)
  return known.length === 0 ? null : known.reduce((sum, figure) => sum + figure, 0)
}

/** A team's population is known only where every neighbourhood's is. */
function populationOf(outlines: readonly Outlined[]): number | null {
  const known = outlines.flatMap(({ population }) => (population === null ? [] : [population]))
  return known.length === 0 || known.length < outlines.length ? null : known.reduce((sum, n) => sum + n, 0)
}

function summed(counts: readonly CrimeCount[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { neighbourhoodId, crimes } of counts) sums.set(neighbourhoodId, (sums.get(neighbourhoodId) ?? 0) + crimes)
  return sums
}
