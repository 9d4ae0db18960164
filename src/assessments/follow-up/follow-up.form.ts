import { z } from 'zod'
import { isUuid } from '#engagements/is-uuid.ts'
import { idTyped, impossibleDay } from '#network/typed-parts.ts'
import {
  oneOf,
  optionalText,
  readForm,
  text,
  typedAsDay,
  typedList,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'

const words = (missing: string) => text({ missing, max: 3_000 })

const closureForm = z.object({
  id: idTyped,
  closureWords: words('Write what the public reads'),
  promise: optionalText(),
  others: optionalText({ max: 400 }),
})

export type ClosureTold = {
  readonly id: string
  readonly words: string
  readonly entries: readonly number[]
  readonly promiseRef: string | null
}

/** What shows that something is done: entries that were ticked or typed by their numbers, or a promise. */
export function readClosure(form: FormValues): FormResult<ClosureTold> {
  const read = readForm(closureForm, form)
  const ticked = typedList(form, 'entries').filter((entry) => /^\d{1,15}$/.test(entry))
  const others = read.ok ? read.value.others.split(/[\s,;]+/).filter((entry) => entry !== '') : []
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(others.some((entry) => !/^\d{1,15}$/.test(entry)) && {
      others: 'Enter numbers of entries, such as 1204, 1310',
    }),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const entries = [...new Set([...ticked, ...others].map(Number))].slice(0, 100)
  const promiseRef = read.value.promise === '' ? null : read.value.promise
  if (entries.length === 0 && promiseRef === null)
    return { ok: false, errors: { entries: 'Choose evidence or a promise that shows it' }, values: form }
  return { ok: true, value: { id: read.value.id, words: read.value.closureWords, entries, promiseRef } }
}

const timeForm = z.object({
  id: idTyped,
  until: typedAsDay({ missing: 'Enter until when you need', impossible: impossibleDay }),
  timeWords: words('Say why you need more time'),
})

/** Until when a team asks for more time, and why. */
export function readTimeAsked(form: FormValues) {
  const read = readForm(timeForm, form)
  if (!read.ok) return read
  const { id, until, timeWords } = read.value
  return { ok: true as const, value: { id, until, words: timeWords } }
}

const ownerForm = z.object({
  id: idTyped,
  ownerId: optionalText().refine(isUuid, 'Choose who owns it from now on'),
  ownerWords: text({ missing: 'Say why', max: 500 }),
})

/** Who owns it from now on, and why. */
export function readOwner(form: FormValues) {
  const read = readForm(ownerForm, form)
  if (!read.ok) return read
  const { id, ownerId, ownerWords } = read.value
  return { ok: true as const, value: { id, ownerId, words: ownerWords } }
}

const timeDecisionForm = z.object({
  id: idTyped,
  decision: oneOf(['grant', 'refuse'], 'Choose whether they have more time'),
  words: words('Say why'),
})

/** Whether the panel gives more time. */
export const readTimeDecision = (form: FormValues) => readForm(timeDecisionForm, form)
