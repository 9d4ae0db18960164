import { z } from 'zod'
import type { Framework } from '#frameworks/framework.ts'
import { addDays, addMonths, inWords, type Day } from '#platform/day.ts'
import { readForm, typed, typedAsDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { ConfirmedContract } from './confirmed-contract.ts'
import type { CommitmentGuess } from './reading/commitments.ts'
import type { ReadContract } from './reading/read-contract.ts'
import { readToldCommitment } from './told-commitment.ts'

/** What was read of a document as the form shows it; a person corrects it from there. */
export function valuesOf(read: ReadContract): FormValues {
  const { completedOn } = read
  const to = completedOn && addDays(addMonths(completedOn, 12), -1)
  return {
    ...dayParts('completedOn', completedOn),
    ...dayParts('from', completedOn),
    ...dayParts('to', to),
    ...numbered(read.part1.map(({ heading, text }) => ({ question: heading, answer: text }))),
    ...numbered(read.commitments.map(commitmentValues)),
    goodPractice: read.goodPractice.join('\n'),
    toolRequests: read.toolRequests.join('\n'),
    unread: read.unread.join('\n'),
  }
}

const commitmentValues = (guess: CommitmentGuess): Record<string, string> => ({
  text: guess.text,
  standard: guess.standard ?? '',
  who: guess.who,
  with: guess.with.join('; '),
  every: guess.every ?? '',
  measure: guess.measure ?? '',
  value: guess.target ? String(guess.target.value) : '',
  unit: guess.target?.unit ?? '',
  baseline: guess.target?.baseline?.toString() ?? '',
  by: guess.target?.by ?? '',
  words: guess.words,
})

const numbered = (rows: readonly Record<string, string>[]): Record<string, string> =>
  Object.fromEntries(rows.flatMap((row, n) => Object.entries(row).map(([name, value]) => [`${name}-${n}`, value])))

function dayParts(name: string, day: Day | null): Record<string, string> {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return {
    [`${name}-year`]: year,
    [`${name}-month`]: month && String(Number(month)),
    [`${name}-day`]: date && String(Number(date)),
  }
}

/** The numbers of the promises, or of the questions of part 1, that a form carries, in order. */
export function numbersIn(form: FormValues, name: 'text' | 'question'): number[] {
  const found = Object.keys(form).flatMap((key) => (key.startsWith(`${name}-`) ? [key.slice(name.length + 1)] : []))
  return found
    .filter((tail) => /^\d{1,3}$/.test(tail))
    .map(Number)
    .toSorted((a, b) => a - b)
}

export type ReadConfirmed =
  { readonly ok: true; readonly value: ConfirmedContract } | { readonly ok: false; readonly errors: FieldErrors }

const days = z.object({
  completedOn: typedAsDay({
    missing: 'Enter the day the plan was completed',
    impossible: 'Enter a real day, such as 2 8 2026',
  }),
  from: typedAsDay({ missing: 'Enter the contract’s first day', impossible: 'Enter a real day, such as 2 8 2026' }),
  to: typedAsDay({ missing: 'Enter the contract’s last day', impossible: 'Enter a real day, such as 1 8 2027' }),
})

/** The day a plan was completed as the form now says, or null. */
export function completedOnOf(form: FormValues): Day | null {
  const read = readForm(z.object({ completedOn: days.shape.completedOn }), form)
  return read.ok ? read.value.completedOn : null
}

/** The contract as a person confirmed it, or every mistake in the form; nothing is kept while there is one. */
export function readConfirmed(form: FormValues, framework: Framework, today: Day): ReadConfirmed {
  const head = readForm(days, form)
  const promises = numbersIn(form, 'text').map((n) => ({ n, ...readCommitment(form, n, framework) }))
  const headErrors = head.ok ? dayFaults(head.value, today) : head.errors
  const errors: FieldErrors = Object.assign({}, headErrors, ...promises.map((each) => each.errors))
  if (!head.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { completedOn, from, to } = head.value
  const commitments = promises.flatMap(({ guess }) => guess ?? [])
  if (commitments.length === 0) return { ok: false, errors: { 'text-0': 'A contract needs at least one promise' } }
  const leftOut = promises.flatMap(({ n, guess }) =>
    guess ? [] : linesOf(typed(form, `words-${n}`).replaceAll(/\s*\n\s*/g, ' ')),
  )
  const part1 = numbersIn(form, 'question').map((n) => ({
    heading: line(form, `question-${n}`),
    text: line(form, `answer-${n}`),
  }))
  const value = { span: { from, to }, completedOn, part1, commitments, ...asides(form) }
  return { ok: true, value: { ...value, unread: [...value.unread, ...leftOut] } }
}

const asides = (form: FormValues) => ({
  goodPractice: linesOf(typed(form, 'goodPractice')),
  toolRequests: linesOf(typed(form, 'toolRequests')),
  unread: linesOf(typed(form, 'unread')),
})

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(clean)
    .filter((each) => each !== '')
const clean = (text: string) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()
const line = (form: FormValues, name: string) => clean(typed(form, name))

function dayFaults({ completedOn, from, to }: z.output<typeof days>, today: Day): FieldErrors {
  return {
    ...(completedOn > today ? { completedOn: `${inWords(completedOn)} has not come yet` } : {}),
    ...(from < '2000-01-01' || from > '2200' ? { from: 'A contract begins in this century or the next' } : {}),
    ...(to <= from ? { to: 'The contract must end after it begins' } : {}),
    ...(to > addMonths(from, 24) ? { to: 'A contract lasts at most two years' } : {}),
  }
}

/** One promise of the form; no guess where it is to be left out, or is an empty line for one that was not found. */
export function readCommitment(form: FormValues, n: number, framework: Framework) {
  const field = (name: string) => line(form, `${name}-${n}`)
  const isBlank = field('text') === '' && field('words') === ''
  if (isBlank || field('out') !== '') return { guess: null, errors: {} }
  const { guess, errors } = readToldCommitment(field, framework)
  return { guess, errors: Object.fromEntries(Object.entries(errors).map(([name, words]) => [`${name}-${n}`, words])) }
}
