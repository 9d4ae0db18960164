import { z } from 'zod'
import { spanFault, type HalfTerm } from '#areas/terms/half-term.ts'
import { readForm, text, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import { dayTyped, impossibleDay } from '../typed-parts.ts'

const termForm = z.object({
  council: text({ missing: 'Enter whose schools they are', max: 100 }),
  name: text({ missing: 'Enter what it is called, such as Autumn 1', max: 60 }),
  from: typedAsDay({ missing: 'Enter its first day', impossible: impossibleDay }),
  to: typedAsDay({ missing: 'Enter its last day', impossible: impossibleDay }),
})

/** A half term as the form tells of it, or every mistake in it. */
export function readTerm(form: FormValues): FormResult<HalfTerm> {
  const read = readForm(termForm, form)
  if (!read.ok) return read
  const fault = spanFault(read.value)
  return fault === null ? read : { ok: false, errors: { to: `Put it right: ${fault}` }, values: form }
}

/** A half term as the form shows it again. */
export const termTyped = ({ council, name, from, to }: HalfTerm): FormValues => ({
  council,
  name,
  ...dayTyped('from', from),
  ...dayTyped('to', to),
})
