import type { Role } from '#people/person.ts'
import { daysBetween, type Day } from '#platform/day.ts'

export const levels = ['owner', 'inspector', 'senior management', 'panel'] as const
/** Who is told that a recommendation is overdue, from the nearest to the furthest. */
export type Level = (typeof levels)[number]

/**
 * After how many days each is told: the owner at once; the Inspector after a week, which is what “This week” can mend; senior
 * management after three, which leaves two for the Inspector to act; the panel after six, within its usual clock of eight.
 */
const after: Readonly<Record<Level, number>> = { owner: 0, inspector: 7, 'senior management': 21, panel: 42 }

/** Who fills a level; the owner is one person, and of the panel those who have no conflict with the team. */
export const rolesOf: Readonly<Record<Level, readonly Role[]>> = {
  owner: [],
  inspector: ['inspector'],
  'senior management': ['smt', 'force-lead'],
  panel: ['opcc'],
}

/** Who must have been told by a day of what is overdue since another; nobody of what is not overdue. */
export const levelsDue = (overdueSince: Day | null, on: Day): Level[] =>
  overdueSince === null ? [] : levels.filter((level) => daysBetween(overdueSince, on) >= after[level])

/** Each level as somebody who was told. */
export const levelInWords: Readonly<Record<Level, string>> = {
  owner: 'The owner',
  inspector: 'The Inspector',
  'senior management': 'Senior management',
  panel: 'The panel',
}

export const isLevel = (text: string): text is Level => levels.some((level) => level === text)
