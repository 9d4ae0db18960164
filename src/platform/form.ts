import { z } from 'zod'
import { parseDay, type Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'

/** What came in by a form: a name sent more than once has all its values. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** A mistake a field, in words that say what to do; the name of the field is the id to lead to. */
export type FieldErrors = Readonly<Record<string, string>>

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors; readonly values: FormValues }

/** The form as its schema wants it, or what is wrong with it, beside all that was typed so that it can be shown again. */
export function readForm<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  form: FormValues,
): FormResult<z.output<z.ZodObject<Shape>>> {
  const asked = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, answerTo(form, name)]))
  const read = schema.safeParse(asked)
  if (read.success) return { ok: true, value: read.data }
  const errors = new Map<string, string>()
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? 'form')
    if (!errors.has(field)) errors.set(field, message)
  }
  return { ok: false, errors: Object.fromEntries(errors), values: form }
}

/** The mistakes as whoever filled in the form reads them; forms find them in English. */
export const errorsSaid = (errors: FieldErrors, say: Say): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, words]) => [field, say.word(words)]))

/** One line as it was typed, or nothing; for showing a form again. */
export const typed = (form: FormValues, name: string): string => firstOf(own(form, name))

/** The three parts of a day as they were typed. */
export const typedDay = (form: FormValues, name: string): DayParts => ({
  day: typed(form, `${name}-day`),
  month: typed(form, `${name}-month`),
  year: typed(form, `${name}-year`),
})

/** All values of a name, as of a group of checkboxes. */
export function typedList(form: FormValues, name: string): readonly string[] {
  const value = own(form, name)
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

type DayParts = { readonly day: string; readonly month: string; readonly year: string }
type TextRules = { readonly missing: string; readonly max?: number; readonly tooLong?: string }

/** A text that must be given, without the space around it; 200 characters unless more are allowed. */
export const text = ({ missing, ...rules }: TextRules) => z.preprocess(cleaned, limited(rules).min(1, missing))

/** A text that may be left out, then empty. */
export const optionalText = (rules: Omit<TextRules, 'missing'> = {}) => z.preprocess(cleaned, limited(rules))

/** A password, which is taken exactly as it was typed. */
export const secret = (missing: string) => z.preprocess(firstOf, z.string().min(1, missing).max(1_000, missing))

type NumberRules = { readonly missing: string; readonly wrong: string; readonly min?: number; readonly max?: number }

/** A whole number between two bounds; "1,200" is understood, "12.5" and "1e3" are not. */
export const wholeNumber = (rules: NumberRules) =>
  z.preprocess(cleaned, z.string().min(1, rules.missing).transform(asWholeNumber(rules)))

/** A whole number that may be left out, then null: nobody counted, which is not none. */
export const optionalWholeNumber = (rules: Omit<NumberRules, 'missing'>) =>
  z.preprocess(
    cleaned,
    z.string().transform((given, context) => (given === '' ? null : asWholeNumber(rules)(given, context))),
  )

/** One of the values that were offered. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, missing: string) =>
  z.preprocess(cleaned, z.enum(values, { error: missing }))

/** Any of the values that were offered, each once; at least one where `missing` says so. */
export const someOf = <const Values extends readonly [string, ...string[]]>(values: Values, missing?: string) =>
  z.preprocess(
    listed,
    z.array(z.enum(values, { error: 'Choose from the list' })).min(missing === undefined ? 0 : 1, missing),
  )

/** A ticked box. */
export const ticked = () => z.preprocess((given) => firstOf(given) !== '', z.boolean())

/** A day typed as `name-day`, `name-month` and `name-year`. */
export const typedAsDay = (rules: { readonly missing: string; readonly impossible: string }) =>
  z.preprocess(partsOf, z.string().min(1, rules.missing).transform(asDay(rules.impossible)))

/** A day that may be left out, then null. */
export const optionalDay = (impossible: string) =>
  z.preprocess(
    partsOf,
    z.string().transform((given, context) => (given === '' ? null : asDay(impossible)(given, context))),
  )

const limited = ({ max = 200, tooLong }: Omit<TextRules, 'missing'>) =>
  z.string().max(max, { error: () => tooLong ?? `Use ${max.toLocaleString('en-GB')} characters or fewer` })

const asWholeNumber = (rules: Omit<NumberRules, 'missing'>) => (given: string, context: z.RefinementCtx) => {
  const digits = given.replaceAll(/[,\s]/g, '')
  const value = /^-?\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
  if (value >= (rules.min ?? 0) && value <= (rules.max ?? 1_000_000_000)) return value
  context.addIssue({ code: 'custom', message: rules.wrong })
  return z.NEVER
}

const asDay =
  (impossible: string) =>
  (given: string, context: z.RefinementCtx): Day => {
    const day = parseDay(given)
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: impossible })
    return z.NEVER
  }

/** The form's own field, since a field named `constructor` must not find what every object has. */
const own = (form: FormValues, name: string) => (Object.hasOwn(form, name) ? form[name] : undefined)

function answerTo(form: FormValues, name: string): unknown {
  const whole = own(form, name)
  return whole === undefined && Object.hasOwn(form, `${name}-day`) ? typedDay(form, name) : whole
}

function firstOf(given: unknown): string {
  const first: unknown = Array.isArray(given) ? given[0] : given
  return typeof first === 'string' ? first : ''
}

/** A null character cannot be kept by the database, and browsers send lines that end in two characters. */
const cleaned = (given: unknown): string =>
  firstOf(given).replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()

function listed(given: unknown): readonly unknown[] {
  if (given === undefined || given === '') return []
  return Array.isArray(given) ? [...new Set<unknown>(given)] : [given]
}

/** `YYYY-MM-DD`, empty where nothing was typed, and no day at all where parts are missing. */
function partsOf(given: unknown): string {
  if (typeof given !== 'object' || given === null) return cleaned(given)
  const [day, month, year] = ['day', 'month', 'year'].map((part) => cleaned(Reflect.get(given, part)))
  if (!day && !month && !year) return ''
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}
