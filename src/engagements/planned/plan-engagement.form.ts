import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  readForm,
  someOf,
  text,
  ticked,
  typedAsDay,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import { clockTime } from '../clock-time.ts'
import { communities, methods } from '../engagement.ts'
import { idOf } from '../held/engagement.form.ts'
import { channels, clockAt, type Advert, type PlannedEngagement } from './planned-engagement.ts'
import type { Move } from './plan-engagements.ts'
import { datesOf, mostMonths, repeats } from './repeat.ts'

const impossible = 'Enter a real day, such as 14 3 2027'
const when = {
  heldOn: typedAsDay({ missing: 'Enter the day', impossible }),
  begins: text({ missing: 'Enter when it begins', max: 20 }),
  ends: text({ missing: 'Enter when it ends', max: 20 }),
  place: text({ missing: 'Enter where it will be held', max: 150 }),
}

const planForm = z.object({
  title: text({ missing: 'Enter what it will be', max: 150 }),
  method: oneOf(methods, 'Choose how you will meet people'),
  ...when,
  accessibility: optionalText({ max: 400 }),
  howToAsk: optionalText({ max: 200 }),
  repeat: oneOf(repeats, 'Choose how often'),
  rule: optionalText({ max: 300 }),
  until: optionalDay(impossible),
  times: optionalWholeNumber({ wrong: 'Enter a whole number, such as 10', min: 1 }),
  ledBy: z.preprocess((given) => (given === 'local event' ? given : 'police'), z.enum(['police', 'local event'])),
  keyEvent: ticked(),
  communities: someOf(communities),
})

/** Whose plan it is, and when it is sent. */
export type PlanSetting = {
  readonly teamId: string
  readonly timeZone: string
  readonly now: Date
  readonly today: Day
}

type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: FieldErrors }

/** A plan with every date it gives, the first with the id of the form, or every mistake in it. */
export function readPlan(
  form: FormValues,
  setting: PlanSetting,
): Read<readonly [PlannedEngagement, ...PlannedEngagement[]]> {
  const read = readForm(planForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { repeat, rule, until, times, heldOn, howToAsk, ...told } = read.value
  const time = timeOf(read.value, setting)
  const dates = datesOf(repeat, heldOn, { until, times }, rule)
  const errors = { ...time.errors, ...(dates.ok ? {} : { [dates.field]: dates.fault }) }
  if (Object.keys(errors).length > 0 || !dates.ok) return { ok: false, errors }
  const id = idOf(form)
  const plannedOn = (day: Day, n: number): PlannedEngagement => ({
    ...told,
    ...time.value,
    id: n === 0 ? id : randomUUID(),
    location: null,
    seriesId: repeat === 'once' ? null : id,
    teamId: setting.teamId,
    howToAsk: howToAsk === '' ? null : howToAsk,
    heldOn: day,
    state: 'planned',
    moved: false,
    sequence: 0,
    reason: null,
    changedAt: setting.now,
  })
  const [first = heldOn, ...others] = dates.days
  return { ok: true, value: [plannedOn(first, 0), ...others.map((day, n) => plannedOn(day, n + 1))] }
}

const moveForm = z.object({ ...when, reason: optionalText({ max: 200 }) })

/** Where one date is moved to, or every mistake in it. */
export function readMove(form: FormValues, setting: PlanSetting): Read<Move> {
  const read = readForm(moveForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { value, errors } = timeOf(read.value, setting)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { heldOn, place, reason } = read.value
  return { ok: true, value: { ...value, heldOn, place, reason: reason === '' ? null : reason } }
}

type Typed = { readonly heldOn: Day; readonly begins: string; readonly ends: string }

function timeOf({ heldOn, begins, ends }: Typed, setting: PlanSetting) {
  const value = { begins: clockTime(begins) ?? '', ends: clockTime(ends) ?? '' }
  const unclear = 'Enter a time such as 14:30 or 2.30pm'
  const errors: FieldErrors = {
    ...(value.begins === '' ? { begins: unclear } : {}),
    ...(value.ends === '' ? { ends: unclear } : {}),
    ...(value.begins !== '' && value.ends !== '' && value.ends <= value.begins
      ? { ends: `It ends before it begins, at ${value.begins}: plan what goes on past midnight as two` }
      : {}),
    ...dayFault(heldOn, value.begins, setting),
  }
  return { value, errors }
}

function dayFault(heldOn: Day, begins: string, { now, today, timeZone }: PlanSetting): FieldErrors {
  if (heldOn < today) return { heldOn: `${inWords(heldOn)} is over: record an engagement that was held` }
  if (heldOn > addMonths(today, mostMonths)) return { heldOn: 'Plan no more than three years ahead' }
  const isOver = heldOn === today && begins !== '' && begins < clockAt(now, timeZone)
  return isOver ? { begins: `${begins} is over today: record an engagement that was held` } : {}
}

const cancelForm = z.object({ why: text({ missing: 'Enter why, for those who meant to come', max: 200 }) })

/** Why a date is cancelled, or the mistake in it. */
export function readCancelling(form: FormValues): Read<string> {
  const read = readForm(cancelForm, form)
  return read.ok ? { ok: true, value: read.value.why } : { ok: false, errors: read.errors }
}

const advertForm = z.object({
  channel: oneOf(channels, 'Choose where people could read or hear of it'),
  outOn: typedAsDay({ missing: 'Enter the day it went out', impossible }),
})

/** A channel and the day it told people, or every mistake in it. */
export function readAdvert(form: FormValues, { today }: Pick<PlanSetting, 'today'>): Read<Advert> {
  const read = readForm(advertForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { outOn } = read.value
  if (outOn > today)
    return { ok: false, errors: { outOn: `${inWords(outOn)} has not come yet: note it once it went out` } }
  return { ok: true, value: read.value }
}
