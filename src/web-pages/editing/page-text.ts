import type { Day } from '#platform/day.ts'
import type { WebSection } from '../facts/section.ts'

/** The sections of a team's page that have words of its own. */
export const textSections = [
  'the team',
  'how to contact',
  'opportunities to meet',
  'problem solving',
  'where to find more',
] as const

export type TextSection = (typeof textSections)[number]

/** Each section as its page is headed, and as its address names it. */
export const sectionInWords: Readonly<Record<TextSection, string>> = {
  'the team': 'The team',
  'how to contact': 'How to contact us',
  'opportunities to meet': 'Opportunities to meet us',
  'problem solving': 'What we do with others',
  'where to find more': 'Where to find more',
}

export const textSectionSlug = (section: TextSection): string => section.replaceAll(' ', '-')

export const textSectionOfSlug = (slug: string): TextSection | null =>
  textSections.find((section) => textSectionSlug(section) === slug) ?? null

/** The section of S7a-d and R33 that a text belongs to; further reading belongs to none. */
export const webSectionOf = (section: TextSection | null): WebSection | null =>
  section === 'where to find more' ? null : section

/** How a text is called at the desk: its section, or the title of the news. */
export const nameOf = ({ section, title }: { readonly section: TextSection | null; readonly title: string }): string =>
  section === null ? title : sectionInWords[section]

/** How a text is found: a section by its slug, news by its id. */
export const addressOf = ({ id, teamId, section }: Pick<PageText, 'id' | 'teamId' | 'section'>): string =>
  `/desk/${teamId}/page/texts/${section === null ? id : textSectionSlug(section)}`

/** The most characters that a text may have. */
export const longestText = 4_000

/** The words of a section, or one news item. */
export type PageText = {
  readonly id: string
  readonly teamId: string
  /** Null for a news item. */
  readonly section: TextSection | null
  readonly takenDownAt: Date | null
  readonly takenDownWhy: string
}

/**
 * What became of a version: it waits for an officer, was sent back, was replaced by a later one before anybody decided, is
 * published (perhaps from a later time on), or was called off before that time came.
 */
export type VersionState = 'waiting' | 'sent back' | 'replaced' | 'published' | 'called off'

/** One version of a text; the words of none are ever changed. */
export type Version = {
  readonly id: string
  readonly textId: string
  /** From 1 on, in the order of writing. */
  readonly number: number
  /** Of a news item; empty for a section. */
  readonly title: string
  /** Restricted Markdown, as `markup.ts` reads it. */
  readonly words: string
  readonly why: string
  /** From when its writer would have it shown; null for at once. */
  readonly wishedFrom: Date | null
  /** The last day on which news is shown; null where it stays. */
  readonly lastDay: Day | null
  /** The role of whoever wrote it, for the ledger, which knows no names. */
  readonly role: string
  readonly onPhone: boolean
  readonly writtenAt: Date
  readonly writtenBy: string
  readonly state: VersionState
  readonly decidedAt: Date | null
  readonly sentBackWith: string
  readonly showsFrom: Date | null
  readonly showsUntil: Date | null
  readonly saysCurrent: boolean
}

/** A version with the names of those who wrote it and decided on it, for the desk. */
export type VersionLine = Version & { readonly writer: string; readonly decider: string | null }

/** How a version stands at an instant, in words for the desk. */
export function stateInWords(version: Version, shownNumber: number | null, now: Date): string {
  if (version.state === 'waiting') return 'Waits for an officer'
  if (version.state === 'sent back') return 'Sent back'
  if (version.state === 'replaced') return 'Written anew before it was published'
  if (version.state === 'called off') return 'Called off before it was shown'
  if (version.number === shownNumber) return 'What the public reads'
  return version.showsFrom !== null && version.showsFrom > now ? 'Published from a later time on' : 'Was published'
}
