import { z } from 'zod'
import { inWords } from '#platform/day.ts'
import { oneOf, optionalText, readForm, text, typedAsDay, typedList, type FormValues } from '#platform/form.ts'
import { description, type Read } from './plan-engagement.form.ts'
import type { Description, Move } from './plan-engagements.ts'
import { channels, type Advert } from './planned-engagement.ts'
import { groundOf, onTheGround } from './told-ground.ts'
import { impossibleDay, timeOf, whenAndWhere, type PlanSetting } from './told-time.ts'

const moveForm = z.object({ ...whenAndWhere, ...onTheGround, reason: optionalText({ max: 200 }) })

/** Where a date is moved to, or every mistake in it. */
export function readMove(form: FormValues, setting: PlanSetting): Read<Move> {
  const read = readForm(moveForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { heldOn, place, reason } = read.value
  const time = timeOf(read.value, setting)
  const { location, errors: offGround } = groundOf(read.value)
  const errors = { ...time.errors, ...offGround }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { ...time.value, heldOn, place, location, reason: reason === '' ? null : reason } }
}

const describeForm = z.object(description)

/** What a plan says of itself anew, or every mistake in it. */
export function readDescription(form: FormValues): Read<Description> {
  const read = readForm(describeForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { howToAsk } = read.value
  return { ok: true, value: { ...read.value, howToAsk: howToAsk === '' ? null : howToAsk } }
}

/** The priorities that were ticked. */
export const readPriorities = (form: FormValues): readonly string[] => typedList(form, 'priorities')

const cancelForm = z.object({ why: text({ missing: 'Enter why, for those who meant to come', max: 200 }) })

/** Why a date is cancelled, or the mistake in it. */
export function readCancelling(form: FormValues): Read<string> {
  const read = readForm(cancelForm, form)
  return read.ok ? { ok: true, value: read.value.why } : { ok: false, errors: read.errors }
}

const advertForm = z.object({
  channel: oneOf(channels, 'Choose where people could read or hear of it'),
  outOn: typedAsDay({ missing: 'Enter the day it went out', impossible: impossibleDay }),
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
