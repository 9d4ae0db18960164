import type { Day } from '#platform/day.ts'

/** The special categories of personal data that somebody may speak for (UK GDPR article 9). */
// prettier-ignore
export const sensitiveCategories = ['racial or ethnic origin', 'religion or belief', 'political opinion', 'health',
  'sexual orientation', 'sex life', 'trade union membership'] as const

/** What may be needed of them; the last needs words of its own. */
export const readingPurposes = [
  'to prepare a contact',
  'to answer what they asked',
  'to check that it is still needed',
  'to give them what is held about them',
  'another purpose',
] as const
export type ReadingPurpose = (typeof readingPurposes)[number]

/** A fact of a special category about a key individual, with the reason why it must be held at all. */
export type SensitiveFact = {
  readonly id: string
  readonly keyIndividualId: string
  readonly category: (typeof sensitiveCategories)[number]
  readonly words: string
  readonly reason: string
  readonly reviewOn: Day
}

/** Somebody opening the sensitive facts of a key individual, and what for. */
export type Reading = {
  readonly keyIndividualId: string
  readonly purpose: ReadingPurpose
  readonly words: string
}
