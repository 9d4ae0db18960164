/** What is known of a place, a neighbourhood or the whole area of a team, over whole months. */
export type PlaceFigures = {
  readonly id: string
  readonly name: string
  readonly engagements: number
  /** People spoken with where somebody took a figure; null where nobody ever did. */
  readonly spokeWith: number | null
  /** Engagements of which nobody took a figure. */
  readonly uncounted: number
  /** People who raised a concern at engagements; null where nobody ever counted. */
  readonly concerns: number | null
  /** Null where no boundary says what lies there, or no month of crime is known. */
  readonly crime: number | null
  readonly population: number | null
}

/** One place's shares of the whole, in percent, and its gap in points; null where they cannot be told. */
export type Gap = {
  readonly id: string
  readonly engagementShare: number | null
  readonly crimeShare: number | null
  readonly concernShare: number | null
  /** How far its share of crime, or of concerns where that is larger, is above its share of engagements. */
  readonly gap: number | null
}

export type Comparison = {
  readonly gaps: readonly Gap[]
  /** How much of engagement lies as crime does, in percent (R07): of each place the smaller share, added up. */
  readonly mirrored: number | null
  /** The same of engagement and concerns. */
  readonly concernsMirrored: number | null
}

/**
 * Only places whose crime is known are compared, so that a missing boundary is never read as a place without crime; one
 * alone has nothing to be compared with.
 */
export function gapsOf(places: readonly PlaceFigures[]): Comparison {
  const known = places.filter(({ crime }) => crime !== null)
  const compared = known.length > 1 ? known : []
  const engagement = sharesOf(compared, ({ engagements }) => engagements)
  const crime = sharesOf(compared, (place) => place.crime)
  const concern = sharesOf(compared, ({ concerns }) => concerns)
  const gaps = places.map(({ id }): Gap => {
    const told = { id, engagementShare: engagement.of(id), crimeShare: crime.of(id), concernShare: concern.of(id) }
    return { ...told, gap: gapIn(told) }
  })
  return { gaps, mirrored: overlapOf(engagement, crime), concernsMirrored: overlapOf(engagement, concern) }
}

/** A place where nobody was met at all has none of the engagement, not an unknown share of it. */
function gapIn({ engagementShare, crimeShare, concernShare }: Omit<Gap, 'gap'>): number | null {
  if (crimeShare === null) return null
  return Math.max(crimeShare, concernShare ?? 0) - (engagementShare ?? 0)
}

type Shares = { readonly all: ReadonlyMap<string, number>; readonly of: (id: string) => number | null }

function sharesOf(places: readonly PlaceFigures[], figure: (place: PlaceFigures) => number | null): Shares {
  const total = places.reduce((sum, place) => sum + (figure(place) ?? 0), 0)
  const all = new Map(total === 0 ? [] : places.map((place) => [place.id, ((figure(place) ?? 0) / total) * 100]))
  return { all, of: (id) => all.get(id) ?? null }
}

/** 100 where both lie alike, 0 where they never meet; null where either is nowhere. */
function overlapOf(one: Shares, other: Shares): number | null {
  if (one.all.size === 0 || other.all.size === 0) return null
  return [...one.all].reduce((sum, [id, share]) => sum + Math.min(share, other.of(id) ?? 0), 0)
}

/** From how many points on a gap is told as one. */
export const tellingGap = 5

/** How engagement stands beside crime and concerns in one place, as a word of the map. */
export type Level = 'silent' | 'quiet' | 'alike' | 'heard' | 'unknown'

/** The word for a gap in points. */
export function levelOf(gap: number | null): Level {
  if (gap === null) return 'unknown'
  if (gap >= 2 * tellingGap) return 'silent'
  if (gap >= tellingGap) return 'quiet'
  return gap <= -tellingGap ? 'heard' : 'alike'
}

/** Each level as people read it, with the sign that stands on the map. */
export const levels: Readonly<Record<Level, { readonly sign: string; readonly words: string }>> = {
  silent: { sign: '▲▲', words: 'far less engagement than crime or concern' },
  quiet: { sign: '▲', words: 'less engagement than crime or concern' },
  alike: { sign: '=', words: 'about as much of each' },
  heard: { sign: '▼', words: 'more engagement than crime or concern' },
  unknown: { sign: '?', words: 'cannot be told yet' },
}
