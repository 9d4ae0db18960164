import { z } from 'zod'
import { oneOf, optionalText, readForm, type FieldErrors, type FormValues } from '#platform/form.ts'
import { decisions } from '#priorities/concern.ts'
import type { Triage } from './triage-concern.ts'

const triageForm = z.object({
  decision: oneOf(decisions, 'Choose what becomes of it'),
  priority: optionalText(),
  title: optionalText({ max: 120 }),
  said: optionalText({ max: 500 }),
  words: optionalText({ max: 1000 }),
})

/** What the form is told of: the id a new priority would have, where it is, and the priorities that take concerns. */
type Setting = {
  readonly newId: string
  readonly neighbourhoodId: string | null
  readonly priorityIds: readonly string[]
}

type Read = { readonly ok: true; readonly value: Triage } | { readonly ok: false; readonly errors: FieldErrors }

/** What becomes of a concern as the form tells it, or every mistake in it. */
export function readTriage(form: FormValues, { newId, neighbourhoodId, priorityIds }: Setting): Read {
  const read = readForm(triageForm, form)
  if (!read.ok) return read
  const { decision, priority, title, said, words } = read.value
  if (decision === 'priority')
    return priorityIds.includes(priority)
      ? { ok: true, value: { decision, priorityId: priority } }
      : { ok: false, errors: { priority: 'Choose the priority it joins' } }
  if (decision === 'new priority') {
    const errors = {
      ...(title === '' ? { title: 'Give the priority a title' } : {}),
      ...(said === '' ? { said: 'Say in general words what people told you' } : {}),
    }
    if (Object.keys(errors).length > 0) return { ok: false, errors }
    return { ok: true, value: { decision, proposal: { id: newId, title, said, neighbourhoodId } } }
  }
  if (words === '') return { ok: false, errors: { words: 'Write what they are told, or why nothing is done' } }
  return { ok: true, value: { decision, words } }
}

const sentWords = z.object({ words: optionalText({ max: 1000 }) })

/** Other words for what was sent, or null to erase them. */
export function readSentWords(form: FormValues) {
  const read = readForm(sentWords, form)
  return read.ok ? { ok: true as const, value: read.value.words === '' ? null : read.value.words } : read
}
