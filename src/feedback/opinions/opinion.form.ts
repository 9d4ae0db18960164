import { z } from 'zod'
import { idOrNew } from '#network/typed-parts.ts'
import { stampedFault } from '#platform/form-stamp.ts'
import { oneOf, optionalText, readForm, type FieldErrors, type FormValues } from '#platform/form.ts'
import { points } from '../points.ts'
import type { Of, Opinion } from './opinion.ts'

const asking = (first: string, second: string) =>
  z.object({
    first: oneOf(points, first),
    second: oneOf(points, second),
    words: optionalText({ max: 500, tooLong: 'Use 500 characters or fewer' }),
  })

const forms = {
  'web page': asking('Choose whether it helped you', 'Choose whether it is clear'),
  priorities: asking('Choose whether it was the right thing', 'Choose whether what we did was worth it'),
} as const satisfies Readonly<Record<Of['topic'], unknown>>

type Setting = { readonly secret: Uint8Array; readonly of: Of; readonly teamId: string; readonly now: Date }
type Read = { readonly ok: true; readonly value: Opinion } | { readonly ok: false; readonly errors: FieldErrors }

/** What somebody thinks, or every mistake in it; what looks like a program's doing may be sent again by a person. */
export function readOpinion(form: FormValues, { secret, of, teamId, now }: Setting): Read {
  const read = readForm(forms[of.topic], form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const id = idOrNew(form)
  const fault = stampedFault(secret, form, { formId: id, about: stampedAbout(of, teamId) }, now)
  if (fault !== null) return { ok: false, errors: { first: fault } }
  const { first, second, words } = read.value
  return { ok: true, value: { id, teamId, of, first: Number(first), second: Number(second), words } }
}

/** What the stamp of a form is for, so that it is good for nothing else. */
export const stampedAbout = (of: Of, teamId: string): string =>
  of.topic === 'web page' ? `opinion/${teamId}/${of.part}` : `opinion/${of.priorityId}`
