import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { optionalText, readForm, text, typedAsDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Footfall } from '../engagement.ts'
import type { CloseOut } from './close-out.ts'
import { longestWords, readCloseOut } from './told-close-out.ts'
import { readFootfall } from './told-footfall.ts'
import { idOf } from './told-engagement.ts'

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors }

/** Which one thing a page of its own asks for. */
export type Part = 'concern' | 'promise' | 'learning'

const missing: Readonly<Record<Part, FieldErrors>> = {
  concern: { concern: 'Enter what somebody was worried about' },
  promise: { promised: 'Enter what you promised' },
  learning: { learning: 'Enter what you learned' },
}
const partsOf = { concern: 'concerns', promise: 'promises', learning: 'learning' } as const

/** One thing added to an engagement; the form’s own id makes it the same thing however often it is sent. */
export function readAddition(form: FormValues, part: Part, heldOn: Day): Read<CloseOut> {
  const read = readCloseOut(form, heldOn)
  if (!read.ok) return read
  const { concerns, promises, learning } = read.value
  const value = { concerns, promises, learning }[partsOf[part]]
  if (value.length === 0) return { ok: false, errors: missing[part] }
  const id = idOf(form)
  const named = <T extends { id: string }>(all: readonly T[]): T[] => all.slice(0, 1).map((one) => ({ ...one, id }))
  const only = { concerns: [], promises: [], learning: [], hotspotId: null }
  if (part === 'concern') return { ok: true, value: { ...only, concerns: named(concerns) } }
  if (part === 'promise') return { ok: true, value: { ...only, promises: named(promises) } }
  return { ok: true, value: { ...only, learning: named(learning) } }
}

const reasonForm = z.object({ reason: text({ missing: 'Enter why', max: 300 }) })

/** Other figures and why. */
export function readCorrection(form: FormValues): Read<{ readonly footfall: Footfall; readonly reason: string }> {
  const footfall = readFootfall({ ...form, footfall: 'counted' })
  const reason = readForm(reasonForm, form)
  if (footfall.ok && reason.ok) return { ok: true, value: { footfall: footfall.value, ...reason.value } }
  return { ok: false, errors: { ...(footfall.ok ? {} : footfall.errors), ...(reason.ok ? {} : reason.errors) } }
}

/** Why a record is withdrawn. */
export function readReason(form: FormValues): Read<string> {
  const read = readForm(reasonForm, form)
  return read.ok ? { ok: true, value: read.value.reason } : { ok: false, errors: read.errors }
}

const keptForm = z.object({
  keptOn: typedAsDay({
    missing: 'Enter the day on which you kept it',
    impossible: 'Enter a real day, such as 14 3 2026',
  }),
  keptHow: optionalText({ max: 300 }),
})

/** When and how a promise was kept: not on a day to come, nor a lifetime ago. */
export function readKept(form: FormValues, today: Day): Read<{ readonly on: Day; readonly how: string }> {
  const read = readForm(keptForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { keptOn: on, keptHow: how } = read.value
  if (on > today) return { ok: false, errors: { keptOn: `${inWords(on)} has not come yet` } }
  if (on < addDays(today, -3_660)) return { ok: false, errors: { keptOn: 'That day is more than ten years ago' } }
  return { ok: true, value: { on, how } }
}

const wordsForm = z.object({ words: optionalText({ max: longestWords }) })

/** Other words for what was noted; none at all erase it. */
export function readWords(form: FormValues): Read<string | null> {
  const read = readForm(wordsForm, form)
  return read.ok ? { ok: true, value: read.value.words || null } : { ok: false, errors: read.errors }
}
