import { z } from 'zod'
import type { Span } from '#platform/day.ts'
import { readForm, typed, typedAsDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Decided } from './take-niche.ts'

const impossible = 'Enter a real day, such as 14 3 2026'
const periodForm = z.object({
  from: typedAsDay({ missing: 'Enter the first day', impossible }),
  to: typedAsDay({ missing: 'Enter the last day', impossible }),
})

type Period = Span & { readonly onlyNew: boolean }

/** The days that somebody asks for, or the mistakes in them. */
export function readPeriod(
  form: FormValues,
): { readonly ok: true; readonly value: Period } | { readonly ok: false; readonly errors: FieldErrors } {
  const read = readForm(periodForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { from, to } = read.value
  if (to < from) return { ok: false, errors: { to: 'The last day comes before the first' } }
  return { ok: true, value: { from, to, onlyNew: typed(form, 'only') === 'new' } }
}

/** The rows that somebody ticked, by their number. */
export const ownLines = (form: FormValues): ReadonlySet<number> => new Set(typedList(form, 'own').map(Number))

/** What somebody decided of the rows in doubt. */
export const readDecided = (form: FormValues): Decided => ({
  changedToo: typed(form, 'changedToo') === 'yes',
  ownLines: ownLines(form),
})
