import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import { readForm, typedAsDay, type FieldErrors, type FormValues } from '#platform/form.ts'

const form = z.object({
  from: typedAsDay({
    missing: 'Enter the day from which the boundaries hold',
    impossible: 'Enter a real day, such as 1 4 2026',
  }),
})

/** From when a file of boundaries holds, or the mistake in it. */
export function readFrom(
  values: FormValues,
): { readonly ok: true; readonly value: Day } | { readonly ok: false; readonly errors: FieldErrors } {
  const read = readForm(form, values)
  return read.ok ? { ok: true, value: read.value.from } : { ok: false, errors: read.errors }
}
