import { inWords, parseDay } from '#platform/day.ts'
import { typed, type FormResult, type FormValues } from '#platform/form.ts'
import { idOrNew } from '../typed-parts.ts'
import type { Compared } from './compare.page.ts'
import type { MergeOf } from './merge-key-individuals.ts'

/** Which record somebody keeps, and what of the other; or the mistake in it. */
export function readMerge<Part extends string>(
  form: FormValues,
  ids: readonly [string, string],
  parts: readonly Part[],
): FormResult<MergeOf<Part>> {
  const kept = ids.find((id) => id === typed(form, 'kept'))
  const merged = ids.find((id) => id !== kept)
  if (kept === undefined || merged === undefined)
    return { ok: false, errors: { kept: 'Choose which record is kept' }, values: form }
  const fromMerged = new Set(parts.filter((part) => typed(form, part) === merged))
  return { ok: true, value: { id: idOrNew(form), kept, merged, fromMerged } }
}

/** Two records, part by part, in words. */
export const comparedParts = <Part extends string>(
  titles: Readonly<Record<Part, string>>,
  parts: readonly Part[],
  one: Readonly<Record<Part, unknown>>,
  other: Readonly<Record<Part, unknown>>,
): readonly Compared[] =>
  parts.map((part) => ({ part, title: titles[part], one: inPlainWords(one[part]), other: inPlainWords(other[part]) }))

function inPlainWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return Object.values(value).join(', ')
  const day = parseDay(String(value))
  return day === null ? String(value) : inWords(day)
}
