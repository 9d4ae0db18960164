import { foldWords } from '#platform/fold.ts'
import type { Guess } from './weighed.sql.ts'

/** A school that the register and the network know, and whose it is. */
export type SchoolPlaced = {
  readonly organisationId: string
  readonly urn: number
  readonly name: string
  readonly place: string
  readonly postcode: string | null
  readonly teamId: string
  readonly owner: string | null
}

/** A school that lies in the place of another team than keeps it, and of which. */
export type Move = SchoolPlaced & { readonly toTeam: string }

/** Known schools whose place is another team's, by the same precedence as schools that are new. */
export function movesOf(schools: readonly SchoolPlaced[], guesses: readonly Guess[]): readonly Move[] {
  const of = new Map(guesses.map((guess) => [guess.place, guess]))
  return schools.flatMap((school) => {
    const toTeam = placed(school, of)
    return toTeam === null || toTeam === school.teamId ? [] : [{ ...school, toTeam }]
  })
}

function placed({ urn, place, postcode }: SchoolPlaced, of: ReadonlyMap<string, Guess>): string | null {
  const [alone, town] = [of.get(String(urn)), of.get(foldWords(place))]
  const outcode = of.get(postcode?.split(' ')[0]?.toLowerCase() ?? '')
  if (alone) return alone.teamId
  if (town?.isSaid) return town.teamId
  return (outcode ?? town)?.teamId ?? null
}
