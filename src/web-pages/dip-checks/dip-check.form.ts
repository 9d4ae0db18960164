import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import {
  optionalDay,
  readForm,
  text,
  typed,
  type FieldErrors,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import type { Found } from './check-page.ts'
import { findings } from './dip-check.ts'

/** What a supervisor found for each question, or every mistake in it; whatever is not right says what is wrong. */
export function readFound(form: FormValues, questions: readonly string[], today: Day): FormResult<readonly Found[]> {
  const fixBy = readForm(z.object({ fixBy: optionalDay('Enter a real day, such as 14 3 2027') }), form)
  const found = questions.map((question, n) => foundAt(form, question, n + 1))
  const errors: FieldErrors = Object.assign({}, ...found.map(({ errors: each }) => each))
  const day = fixBy.ok ? fixBy.value.fixBy : null
  const dayErrors: FieldErrors = fixBy.ok
    ? day !== null && day < today
      ? { fixBy: `${inWords(day)} is over` }
      : {}
    : fixBy.errors
  const all = { ...errors, ...dayErrors }
  if (Object.keys(all).length > 0) return { ok: false, errors: all, values: form }
  return { ok: true, value: found.flatMap(({ value }) => (value ? [{ ...value, fixBy: day }] : [])) }
}

type FoundAt = { value?: Omit<Found, 'fixBy'>; errors: FieldErrors }

/** A form that does not say which question it asked is taken to ask what is asked now. */
function foundAt(form: FormValues, askedNow: string, place: number): FoundAt {
  const question = typed(form, `question-${place}`) || askedNow
  const finding = findings.find((one) => one === typed(form, `finding-${place}`))
  const note = typed(form, `note-${place}`).replaceAll('\0', '').toWellFormed().trim()
  if (finding === undefined) return { errors: { [`finding-${place}`]: `Choose what you found for question ${place}` } }
  if (note.length > 300) return { errors: { [`note-${place}`]: 'Use 300 characters or fewer' } }
  if (finding !== 'right' && note === '')
    return { errors: { [`note-${place}`]: `Enter what is to be put right for question ${place}` } }
  return { value: { question, finding, note: finding === 'right' ? '' : note }, errors: {} }
}

/** The questions of a force, one on a line, or the mistake. */
export function readQuestions(form: FormValues): FormResult<readonly string[]> {
  const read = readForm(z.object({ questions: text({ missing: 'Enter at least one question', max: 4_000 }) }), form)
  if (!read.ok) return read
  const questions = [...new Set(read.value.questions.split('\n').map((line) => line.trim()))].filter(
    (line) => line !== '',
  )
  const fault =
    questions.length > 20
      ? 'Ask 20 questions at most'
      : questions.some((line) => line.length > 200)
        ? 'Use 200 characters or fewer for each question'
        : null
  if (fault !== null) return { ok: false, errors: { questions: fault }, values: form }
  return { ok: true, value: questions }
}
