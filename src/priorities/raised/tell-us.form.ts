import { z } from 'zod'
import { idOrNew } from '#network/typed-parts.ts'
import { stampedFault } from '#platform/form-stamp.ts'
import { optionalText, readForm, text, type FieldErrors, type FormValues } from '#platform/form.ts'
import { isAddress } from '#platform/mail/mail.ts'
import type { ConcernSent } from './concerns-sent.sql.ts'

const tellUsForm = z.object({
  words: text({ missing: 'Write what matters to you', max: 1000, tooLong: 'Use 1,000 characters or fewer' }),
  place: optionalText({ max: 150, tooLong: 'Use 150 characters or fewer' }),
  neighbourhood: optionalText({ max: 40 }),
  address: optionalText({ max: 254, tooLong: 'Use 254 characters or fewer' })
    .transform((given) => given.toLowerCase())
    .refine(
      (given) => given === '' || isAddress(given),
      'Enter an e-mail address in the right form, such as name@example.org, or leave it empty',
    ),
})

type Setting = {
  readonly secret: Uint8Array
  readonly teamId: string
  readonly neighbourhoodIds: readonly string[]
  readonly now: Date
}
type Sent = ConcernSent & { readonly address: string | null }
type Read = { readonly ok: true; readonly value: Sent } | { readonly ok: false; readonly errors: FieldErrors }

/** What somebody told, or every mistake in it; what looks like a program's doing may be sent again by a person. */
export function readTellUs(form: FormValues, { secret, teamId, neighbourhoodIds, now }: Setting): Read {
  const read = readForm(tellUsForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { words, place, neighbourhood, address } = read.value
  if (neighbourhood !== '' && !neighbourhoodIds.includes(neighbourhood))
    return { ok: false, errors: { neighbourhood: 'Choose a neighbourhood from the list' } }
  const id = idOrNew(form)
  const fault = stampedFault(secret, form, { formId: id, about: teamId }, now)
  if (fault !== null) return { ok: false, errors: { words: fault } }
  const neighbourhoodId = neighbourhood === '' ? null : neighbourhood
  return { ok: true, value: { id, teamId, words, place, neighbourhoodId, address: address === '' ? null : address } }
}

const notFixedForm = z.object({ words: optionalText({ max: 500, tooLong: 'Use 500 characters or fewer' }) })

/** Why somebody thinks that it is not fixed; may be empty. */
export const readNotFixed = (form: FormValues) => readForm(notFixedForm, form)
