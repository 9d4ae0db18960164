import { z } from 'zod'
import { inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalWholeNumber,
  readForm,
  text,
  typedAsDay,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import type { Agreement } from '../agree-level.ts'
import { levels } from '../relationship.ts'
import type { Review } from '../review-relationship.ts'
import { idTyped, impossibleDay } from '../typed-parts.ts'

export const otherUnits = ['weeks', 'months'] as const

const agreementForm = z.object({
  every: oneOf([...levels, 'another'], 'Choose how often'),
  number: optionalWholeNumber({ wrong: 'Enter a whole number from 1 to 104', min: 1, max: 104 }),
  unit: z.preprocess((given) => (given === 'months' ? given : 'weeks'), z.enum(otherUnits)),
  with: oneOf(['both', 'us alone'], 'Choose who agreed it'),
  on: typedAsDay({ missing: 'Enter the day on which it was agreed', impossible: impossibleDay }),
})

/** How often we agreed to be in touch, with whom and when (D3.1), or every mistake in it. */
export function readAgreement(form: FormValues, today: Day): FormResult<Agreement> {
  const read = readForm(agreementForm, form)
  if (!read.ok) return read
  const { every, number, unit, with: by, on } = read.value
  const errors = {
    ...(every === 'another' && number === null ? { number: 'Enter how many weeks or months' } : {}),
    ...(on > today ? { on: `${inWords(on)} has not come yet` } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const length = every === 'another' ? `P${number}${unit === 'weeks' ? 'W' : 'M'}` : every
  return { ok: true, value: { every: length, with: by, on } }
}

const reviewForm = z.object({
  cameOfIt: text({ missing: 'Enter what came of it', max: 1000 }),
  worthIt: oneOf(['yes', 'partly', 'no'], 'Choose whether it was worth it'),
  toChange: text({ missing: 'Enter what should change, or “nothing”', max: 1000 }),
  id: idTyped,
})

/** The yearly look at a relationship in three answers (D3.2), or every mistake in them. */
export function readReview(
  form: FormValues,
  { relationshipId, today }: { readonly relationshipId: string; readonly today: Day },
): FormResult<Review> {
  const read = readForm(reviewForm, form)
  return read.ok ? { ok: true, value: { ...read.value, relationshipId, on: today } } : read
}
