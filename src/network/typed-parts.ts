import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import { optionalText, typed, type FormValues } from '#platform/form.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Words parted by commas, each once, at most 20 of them. */
export const wordsParted = (max = 400) =>
  optionalText({ max }).transform((given) =>
    [...new Set(given.split(/[,;\n]/).map((word) => word.trim()))].filter((word) => word !== '').slice(0, 20),
  )

/** A text of one form, or nothing (null); `wrong` says how to put it right. */
export const optionalPattern = (pattern: RegExp, wrong: string, max = 200) =>
  optionalText({ max })
    .refine((given) => given === '' || pattern.test(given), wrong)
    .transform((given) => (given === '' ? null : given))

/** A text that may be left out, then null. */
export const textOrNull = (max: number) => optionalText({ max }).transform((given) => (given === '' ? null : given))

/** One of the values that were offered, or null where none was chosen. */
export const oneOrNone = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  optionalText()
    .pipe(z.enum(['', ...values], { error: 'Choose from the list' }))
    .transform((given): Values[number] | null => values.find((value) => value === given) ?? null)

/** A day as the three boxes of a form show it. */
export function dayTyped(name: string, day: Day | null): FormValues {
  if (day === null) return {}
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

/** The id that a form carries, so that sending it twice keeps one. */
export const idTyped = z.string({ error: 'Open the form again' }).regex(uuid, 'Open the form again')

/** The id of a form sent before, so that it can be shown again with the same; a new one where it carries none. */
export const idOrNew = (form: FormValues): string => (uuid.test(typed(form, 'id')) ? typed(form, 'id') : randomUUID())

export const impossibleDay = 'Enter a real day, such as 14 3 2027'
