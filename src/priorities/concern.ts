import type { Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'

export const sources = ['event', 'contact', 'form', 'feedback', 'opinion', 'reply'] as const
/** How a concern came in. */
export type ConcernSource = (typeof sources)[number]

export const decisions = ['priority', 'new priority', 'answered', 'not ours', 'nothing'] as const
/** What becomes of a concern when somebody looks at it. */
export type Decision = (typeof decisions)[number]

/** Something people said that matters to them, whichever way it came in, with what was decided of it. */
export type Concern = {
  readonly id: string
  readonly source: ConcernSource
  readonly teamId: string
  /** Null once they were erased. */
  readonly words: string | null
  readonly raisedOn: Day
  readonly place: string
  readonly neighbourhoodId: string | null
  readonly neighbourhood: string | null
  /** The engagement's title, whom of the network it came from, or what an opinion was of; null for the form and for replies. */
  readonly title: string | null
  /** The engagement or the relationship it came from; for feedback, the planned engagement, for an opinion, the priority. */
  readonly fromId: string | null
  /** Who raised it, as the ledger names them; null for the public. */
  readonly subjectId: string | null
  /** Whether somebody left an address for the answer and was not told yet; they are once they say yes to it. */
  readonly waitsForMail: boolean
  /** Null while nobody has decided. */
  readonly decision: Exclude<Decision, 'new priority'> | null
  readonly decidedOn: Day | null
  readonly decidedWords: string | null
  readonly priorityId: string | null
  readonly priorityTitle: string | null
}

/** After so many days a concern that nobody decided on stands in This week. */
export const daysToDecide = 7
/** Days after an answer on which the address it went to is forgotten, and on which they may say that it is not fixed. */
export const daysAfterAnswer = 30
/** Days after which an address that was never used is forgotten. */
export const daysUnanswered = 365
/** Fewer people than this are not counted in public: a number could point at somebody. */
export const fewestCounted = 5

/** How many raised it, for the public; null where nobody did. */
export function raisedByInWords(people: number, say: Say): string | null {
  if (people === 0) return null
  const counted = { one: '{n} person', other: '{n} people' }
  return people < fewestCounted ? say.text`fewer than ${say.count(fewestCounted, counted)}` : say.count(people, counted)
}
