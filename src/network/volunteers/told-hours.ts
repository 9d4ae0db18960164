import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import { oneOf, optionalDay, readForm, text, type FormResult, type FormValues } from '#platform/form.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'
import { tasks, type Stint, type TaskLine, type Volunteer } from './volunteer.ts'

const wrongHours = 'Enter hours from 0.25 to 24, such as 2 or 2.5'

/** Hours in quarters, as a person types them. */
export const hours = text({ missing: wrongHours, max: 6 }).transform((given, context) => {
  const value = /^\d{1,2}([.,]\d{1,2})?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN
  if (value >= 0.25 && value <= 24 && Number.isInteger(value * 4)) return value
  context.addIssue({ code: 'custom', message: wrongHours })
  return z.NEVER
})

const taskHours = z.object({ id: idTyped, hours })
const ownHours = z.object({
  id: idTyped,
  hours,
  task: oneOf(tasks, 'Choose what you did'),
  doneOn: optionalDay(impossibleDay),
})

type Setting = { readonly volunteer: Volunteer; readonly today: Day }

/** The hours that a task took, or the mistake in them; a task still to come has none. */
export function readTaskHours(form: FormValues, of: TaskLine, { volunteer, today }: Setting): FormResult<Stint> {
  const read = readForm(taskHours, form)
  if (!read.ok) return read
  if (of.onDay > today) return wrong(form, 'hours', `The task is on ${inWords(of.onDay)}: note the hours then`)
  const { task, onDay: doneOn, forAnOfficer } = of
  return { ok: true, value: { ...read.value, volunteerId: volunteer.id, taskId: of.id, task, doneOn, forAnOfficer } }
}

/** Hours given beside any task, or every mistake in them. */
export function readOwnHours(form: FormValues, { volunteer, today }: Setting): FormResult<Stint> {
  const read = readForm(ownHours, form)
  if (!read.ok) return read
  const doneOn = read.value.doneOn ?? today
  if (doneOn > today) return wrong(form, 'doneOn', `${inWords(doneOn)} has not come yet`)
  if (doneOn < volunteer.activeFrom) return wrong(form, 'doneOn', `You began on ${inWords(volunteer.activeFrom)}`)
  return { ok: true, value: { ...read.value, doneOn, volunteerId: volunteer.id, taskId: null, forAnOfficer: false } }
}

const wrong = (values: FormValues, field: string, words: string) => ({
  ok: false as const,
  errors: { [field]: words },
  values,
})
