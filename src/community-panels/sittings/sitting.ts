import { addDays, inWords, type Day } from '#platform/day.ts'
import type { ForForce } from '#people/force-desk.ts'
import { Refusal } from '#platform/refusal.ts'

export const panels = ['community panel', 'community scrutiny forum'] as const
/** Who sits: people who speak for their communities, once a year (R47), or whoever comes to a forum (R05, R50). */
export type Panel = (typeof panels)[number]

/** One sitting of a community panel or forum over contracts of a year. */
export type Sitting = {
  readonly id: string
  readonly forceId: string
  readonly panel: Panel
  readonly year: number
  readonly heldOn: Day
  readonly place: string
  /** From this day to the last of them members vote by their links. */
  readonly opensOn: Day
  readonly closesOn: Day
  /** What may be chosen of a standard, best first. */
  readonly choices: readonly string[]
  /** What may be said of a whole contract, best first. */
  readonly grades: readonly string[]
  readonly minutes: string
  readonly closedOn: Day | null
  /** When who its members were was forgotten though nobody had closed it. */
  readonly forgottenOn: Day | null
}

/** Who brings a sitting about, and when. */
export type Convener = ForForce

export const usualChoices = ['kept its word', 'partly kept its word', 'did not keep its word'] as const
/** Always among the choices, and never counted as one of them. */
export const cannotSay = 'cannot say'

/** What each panel is asked of a whole contract, in the words of the data dictionary. */
export const questionOf = { 'community panel': 'rating', 'community scrutiny forum': 'well connected' } as const

/** The grades of a whole contract where its framework names none. */
export const usualGrades: Readonly<Record<Panel, readonly string[]>> = {
  'community panel': ['outstanding', 'good', 'requires improvement', 'inadequate'],
  'community scrutiny forum': ['yes', 'partly', 'no'],
}

/** What is wrong with the order of a sitting’s days, beside the day that comes too early. */
export function dayFaults({ opensOn, heldOn, closesOn }: Pick<Sitting, 'opensOn' | 'heldOn' | 'closesOn'>) {
  return {
    ...(heldOn < opensOn && { heldOn: `It cannot be held before votes are taken, from ${inWords(opensOn)}` }),
    ...(closesOn < heldOn && { closesOn: `Votes cannot end before it is held on ${inWords(heldOn)}` }),
  }
}

/** Whether members may vote by their links: *over* from the day after the last, *closed* once the outcome is published. */
export function votingOn({ opensOn, closesOn, closedOn }: Sitting, today: Day): 'not yet' | 'open' | 'over' | 'closed' {
  if (closedOn !== null) return 'closed'
  return today < opensOn ? 'not yet' : today > closesOn ? 'over' : 'open'
}

/** Throws a Refusal (409) unless members may vote by their links now. */
export function refuseVoting(sitting: Sitting, today: Day): void {
  const voting = votingOn(sitting, today)
  if (voting === 'not yet') throw new Refusal('Votes are not taken yet.', 409)
  if (voting !== 'open') throw new Refusal('Votes are not taken any more.', 409)
}

/** Throws a Refusal (409) where the outcome is published: nothing of it is changed any more. */
export function refuseClosed({ closedOn }: Pick<Sitting, 'closedOn'>): void {
  if (closedOn !== null)
    throw new Refusal(`This sitting was closed on ${inWords(closedOn)}, and its outcome stays.`, 409)
}

/** The last day on which links of a sitting show anything: 30 days after it is over. Then addresses are needed no more. */
export const linksEndOn = ({ closesOn, closedOn }: Pick<Sitting, 'closesOn' | 'closedOn'>): Day =>
  addDays(closedOn !== null && closedOn > closesOn ? closedOn : closesOn, 30)

/** Whether links of a sitting show nothing any more. */
export const areLinksOver = (sitting: Pick<Sitting, 'closesOn' | 'closedOn'>, today: Day): boolean =>
  today > linksEndOn(sitting)

/** Throws a Refusal (409) where it is closed, or a new link would show nothing any more. */
export function refuseLinks(sitting: Sitting, today: Day): void {
  refuseClosed(sitting)
  if (areLinksOver(sitting, today))
    throw new Refusal(
      `Links to this sitting ended on ${inWords(linksEndOn(sitting))}. Close it, and convene another.`,
      409,
    )
}
