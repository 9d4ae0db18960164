import type { ToAssign } from '#engagements/planned/people/assigned-people.ts'
import { saveAssigned } from '#engagements/planned/people/assigned-people.sql.ts'
import { usualCriteria, type Answered } from '#engagements/planned/assessment/assessment.ts'
import { saveAnswers } from '#engagements/planned/assessment/assessment.sql.ts'
import { saveAdverts, savePlanned } from '#engagements/planned/planned-engagements.sql.ts'
import type { Channel, PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { datesOf, type Repeat } from '#engagements/planned/repeat/repeat.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, addMonths, startOfMonth, weekdayOf, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { locationOf } from './known-places.ts'

type Told = Pick<PlannedEngagement, 'title' | 'method' | 'place' | 'accessibility' | 'howToAsk' | 'begins' | 'ends'> &
  Partial<Pick<PlannedEngagement, 'ledBy' | 'keyEvent' | 'communities'>> & {
    readonly teamId: string
    readonly repeat: Repeat
    /** The weekday, 1 for Monday, and of each month's which: 0 for the next that comes. */
    readonly weekday: number
    readonly nth: number
    readonly channels: readonly Channel[]
    /** Who is to be there; a name is of nobody real. */
    readonly people?: readonly ToAssign[]
    /** Whether the NEO has answered the assessment criteria of it. */
    readonly assessed?: boolean
    /** Which of its dates was moved to the next day, and which was called off, counted from 0. */
    readonly moved?: { readonly date: number; readonly reason: string }
    readonly cancelled?: { readonly date: number; readonly reason: string }
  }

const asking = 'Call 101 and ask for the neighbourhood policing team.'

const westDorset = { teamId: 'dorset/west-dorset', howToAsk: asking }
const launceston = { teamId: 'devon-and-cornwall/launceston', howToAsk: asking }

const constable: ToAssign = { part: 'police', personId: fictionalPersonOf('pcso'), name: null, hours: 2 }
const volunteer: ToAssign = { part: 'volunteer', personId: fictionalPersonOf('volunteer'), name: null, hours: 2 }
const special: ToAssign = { part: 'Special Constable', personId: null, name: 'Val Fictional', hours: 1.5 }

const plans: readonly Told[] = [
  {
    ...westDorset,
    title: 'Library surgery',
    method: 'surgery',
    place: 'Bridport library',
    accessibility: 'Level entrance, seats, and a hearing loop at the desk.',
    begins: '10:30',
    ends: '12:00',
    repeat: 'week',
    weekday: 3,
    nth: 0,
    channels: ['Facebook', 'poster'],
    people: [constable],
    moved: { date: 2, reason: 'The library is closed for a day of training.' },
    cancelled: { date: 4, reason: 'The library is closed that week.' },
  },
  {
    ...westDorset,
    title: 'Saturday market',
    method: 'community event',
    place: 'Bucky Doo Square, Bridport',
    accessibility: 'In the open on level ground; parking for blue badges in South Street.',
    begins: '10:00',
    ends: '12:00',
    repeat: 'month',
    weekday: 6,
    nth: 2,
    ledBy: 'local event',
    keyEvent: true,
    channels: ['Facebook', 'Dorset Alert', 'parish notice'],
    people: [constable, volunteer, special],
    assessed: true,
  },
  {
    ...launceston,
    title: 'Coffee and a word',
    method: 'drop-in',
    place: 'Launceston Town Hall',
    accessibility: 'A ramp at the side door, and seats.',
    begins: '14:00',
    ends: '15:30',
    repeat: 'two weeks',
    weekday: 4,
    nth: 0,
    communities: ['elderly'],
    channels: ['poster', 'parish notice'],
  },
  {
    ...launceston,
    title: 'Market day',
    method: 'street corner meeting',
    place: 'The Square, Launceston',
    accessibility: 'In the open; the Square slopes.',
    begins: '09:30',
    ends: '11:30',
    repeat: 'month',
    weekday: 2,
    nth: 1,
    communities: ['farming', 'rural'],
    channels: ['Facebook'],
  },
]

const weeks = 8

/** Puts what the demonstration's teams plan for the next weeks where their own planning would have put it. */
export async function planEvents(sql: Sql, { now, today }: { readonly now: Date; readonly today: Day }): Promise<void> {
  const told = plans.map((plan) => ({ plan, dates: plannedDates(plan, now, today) }))
  await savePlanned(
    sql,
    told.flatMap(({ dates }) => dates),
    fictionalPersonOf('pcso'),
  )
  for (const { plan, dates } of told) {
    const ids = dates.map(({ id }) => id)
    const outOn = addDays(today, -10)
    for (const channel of ['web page', ...plan.channels] as const) await saveAdverts(sql, ids, { channel, outOn })
    for (const who of plan.people ?? []) await saveAssigned(sql, ids, who)
    if (plan.assessed) await saveAnswers(sql, ids, answers)
  }
}

const answers: readonly Answered[] = usualCriteria.map((question) => ({ question, met: true, note: '' }))

function plannedDates(plan: Told, now: Date, today: Day): PlannedEngagement[] {
  const dates = datesOf(plan.repeat, firstOf(plan, today), { until: addDays(today, weeks * 7), times: null })
  const { repeat, weekday: _, nth: __, channels: ___, people: ____, assessed: _____, moved, cancelled, ...told } = plan
  const name = `${plan.teamId} plans ${plan.title} ${today}`
  return (dates.ok ? dates.days : []).map((day, n) => ({
    ledBy: 'police',
    keyEvent: false,
    location: locationOf(plan.place),
    communities: [],
    ...told,
    id: identityOf(`${name} ${day}`),
    seriesId: repeat === 'once' ? null : identityOf(name),
    heldOn: n === moved?.date ? addDays(day, 1) : day,
    state: n === cancelled?.date ? 'cancelled' : 'planned',
    moved: n === moved?.date,
    sequence: n === moved?.date || n === cancelled?.date ? 1 : 0,
    reason: n === moved?.date ? moved.reason : n === cancelled?.date ? cancelled.reason : null,
    changedAt: now,
  }))
}

/** Tomorrow at the earliest, so that nothing planned is over when the demonstration is first looked at. */
function firstOf({ weekday, nth }: Told, today: Day): Day {
  const tomorrow = addDays(today, 1)
  if (nth === 0) return nextOn(tomorrow, weekday)
  const inMonth = (month: Day) => addDays(nextOn(month, weekday), 7 * (nth - 1))
  const here = inMonth(startOfMonth(today))
  return here >= tomorrow ? here : inMonth(addMonths(startOfMonth(today), 1))
}

const nextOn = (from: Day, weekday: number): Day => addDays(from, (weekday - weekdayOf(from) + 7) % 7)
