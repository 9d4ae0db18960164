import { z } from 'zod'
import type { Framework } from '#frameworks/framework.ts'
import { impossibleDay } from '#network/typed-parts.ts'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import { optionalText, readForm, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'

const beginForm = z.object({
  framework: optionalText({ max: 100 }),
  from: typedAsDay({ missing: 'Enter on which day the contract begins', impossible: impossibleDay }),
})

type Begun = { readonly framework: Framework; readonly from: Day }

/** Under which of a force's frameworks a first contract is made and when it begins, or every mistake in it. */
export function readBegin(form: FormValues, frameworks: readonly Framework[], today: Day): FormResult<Begun> {
  const read = readForm(beginForm, form)
  if (!read.ok) return read
  const { from } = read.value
  const framework = frameworks.find(({ id }) => id === read.value.framework)
  const errors = {
    ...(framework === undefined ? { framework: 'Choose a framework from the list' } : {}),
    ...(from > addMonths(today, 24) ? { from: `${inWords(from)} is more than two years ahead` } : {}),
    ...(from < addMonths(today, -12)
      ? { from: 'A year that is over cannot be planned: read its contract from a document instead' }
      : {}),
  }
  if (framework === undefined || Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  return { ok: true, value: { framework, from } }
}
