/** What somebody is at an engagement: of the police, a volunteer, or a Special Constable. */
export const parts = ['police', 'volunteer', 'Special Constable'] as const
export type Part = (typeof parts)[number]

/** Somebody who is to be at a planned engagement; the name stays at the desk. */
export type Assigned = {
  readonly id: string
  readonly plannedId: string
  readonly part: Part
  /** Null for a volunteer or Special Constable who is known by name alone. */
  readonly personId: string | null
  readonly name: string
  /** Null where nobody said. */
  readonly hours: number | null
}

/** Somebody to be assigned: either a person who can sign in, or a name. */
export type ToAssign = Pick<Assigned, 'part' | 'hours'> &
  ({ readonly personId: string; readonly name: null } | { readonly personId: null; readonly name: string })

/** What the people of a plan are for its record: who took part, and the hours they gave freely; null where none is known. */
export function givenFreely(assigned: readonly Pick<Assigned, 'part' | 'hours'>[]): {
  readonly volunteers: boolean
  readonly specialConstables: boolean
  readonly hours: number | null
} {
  const freely = assigned.filter(({ part }) => part !== 'police')
  const hours = freely.map((one) => one.hours).filter((known) => known !== null)
  return {
    volunteers: freely.some(({ part }) => part === 'volunteer'),
    specialConstables: freely.some(({ part }) => part === 'Special Constable'),
    hours: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0),
  }
}
