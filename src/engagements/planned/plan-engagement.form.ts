import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Location } from '#areas/location.ts'
import type { Day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  readForm,
  someOf,
  text,
  ticked,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import { communities, methods } from '../engagement.ts'
import { idOf } from '../held/told-engagement.ts'
import { datesLeft, leftOutDays } from './repeat/left-out.ts'
import type { Dates } from './plan-engagements.ts'
import type { PlannedEngagement } from './planned-engagement.ts'
import { datesOf, repeats } from './repeat/repeat.ts'
import { groundOf, onTheGround } from './told-ground.ts'
import { clockFault, impossibleDay, timeOf, whenAndWhere, type PlanSetting } from './told-time.ts'

/** What a plan says of itself besides time and place. */
export const description = {
  title: text({ missing: 'Enter what it will be', max: 150 }),
  method: oneOf(methods, 'Choose how you will meet people'),
  accessibility: optionalText({ max: 400 }),
  howToAsk: optionalText({ max: 200 }),
  ledBy: z.preprocess((given) => (given === 'local event' ? given : 'police'), z.enum(['police', 'local event'])),
  keyEvent: ticked(),
  communities: someOf(communities),
}

const planForm = z.object({
  ...description,
  ...whenAndWhere,
  ...onTheGround,
  repeat: oneOf(repeats, 'Choose how often'),
  rule: optionalText({ max: 300 }),
  until: optionalDay(impossibleDay),
  times: optionalWholeNumber({ wrong: 'Enter a whole number, such as 10', min: 1 }),
  leftOut: optionalText({ max: 4000 }),
  noHolidays: ticked(),
})

export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly errors: FieldErrors }

/** A plan with every date it gives, the first with the id of the form, or every mistake in it. */
export function readPlan(form: FormValues, setting: PlanSetting): Read<Dates> {
  const read = readForm(planForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { heldOn, howToAsk, title, method, place, accessibility, ledBy, keyEvent, communities } = read.value
  const time = timeOf(read.value, setting)
  const ground = groundOf(read.value)
  const dates = daysTold(read.value, time.value, setting)
  const errors = { ...time.errors, ...dates.errors, ...ground.errors }
  const [first = heldOn, ...others] = dates.days
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const told = { title, method, place, accessibility, ledBy, keyEvent, communities }
  const plan = planOn({ ...told, ...time.value, howToAsk, location: ground.location }, setting)
  const id = idOf(form)
  const seriesId = read.value.repeat === 'once' ? null : id
  return {
    ok: true,
    value: [plan(first, id, seriesId), ...others.map((day) => plan(day, randomUUID(), seriesId))],
  }
}

type Told = Pick<
  PlannedEngagement,
  'title' | 'method' | 'place' | 'accessibility' | 'begins' | 'ends' | 'ledBy' | 'keyEvent' | 'communities'
> & { readonly howToAsk: string; readonly location: Location | null }

const planOn =
  (told: Told, { teamId, now }: PlanSetting) =>
  (heldOn: Day, id: string, seriesId: string | null): PlannedEngagement => ({
    ...told,
    id,
    seriesId,
    teamId,
    howToAsk: told.howToAsk === '' ? null : told.howToAsk,
    heldOn,
    state: 'planned',
    moved: false,
    sequence: 0,
    reason: null,
    changedAt: now,
  })

type Days = { readonly days: readonly Day[]; readonly errors: FieldErrors }

/** The days of a series without those that are left out, or what is wrong with them. */
function daysTold(
  { repeat, heldOn, until, times, rule, leftOut, noHolidays }: z.output<typeof planForm>,
  time: { readonly begins: string; readonly ends: string },
  setting: PlanSetting,
): Days {
  const dates = datesOf(repeat, heldOn, { until, times }, rule)
  if (!dates.ok) return { days: [], errors: { [dates.field]: dates.fault } }
  if (repeat === 'once') return { days: dates.days, errors: {} }
  const typed = leftOutDays(leftOut)
  if (!typed.ok) return { days: [], errors: { leftOut: typed.fault } }
  const left = datesLeft(dates.days, typed.days, noHolidays ? (setting.bankHolidays ?? []) : [])
  if (!left.ok) return { days: [], errors: { leftOut: left.fault } }
  const isTimed = time.begins !== '' && time.ends !== ''
  const faults = isTimed ? left.days.map((on) => clockFault(on, time, setting.timeZone)) : []
  return { days: left.days, errors: faults.find((fault) => Object.keys(fault).length > 0) ?? {} }
}
