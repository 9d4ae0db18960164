import type { Day } from '#platform/day.ts'

/** A relationship that somebody who leaves owns, with what an introduction needs. */
export type Owned = {
  readonly id: string
  readonly subjectId: string
  readonly label: string
  readonly subjectKind: string
  readonly ended: boolean
  /** Whoever is met there; null for an organisation, or a post that nobody holds. */
  readonly name: string | null
  /** Only where they like to be reached so, and did not object. */
  readonly email: string | null
  readonly neighbourhoodIds: readonly string[]
}

/** Somebody who may own relationships, and what they own of each kind and neighbourhood. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly ownsKinds: readonly string[]
  readonly ownsNeighbourhoods: readonly string[]
}

/** One relationship with its new owner, the words of the introduction, and the day by which it is made. */
export type Passing = {
  readonly relationshipId: string
  readonly toPerson: string
  readonly draft: string
  readonly dueOn: Day
}

/** Days within which a new owner is introduced, unless another day is typed. */
export const introducedWithin = 28

/**
 * Who would take a relationship over best: whoever owns most in its neighbourhoods, then most of its kind, then whoever
 * comes first; null where nobody is there to take it.
 */
export function suggestOwner(of: Owned, candidates: readonly Candidate[]): string | null {
  const scored = candidates.map((one) => ({
    id: one.id,
    near: one.ownsNeighbourhoods.filter((id) => of.neighbourhoodIds.includes(id)).length,
    alike: one.ownsKinds.filter((kind) => kind === of.subjectKind).length,
  }))
  return scored.toSorted((a, b) => b.near - a.near || b.alike - a.alike)[0]?.id ?? null
}

/** The introduction as it is offered: what stands in braces is filled in once it is known. */
export const introductionTemplate = (from: string, team: string): string =>
  `Dear {name},

${from} has kept in touch with you for the ${team} neighbourhood policing team. From {since} {new owner} takes over, and looks forward to hearing from you. You can write to {how to reach}.

What you agreed with us stays as it is.`

type Filling = { readonly newOwner: string; readonly since: string; readonly reach: string }

/** The draft with who takes over, since when and how to reach them; the name is filled in only where it is shown or sent. */
export const filledIn = (draft: string, { newOwner, since, reach }: Filling): string =>
  draft.replaceAll('{new owner}', newOwner).replaceAll('{since}', since).replaceAll('{how to reach}', reach)

/** The words as somebody reads them. */
export const addressedTo = (draft: string, name: string | null): string =>
  draft.replaceAll('{name}', name ?? 'colleague')
