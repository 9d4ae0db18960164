import { kinds } from '#measures/kinds.ts'
import type { Day } from '#platform/day.ts'

export const tasks = kinds['volunteering done'].facets.task
export type Task = (typeof tasks)[number]

/** Somebody who gives a team their time. The name stays at the desk: the ledger knows “Engagement volunteer 3”. */
export type Volunteer = {
  readonly id: string
  readonly teamId: string
  readonly number: number
  readonly name: string
  /** Their own login; null where they have none. */
  readonly personId: string | null
  readonly skills: readonly string[]
  readonly activeFrom: Day
  readonly activeTo: Day | null
  readonly subjectId: string
}

/** Something to be done on a day, offered to volunteers. */
export type VolunteerTask = {
  readonly id: string
  readonly teamId: string
  readonly task: Task
  /** What is to be done; it names nobody and stays at the desk. */
  readonly words: string
  readonly onDay: Day
  /** Hours it is expected to take. */
  readonly hours: number
  readonly skills: readonly string[]
  /** An officer would do it otherwise. */
  readonly forAnOfficer: boolean
}

/** A task with whoever took it, and the hours that were noted. */
export type TaskLine = VolunteerTask & {
  readonly takenBy: string | null
  readonly takenByName: string | null
  readonly doneHours: number | null
}

/** Hours that somebody gave, of a task or on their own. */
export type Stint = {
  /** Chosen by the form: sent twice it is kept once. */
  readonly id: string
  readonly volunteerId: string
  readonly taskId: string | null
  readonly task: Task
  readonly doneOn: Day
  readonly hours: number
  readonly forAnOfficer: boolean
}

/** Each task as it is written on a page. */
export const taskInWords: Readonly<Record<Task, string>> = {
  pages: 'Web pages and accounts',
  newsletter: 'Newsletter',
  event: 'Help at an event',
  patrol: 'Join a patrol',
  other: 'Something else',
}

/** How a volunteer stands in the ledger. */
export const volunteerLabel = (number: number): string => `Engagement volunteer ${number}`

/** The skills a task needs that somebody does not have, however they are capitalised. */
export function skillsLacking({ skills }: VolunteerTask, volunteer: Pick<Volunteer, 'skills'>): string[] {
  const own = new Set(volunteer.skills.map((skill) => skill.toLowerCase()))
  return skills.filter((skill) => !own.has(skill.toLowerCase()))
}
