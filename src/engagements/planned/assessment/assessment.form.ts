import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Answered } from './assessment.ts'
import type { Read } from '../plan-engagement.form.ts'

/** The answers to a force's questions, or what is missing; a question that was put otherwise is to be answered anew. */
export function readAnswers(form: FormValues, criteria: readonly string[]): Read<readonly Answered[]> {
  const answers = criteria.map((question, n) => ({
    question,
    met: typed(form, `asked-${n}`) === question ? typed(form, `met-${n}`) : '',
    note: typed(form, `note-${n}`).replaceAll('\0', '').trim(),
  }))
  const errors: FieldErrors = Object.fromEntries(
    answers.flatMap(({ question, met, note }, n) => [
      ...(met === 'yes' || met === 'no' ? [] : [[`met-${n}`, `Answer: ${question}`]]),
      ...(note.length > 300 ? [[`note-${n}`, 'Use 300 characters or fewer']] : []),
    ]),
  )
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: answers.map((one) => ({ ...one, met: one.met === 'yes' })) }
}
