import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  readForm,
  text,
  ticked,
  typedAsDay,
  typedList,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import type { Organisation } from '../organisation.ts'
import { dayTyped, idTyped, impossibleDay } from '../typed-parts.ts'
import type { ActionLine } from './meeting-actions.sql.ts'
import { takesReports, waysToTakePart, type Meeting, type MeetingAction } from './meeting.ts'
import type { MeetingLine } from './meetings.sql.ts'

const heldOn = typedAsDay({ missing: 'Enter the day of the meeting', impossible: impossibleDay })
const title = text({ missing: 'Enter what the meeting is called', max: 150 })
const planForm = z.object({ id: idTyped, title, heldOn })
const recordForm = planForm.extend({
  came: oneOf(waysToTakePart, 'Say how we took part'),
  withNeo: ticked(),
  withClerk: ticked(),
  firstHourWithNeos: ticked(),
  minutes: optionalText({ max: 20_000 }),
})

type Setting = {
  readonly teamId: string
  readonly organisation: Organisation | null
  readonly today: Day
  /** The ids of those of the force who may have been there. */
  readonly people: readonly string[]
}

/** A meeting that is still to come, as the form tells of it, or every mistake in it. */
export function readPlan(form: FormValues, { teamId, organisation, today }: Setting): FormResult<Meeting> {
  const read = readForm(planForm, form)
  if (!read.ok) return read
  if (read.value.heldOn < today)
    return wrong(form, { heldOn: `${inWords(read.value.heldOn)} is over: record the meeting instead` })
  return { ok: true, value: { ...read.value, ...nothingYet, teamId, organisationId: organisation?.id ?? null } }
}

const nothingYet = {
  state: 'planned',
  came: null,
  withNeo: false,
  withClerk: false,
  firstHourWithNeos: false,
  minutes: '',
  personIds: [],
} as const

/** What happened at a meeting, as the form tells of it, or every mistake in it. */
export function readMeeting(form: FormValues, { teamId, organisation, today, people }: Setting): FormResult<Meeting> {
  const read = readForm(recordForm, form)
  if (!read.ok) return read
  const personIds = [...new Set(typedList(form, 'people'))].filter((id) => people.includes(id))
  const state = 'held' as const
  const meeting = { ...read.value, state, teamId, organisationId: organisation?.id ?? null, personIds }
  const errors = meetingFaults(meeting, organisation, today)
  if (Object.keys(errors).length > 0) return wrong(form, errors)
  return { ok: true, value: meeting }
}

function meetingFaults(
  { heldOn, came, firstHourWithNeos, withClerk, personIds }: Meeting,
  of: Organisation | null,
  today: Day,
) {
  const isReport = came === 'written report'
  return {
    ...(heldOn > today ? { heldOn: `${inWords(heldOn)} has not come yet: plan the meeting instead` } : {}),
    ...(isReport && !takesReports(of?.kind ?? null)
      ? { came: 'A written report stands for being there at a council alone' }
      : {}),
    ...(came !== 'there' && personIds.length > 0 ? { people: 'You said that nobody of us was there' } : {}),
    ...(came !== 'there' && withClerk ? { withClerk: 'You said that nobody of us was there' } : {}),
    ...(withClerk && !takesReports(of?.kind ?? null) ? { withClerk: 'Only a council has a clerk' } : {}),
    ...(came !== 'there' && firstHourWithNeos ? { firstHourWithNeos: 'You said that nobody of us was there' } : {}),
  }
}

/** Why a record is put right or withdrawn, or the mistake in it. */
export const readReason = (form: FormValues): FormResult<{ reason: string }> =>
  readForm(z.object({ reason: text({ missing: 'Enter why', max: 500 }) }), form)

const actionForm = z.object({
  id: idTyped,
  words: text({ missing: 'Enter what is to be done', max: 500 }),
  owner: optionalText(),
  partner: optionalText({ max: 100 }),
  dueOn: typedAsDay({ missing: 'Enter by when it is due', impossible: impossibleDay }),
})

/** Something a meeting agreed, as the form tells of it, or every mistake in it; it has one owner. */
export function readAction(
  form: FormValues,
  meeting: MeetingLine,
  people: readonly string[],
): FormResult<MeetingAction> {
  const read = readForm(actionForm, form)
  if (!read.ok) return read
  const { id, words, owner, partner, dueOn } = read.value
  const ownerId = people.includes(owner) ? owner : null
  if ((ownerId === null) === (partner === ''))
    return wrong(form, { owner: 'Say who does it: one of us, or a partner, not both' })
  if (dueOn < meeting.heldOn) return wrong(form, { dueOn: 'It is due before the meeting was held' })
  const { id: meetingId, teamId } = meeting
  return { ok: true, value: { id, meetingId, teamId, words, ownerId, partner: partner || null, dueOn } }
}

/** The day on which an action was done, today unless the form says otherwise, or the mistake in it. */
export function readDone(form: FormValues, { heldOn }: ActionLine, today: Day): FormResult<Day> {
  const read = readForm(
    z.object({ on: typedAsDay({ missing: 'Enter when it was done', impossible: impossibleDay }) }),
    form,
  )
  if (!read.ok) return read
  const { on } = read.value
  if (on > today) return wrong(form, { on: `${inWords(on)} has not come yet` })
  if (on < heldOn) return wrong(form, { on: `It was only agreed on ${inWords(heldOn)}` })
  return { ok: true, value: on }
}

const wrong = (values: FormValues, errors: Readonly<Record<string, string>>) => ({ ok: false as const, errors, values })

/** A meeting as the form shows it. */
export const asTyped = (meeting: MeetingLine): FormValues => ({
  title: meeting.title,
  came: meeting.came ?? '',
  minutes: meeting.minutes,
  withNeo: meeting.withNeo ? 'yes' : '',
  withClerk: meeting.withClerk ? 'yes' : '',
  firstHourWithNeos: meeting.firstHourWithNeos ? 'yes' : '',
  people: meeting.personIds,
  ...dayTyped('heldOn', meeting.heldOn),
})
