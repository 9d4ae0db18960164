import { after } from '#measures/recurrence.ts'
import { addDays, daysBetween, weekdayOf, type Day } from '#platform/day.ts'
import type { MeetingLine } from '../meetings/meetings.sql.ts'
import type { Organisation } from '../organisation.ts'
import type { PostNow } from '../posts.sql.ts'
import type { Level } from './levels.sql.ts'
import type { Told } from './told.sql.ts'

/** A council with what a team keeps up with it: its clerk, its meetings, its councillors. */
export type Council = {
  readonly organisation: Organisation
  /** Of the council itself, and of its clerk; null where there is none yet. */
  readonly own: Level | null
  readonly clerk: Level | null
  readonly clerkName: string | null
  readonly told: Told | null
  readonly clerkTold: Told | null
  readonly councillors: readonly PostNow[]
  readonly nextMeeting: MeetingLine | null
}

/** Something that a team owes a council, and by when; null where it never happened and so is due now. */
export type NextThing = { readonly what: string; readonly by: Day | null }

/** A clerk is met, briefed and asked how we are doing every six months (R35, R02); each council is visited once a year (R37). */
const clerkMetEvery = 'P6M'
const councilVisitedEvery = 'P1Y'

/** What is due next with a council: what never happened first, then the soonest. */
export function nextThingOf({ own, clerk, told, clerkTold }: Council): NextThing {
  const things: NextThing[] = [
    ...(clerk === null ? [] : ofClerk(clerk, clerkTold)),
    { what: 'go to a meeting of it', by: dueAfter(told?.metOn, councilVisitedEvery) },
    ...(own?.nextDue ? [{ what: 'be in touch, as agreed', by: own.nextDue }] : []),
  ]
  return things.reduce((first, thing) => ((thing.by ?? '') < (first.by ?? '') ? thing : first))
}

const ofClerk = ({ nextDue }: Level, told: Told | null): NextThing[] => [
  { what: 'brief the clerk', by: dueAfter(told?.briefedOn, clerkMetEvery) },
  { what: 'ask the clerk how we are doing', by: dueAfter(told?.askedOn, clerkMetEvery) },
  ...(nextDue ? [{ what: 'call the clerk, as agreed', by: nextDue }] : []),
]

/** The day by which something is due again; null where it never was done. */
export const dueAfter = (last: Day | null | undefined, every: string): Day | null => (last ? after(last, every) : null)

/** Whole weeks that the share of weeks in touch looks back on (R39). */
export const weeksLookedAt = 26

/** The Monday from which those weeks run to the Sunday before this week. */
export const weeksBegin = (today: Day): Day => addDays(today, 1 - weekdayOf(today) - 7 * weeksLookedAt)

/** By when the next meeting falls due by the agreed rhythm, counted from the last one; null where nothing is agreed. */
export const meetingDue = ({ every, agreedOn, beganOn }: Level, metOn: Day | null): Day | null =>
  every === null ? null : after(metOn ?? agreedOn ?? beganOn, every)

/** Whether something was due before a day, or never happened. */
export const isOverdue = ({ by }: NextThing, today: Day): boolean => by === null || daysBetween(by, today) > 0
