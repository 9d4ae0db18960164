import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isUuid } from '#engagements/is-uuid.ts'
import { oneOf, optionalText, readForm, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Feedback } from './feedback.ts'
import { stampFault } from './form-stamp.ts'

/** The five answers of each scale, the best first. */
export const points = ['5', '4', '3', '2', '1'] as const

/** A field that people do not see and programs fill in. */
export const trap = 'website'

const feedbackForm = z.object({
  worthwhile: oneOf(points, 'Choose whether it was worth your time'),
  listenedTo: oneOf(points, 'Choose whether you felt listened to'),
  words: optionalText({ max: 500, tooLong: 'Use 500 characters or fewer' }),
})

type Setting = { readonly secret: Uint8Array; readonly about: string; readonly teamId: string; readonly now: Date }
type Read = { readonly ok: true; readonly value: Feedback } | { readonly ok: false; readonly errors: FieldErrors }

/** What somebody said, or every mistake in it; what looks like a program's doing may be sent again by a person. */
export function readFeedback(form: FormValues, { secret, about, teamId, now }: Setting): Read {
  const read = readForm(feedbackForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const id = formIdOf(form)
  const isTrapped = typed(form, trap) !== ''
  const fault = isTrapped
    ? 'A field that should stay empty was filled in, perhaps by your browser. It is empty again: send the form once more'
    : stampFault(secret, typed(form, 'stamp'), { formId: id, about }, now)
  if (fault !== null) return { ok: false, errors: { worthwhile: fault } }
  const { worthwhile, listenedTo, words } = read.value
  const said = { worthwhile: Number(worthwhile), listenedTo: Number(listenedTo), words }
  return { ok: true, value: { id, plannedEngagementId: about, teamId, ...said } }
}

/** The id that the form was given out with, or a new one. */
export function formIdOf(form: FormValues): string {
  const id = typed(form, 'id')
  return isUuid(id) ? id : randomUUID()
}
