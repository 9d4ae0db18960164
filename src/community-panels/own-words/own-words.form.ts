import { z } from 'zod'
import { idTyped } from '#network/typed-parts.ts'
import { oneOf, optionalText, readForm, text, type FormResult, type FormValues } from '#platform/form.ts'

const dissentForm = z.object({
  id: idTyped,
  words: text({ missing: 'Write what you want to be read beside the outcome', max: 1_000 }),
})

/** What a member wants to be read beside the outcome. */
export const readDissent = (form: FormValues) => readForm(dissentForm, form)

const decisionForm = z.object({
  decision: oneOf(['published', 'refused'], 'Choose what becomes of it'),
  reason: optionalText({ max: 500 }),
})

/** What becomes of a member’s own words. */
export function readDecision(form: FormValues): FormResult<{ decision: 'published' | 'refused'; reason: string }> {
  const read = readForm(decisionForm, form)
  return read.ok && read.value.decision === 'refused' && read.value.reason === ''
    ? { ok: false, errors: { reason: 'Say why it is not published' }, values: form }
    : read
}
