import { addDays, daysBetween, type Day } from '#platform/day.ts'

/** What a team's page must always tell: the sections of S7a-d and R33, each with the end of its subject's id. */
export const webSections = [
  { section: 'the team', slug: 'the-team', label: 'The team' },
  { section: 'opportunities to meet', slug: 'opportunities-to-meet', label: 'Opportunities to meet' },
  { section: 'how to contact', slug: 'how-to-contact', label: 'How to contact us' },
  { section: 'priorities', slug: 'priorities', label: 'Local policing priorities' },
  { section: 'what was done', slug: 'you-said-we-did', label: 'You said, we did' },
  { section: 'problem solving', slug: 'problem-solving', label: 'Problem solving' },
] as const

export type WebSection = (typeof webSections)[number]['section']

/** The section that an address names by its slug, or null. */
export const sectionOfSlug = (slug: string): WebSection | null =>
  webSections.find((one) => one.slug === slug)?.section ?? null

export const slugOf = (section: WebSection): string => sectionAs(section).slug
export const labelOf = (section: WebSection): string => sectionAs(section).label

const sectionAs = (section: WebSection) =>
  webSections.find((one) => one.section === section) as (typeof webSections)[number]

/** When a section was last looked at and found right, and how many days it may go without. */
export type SectionAge = {
  readonly section: WebSection
  /** Null where nobody has ever looked. */
  readonly checkedOn: Day | null
  readonly interval: number
}

/** A look at a section that found it right, named by its facet or by the end of its subject's id. */
export type Reviewed = { readonly section: string | null; readonly slug: string | null; readonly on: Day }
export type IntervalSet = { readonly section: string; readonly days: number }

/** How old each section is, by when it was looked at and how often its force asks for that. */
export const agesOf = (reviewed: readonly Reviewed[], intervals: readonly IntervalSet[]): SectionAge[] =>
  webSections.map(({ section, slug }) => {
    const days = reviewed.flatMap((row) => (row.section === section || row.slug === slug ? [row.on] : []))
    const interval = intervals.find((set) => set.section === section)?.days ?? quarter
    return { section, checkedOn: days.toSorted().at(-1) ?? null, interval }
  })

/** A quarter (R25): how many days a section may go without a look unless its force says otherwise. */
export const quarter = 90

/** Days before a section grows stale at which its owner is told, so that they mend it before the public notices. */
export const warningOf = ({ interval }: SectionAge): number => Math.min(14, Math.floor(interval / 2))

/** The last day on which a section is not stale yet (D7.3, C7.2), or null where nobody has ever looked at it. */
export const freshUntil = ({ checkedOn, interval }: SectionAge): Day | null =>
  checkedOn === null ? null : addDays(checkedOn, interval)

/** Sections that are stale or will be within the warning, the stalest first; one that nobody ever looked at is stale. */
export const growingStale = (ages: readonly SectionAge[], today: Day): SectionAge[] =>
  ages
    .filter((age) => (freshUntil(age) ?? today) <= addDays(today, warningOf(age)))
    .toSorted((a, b) => (freshUntil(a) ?? '').localeCompare(freshUntil(b) ?? ''))

/** `checked today`, `checked 12 days ago`; what nobody looked at says nothing of its age. */
export function ageInWords(checkedOn: Day, today: Day): string {
  const days = daysBetween(checkedOn, today)
  if (days <= 0) return 'checked today'
  return days === 1 ? 'checked yesterday' : `checked ${days} days ago`
}
