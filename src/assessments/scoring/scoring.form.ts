import { z } from 'zod'
import { textOrNull } from '#network/typed-parts.ts'
import { optionalText, readForm, text, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Moderated } from './scores.sql.ts'

const words = (missing: string) => text({ missing, max: 3_000 })

/** A member’s score: to be submitted it has a grade and its reason; a note of their own may lack both. */
export function readScore(form: FormValues, grades: readonly string[]) {
  const submit = typed(form, 'press') !== 'keep'
  const words = optionalText({ max: 3_000 })
  const fields = { reason: words, better: words, grade: optionalText(), readFrom: textOrNull(64) }
  const read = readForm(z.object(fields), form)
  const grade = grades.find((each) => each === typed(form, 'grade')) ?? null
  const errors: FieldErrors = {
    ...(submit && grade === null && { grade: 'Choose a grade' }),
    ...(read.ok ? submit && read.value.reason === '' && { reason: 'Say why' } : read.errors),
  }
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false as const, errors }
  return { ok: true as const, value: { ...read.value, grade, submit } }
}

/** A grade and its reason, as for a moderated score or a rating. */
export function readGrade(form: FormValues, grades: readonly string[]) {
  const read = readForm(z.object({ reason: words('Say why'), grade: text({ missing: 'Choose a grade' }) }), form)
  if (!read.ok) return read
  if (!grades.includes(read.value.grade))
    return { ok: false as const, errors: { grade: 'Choose a grade from the list' }, values: form }
  return read
}

/** What the panel gives a standard; where fewer than two members scored it, with why it decides all the same. */
export function readModerated(form: FormValues, grades: readonly string[], isFew: boolean): ModeratedRead {
  const read = readGrade(form, grades)
  if (!isFew) return read.ok ? { ok: true, value: { ...read.value, fewWhy: null } } : read
  const few = readForm(z.object({ fewWhy: words('Say why the panel decides with fewer than two scores') }), form)
  if (read.ok && few.ok) return { ok: true, value: { ...read.value, ...few.value } }
  return { ok: false, errors: { ...(!read.ok && read.errors), ...(!few.ok && few.errors) } }
}

type ModeratedRead =
  { readonly ok: true; readonly value: Moderated } | { readonly ok: false; readonly errors: FieldErrors }

/** Why somebody has a conflict. */
export const readConflict = (form: FormValues) =>
  readForm(z.object({ why: text({ missing: 'Say what the conflict is', max: 500 }) }), form)

/** Why somebody does not agree. */
export const readDissent = (form: FormValues) => readForm(z.object({ words: words('Say what you hold instead') }), form)
