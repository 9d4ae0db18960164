import { z } from 'zod'
import { clockTime } from '#engagements/clock-time.ts'
import { clockAt, isOnTheClock } from '#engagements/planned/planned-engagement.ts'
import { addMonths, dayAt, inWords, instantAt, type Day } from '#platform/day.ts'
import {
  optionalDay,
  optionalText,
  readForm,
  text,
  ticked,
  typed,
  type FieldErrors,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { longestText, type TextSection, type Version } from './page-text.ts'
import type { Draft } from './write-text.ts'

const uuid = z
  .string({ error: 'Open the form again' })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Open the form again')

const impossible = 'Enter a real day, such as 14 3 2027'

/** From when a text is shown: a day and, where one is given, a time. */
const fromWhen = { from: optionalDay(impossible), fromTime: optionalText({ max: 20 }) }

const writingForm = z.object({
  id: uuid,
  upon: z.coerce.number({ error: 'Open the form again' }).int().min(0).max(100_000),
  title: optionalText({ max: 120 }),
  words: text({
    missing: 'Enter what the public should read',
    max: longestText,
    tooLong: `Use ${longestText.toLocaleString('en-GB')} characters or fewer`,
  }),
  why: text({ missing: 'Enter what you changed, and why', max: 300 }),
  lastDay: optionalDay(impossible),
  saysCurrent: ticked(),
  ...fromWhen,
})

type Setting = { readonly section: TextSection | null; readonly now: Date; readonly timeZone: string }

export type WritingTold = { readonly draft: Draft; readonly saysCurrent: boolean }

/** What somebody wrote for a page, or every mistake in it. */
export function readWriting(form: FormValues, setting: Setting): FormResult<WritingTold> {
  const read = readForm(writingForm, form)
  if (!read.ok) return read
  const { id, upon, title, words, why, from, fromTime, lastDay, saysCurrent } = read.value
  const isNews = setting.section === null
  const when = instantOf({ from, fromTime }, setting)
  const errors: FieldErrors = {
    ...(isNews && title === '' ? { title: 'Enter a title' } : {}),
    ...when.errors,
    ...(isNews && lastDay !== null ? lastDayFault(lastDay, when.at ?? setting.now, setting) : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const ofNews = isNews ? { title, lastDay } : { title: '', lastDay: null }
  return { ok: true, value: { draft: { id, upon, words, why, wishedFrom: when.at, ...ofNews }, saysCurrent } }
}

const publishingForm = z.object({ ...fromWhen, saysCurrent: ticked() })

/** From when an officer publishes a version that waits, or every mistake in it. */
export function readPublishing(form: FormValues, setting: Setting) {
  const read = readForm(publishingForm, form)
  if (!read.ok) return read
  const { at, errors } = instantOf(read.value, setting)
  if (Object.keys(errors).length > 0) return { ok: false as const, errors, values: form }
  return { ok: true as const, value: { from: at, saysCurrent: read.value.saysCurrent } }
}

/** Words that a writer is to act on, or the mistake. */
export const readSendingBack = (form: FormValues) =>
  readForm(z.object({ words: text({ missing: 'Enter what they should change', max: 500 }) }), form)

/** Why news is taken down, or the mistake. */
export const readTakingDown = (form: FormValues) =>
  readForm(z.object({ takenDownWhy: text({ missing: 'Enter why', max: 200 }) }), form)

type When = { readonly from: Day | null; readonly fromTime: string }

/** The instant at which a clock of the force shows that day and time; null is at once. */
function instantOf({ from, fromTime }: When, { now, timeZone }: Setting): { at: Date | null; errors: FieldErrors } {
  if (from === null)
    return { at: null, errors: fromTime === '' ? {} : { from: 'Enter the day as well, or leave the time out' } }
  const time = fromTime === '' ? '00:00' : clockTime(fromTime)
  if (time === null) return { at: null, errors: { fromTime: 'Enter a time such as 14:30 or 2.30pm' } }
  if (!isOnTheClock(from, time, timeZone))
    return { at: null, errors: { fromTime: `The clocks go forward on ${inWords(from)} and leave this time out` } }
  if (from < dayAt(now, timeZone))
    return { at: null, errors: { from: `${inWords(from)} is over: leave it out to show it at once` } }
  const at = instantAt(from, time, timeZone)
  if (from > addMonths(dayAt(now, timeZone), 24)) return { at: null, errors: { from: 'Choose a day within two years' } }
  return { at: at <= now ? null : at, errors: {} }
}

function lastDayFault(lastDay: Day, from: Date, { timeZone }: Setting): FieldErrors {
  const begins = dayAt(from, timeZone)
  return lastDay < begins ? { lastDay: `It begins on ${inWords(begins)}: its last day cannot be before` } : {}
}

/** The fields of a form as a version fills them, to be written anew. */
export function valuesOf(version: Version | null, { now, timeZone }: Omit<Setting, 'section'>): FormValues {
  if (version === null) return {}
  const { title, words, lastDay, wishedFrom } = version
  const isToCome = wishedFrom !== null && wishedFrom > now
  return { title, words, ...dayFields('lastDay', lastDay), ...(isToCome ? whenFields(wishedFrom, timeZone) : {}) }
}

/** A time to come as the fields of a form show it. */
export const whenFields = (at: Date, timeZone: string): FormValues => ({
  ...dayFields('from', dayAt(at, timeZone)),
  fromTime: clockAt(at, timeZone),
})

function dayFields(name: string, day: Day | null): FormValues {
  if (day === null) return {}
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

/** What somebody pressed: to see it first, to change it again, or to send it. */
export const pressed = (form: FormValues): 'preview' | 'change' | 'send' => {
  const given = typed(form, 'do')
  return given === 'send' || given === 'change' ? given : 'preview'
}
