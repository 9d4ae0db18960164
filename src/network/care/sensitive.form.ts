import { z } from 'zod'
import { addDays, type Day } from '#platform/day.ts'
import { oneOf, optionalText, readForm, text, typedAsDay, type FormResult, type FormValues } from '#platform/form.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'
import { readingPurposes, sensitiveCategories, type Reading, type SensitiveFact } from './sensitive-fact.ts'

const purposeForm = z.object({
  purpose: oneOf(readingPurposes, 'Choose what you need them for'),
  words: optionalText({ max: 300 }),
})

/** What somebody needs sensitive facts for, or what is missing; a purpose of their own needs words. */
export function readPurpose(form: FormValues, keyIndividualId: string): FormResult<Reading> {
  const read = readForm(purposeForm, form)
  if (!read.ok) return read
  if (read.value.purpose === 'another purpose' && read.value.words === '')
    return { ok: false, errors: { words: 'Say what you need them for' }, values: form }
  return { ok: true, value: { ...read.value, keyIndividualId } }
}

const factForm = z.object({
  category: oneOf(sensitiveCategories, 'Choose the category'),
  words: text({ missing: 'Enter what must be known', max: 500 }),
  reason: text({ missing: 'Enter why it must be held', max: 500 }),
  reviewOn: typedAsDay({ missing: 'Enter by when somebody must look at it again', impossible: impossibleDay }),
  id: idTyped,
})

/** A sensitive fact with its reason (UK GDPR article 9), or every mistake in it. */
export function readSensitiveFact(
  form: FormValues,
  { keyIndividualId, today }: { readonly keyIndividualId: string; readonly today: Day },
): FormResult<SensitiveFact> {
  const read = readForm(factForm, form)
  if (!read.ok) return read
  const { reviewOn } = read.value
  const wrong =
    reviewOn <= today ? 'Enter a day to come' : reviewOn > addDays(today, 366) ? 'Look at it again within a year' : null
  if (wrong !== null) return { ok: false, errors: { reviewOn: wrong }, values: form }
  return { ok: true, value: { ...read.value, keyIndividualId } }
}
