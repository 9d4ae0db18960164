import type { Day } from '#platform/day.ts'
import type { Contact } from './contact.ts'

/** Who said that an officer may be shown; nobody may be shown without. */
export const agreements = ['by themselves', 'by their sergeant'] as const
export type Agreement = (typeof agreements)[number]

/** An officer as a team keeps them for its public page. */
export type Officer = {
  readonly id: string
  /** Who they are here, or null where they do not sign in; whoever leaves the team is no longer shown. */
  readonly personId: string | null
  readonly name: string
  readonly rank: string
  readonly bio: string
  readonly contact: Contact
  readonly contactable: boolean
  readonly place: number
  readonly shownFrom: Day
  readonly shownUntil: Day | null
  readonly neighbourhoodIds: readonly string[]
}

/** An officer with who agreed, and whether there is a photo of them. */
export type OfficerKept = Officer & {
  readonly agreed: Agreement | null
  readonly photoId: string | null
  /** The last day of who they are here, in the past or to come. */
  readonly leftOn: Day | null
  /** Who they are here works for another team now. */
  readonly moved: boolean
}

/** Why an officer is not shown on a day, in words; null where they are. */
export function whyNotShown(officer: OfficerKept, on: Day): string | null {
  if (officer.agreed === null) return 'nobody has agreed to it yet'
  if (officer.shownFrom > on) return 'their first day has not come'
  if (officer.shownUntil !== null && officer.shownUntil < on) return 'their last day has passed'
  if (officer.moved) return 'they work for another team'
  return officer.leftOn !== null && officer.leftOn < on ? 'they have left' : null
}

/** The two letters that stand where there is no photo. */
export const initialsOf = (name: string): string => {
  const words = name
    .replaceAll(/\(.*?\)/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.slice(0, 1).toUpperCase() ?? '')
    .join('')
}
