import { addDays, type Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { PriorityShown } from '#priorities/priorities.sql.ts'
import { fewest } from '../points.ts'

/** What of a team's pages people are asked about: how an address names it, how people call it, and where it is read. */
export const partsOfPage = [
  { slug: 'page', name: 'Neighbourhood page', path: '' },
  { slug: 'the-team', name: 'All the team', path: '/people' },
  { slug: 'priorities', name: 'Our priorities', path: '/priorities' },
  { slug: 'you-said-we-did', name: 'You said, we did', path: '/you-said-we-did' },
  { slug: 'contract', name: 'Engagement contract', path: '/contract' },
] as const

export type PartOfPage = (typeof partsOfPage)[number]

/** The part that an address names, the page itself where it names none; null where there is no such part. */
export const partOfSlug = (slug: string): PartOfPage | null =>
  partsOfPage.find((part) => part.slug === (slug === '' ? 'page' : slug)) ?? null

/** What an opinion is of: a part of the page, or a priority by its id. */
export type Of =
  | { readonly topic: 'web page'; readonly part: PartOfPage['slug'] }
  | { readonly topic: 'priorities'; readonly priorityId: string }

/** What somebody thinks of a team's page or of a priority; nothing tells who it was. */
export type Opinion = {
  readonly id: string
  readonly teamId: string
  readonly of: Of
  /** 1 to 5: did the page help, or was it the right thing to work on? */
  readonly first: number
  /** 1 to 5: is it clear, or was what the team did worth it? */
  readonly second: number
  /** Empty where nobody said anything. */
  readonly words: string
}

/** Days after a priority was closed on which people may still say what they think of it. */
export const daysOpenAfter = 90

type Course = Pick<PriorityShown, 'updatedOn' | 'closedOn'>

/** Whether people are asked about a priority: once anything was told of it, until ninety days after it was closed. */
export const isAskedAbout = (priority: Course, today: Day): boolean =>
  priority.updatedOn !== null && today <= (lastDayOf(priority) ?? today)

/** Why nobody can say what they think of a priority, in words; null where they can. */
export function notAskedBecause(priority: Course, today: Day, say: Say): string | null {
  if (isAskedAbout(priority, today)) return null
  const last = lastDayOf(priority)
  return last === null || priority.updatedOn === null
    ? say.text`We have told nothing of this yet, so there is nothing to say about it.`
    : say.text`You could say what you thought until ${say.day(last)}.`
}

const lastDayOf = ({ closedOn }: Course): Day | null => (closedOn === null ? null : addDays(closedOn, daysOpenAfter))

/** How many told their opinion, and the mean of each of the two questions to a tenth; null where nobody did. */
export type Means = { readonly answers: number; readonly first: number | null; readonly second: number | null }

/** What the public reads of the means: nothing of few answers, since somebody might be known by theirs. */
export const shownInPublic = (means: Means): Means | null => (means.answers < fewest ? null : means)
