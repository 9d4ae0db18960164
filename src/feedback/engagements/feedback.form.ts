import { z } from 'zod'
import { idOrNew } from '#network/typed-parts.ts'
import { stampedFault } from '#platform/form-stamp.ts'
import { oneOf, optionalText, readForm, type FieldErrors, type FormValues } from '#platform/form.ts'
import { points } from '../points.ts'
import type { Feedback } from './feedback.ts'

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
  const id = idOrNew(form)
  const fault = stampedFault(secret, form, { formId: id, about }, now)
  if (fault !== null) return { ok: false, errors: { worthwhile: fault } }
  const { worthwhile, listenedTo, words } = read.value
  const said = { worthwhile: Number(worthwhile), listenedTo: Number(listenedTo), words }
  return { ok: true, value: { id, plannedEngagementId: about, teamId, ...said } }
}
