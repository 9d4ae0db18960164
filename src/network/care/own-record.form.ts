import { z } from 'zod'
import { oneOf, readForm, text, type FormResult, type FormValues } from '#platform/form.ts'
import { waysToReach, type KeyIndividual } from '../key-individual.ts'
import { levels } from '../relationship.ts'
import { emailPattern, telephonePattern } from '../told-patterns.ts'
import { oneOrNone, optionalPattern, textOrNull, wordsParted } from '../typed-parts.ts'
import type { Details } from './change-own-record.ts'

const detailsForm = z.object({
  name: text({ missing: 'Enter your name', max: 120 }),
  email: optionalPattern(emailPattern, 'Enter an e-mail address such as name@example.org'),
  telephone: optionalPattern(telephonePattern, 'Enter a telephone number such as 01305 222 222', 40),
  address: textOrNull(300),
  languages: wordsParted(),
  reachBy: oneOrNone(waysToReach),
})

/** Somebody's details as they correct them, or every mistake in them. */
export const readDetails = (form: FormValues): FormResult<Details> => readForm(detailsForm, form)

/** Details as the form shows them. */
export const detailsTyped = (person: KeyIndividual): FormValues => ({
  name: person.name,
  email: person.email ?? '',
  telephone: person.telephone ?? '',
  address: person.address ?? '',
  languages: person.languages.join(', '),
  reachBy: person.reachBy ?? '',
})

/** How often somebody wants to hear from us, as an ISO 8601 duration. */
export const readHowOften = (form: FormValues) => readForm(z.object({ every: oneOf(levels, 'Choose how often') }), form)

/** Whether what is held waits for its review or goes at once. */
export const readLeaving = (form: FormValues) =>
  readForm(z.object({ how: oneOf(['keep', 'erase'], 'Choose what shall happen') }), form)
