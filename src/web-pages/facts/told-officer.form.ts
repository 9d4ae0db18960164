import { z } from 'zod'
import { dayTyped, idTyped, impossibleDay } from '#network/typed-parts.ts'
import { optionalDay, optionalText, readForm, text, ticked, typedAsDay } from '#platform/form.ts'
import type { FormResult, FormValues } from '#platform/form.ts'
import { optionalWholeNumber } from '#platform/form.ts'
import { isReachable, waysOfContact } from './contact.ts'
import { contactFields, contactOf } from './contact.form.ts'
import type { Officer } from './officer.ts'

const officerForm = z.object({
  id: idTyped,
  personId: optionalText(),
  name: text({ missing: 'Enter their name as the public knows it', max: 120 }),
  rank: text({ missing: 'Enter their rank, such as PCSO', max: 80 }),
  bio: optionalText({ max: 600 }),
  contactable: ticked(),
  neighbourhoods: z.preprocess((given) => [given ?? []].flat(), z.array(z.string())),
  place: optionalWholeNumber({ wrong: 'Enter a whole number from 1 to 99', min: 1, max: 99 }),
  shownFrom: typedAsDay({ missing: 'Enter from when they are shown', impossible: impossibleDay }),
  shownUntil: optionalDay(impossibleDay),
  ...contactFields,
})

type Offered = { readonly personIds: readonly string[]; readonly neighbourhoodIds: readonly string[] }

/** An officer as the form tells of them, or every mistake in it. */
export function readOfficer(form: FormValues, offered: Offered): FormResult<Officer> {
  const read = readForm(officerForm, form)
  if (!read.ok) return read
  const { value } = read
  const contact = contactOf(value)
  const errors = {
    ...(value.personId === '' || offered.personIds.includes(value.personId)
      ? {}
      : { personId: 'Choose from the list' }),
    ...(value.contactable && !isReachable(contact)
      ? { email: 'A named officer needs an e-mail address or a telephone number' }
      : {}),
    ...(value.shownUntil !== null && value.shownUntil < value.shownFrom
      ? { shownUntil: 'Their last day cannot come before their first' }
      : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, values: form }
  const { id, name, rank, bio, contactable, shownFrom, shownUntil } = value
  const neighbourhoodIds = value.neighbourhoods.filter((one) => offered.neighbourhoodIds.includes(one))
  const personId = value.personId === '' ? null : value.personId
  const place = value.place ?? 0
  return {
    ok: true,
    value: { id, personId, name, rank, bio, contact, contactable, place, shownFrom, shownUntil, neighbourhoodIds },
  }
}

/** An officer as the form would have been typed. */
export const officerTyped = (officer: Officer): FormValues => ({
  ...Object.fromEntries(waysOfContact.map((way) => [way, officer.contact[way] ?? ''])),
  id: officer.id,
  personId: officer.personId ?? '',
  name: officer.name,
  rank: officer.rank,
  bio: officer.bio,
  contactable: officer.contactable ? 'yes' : '',
  neighbourhoods: officer.neighbourhoodIds,
  place: officer.place === 0 ? '' : String(officer.place),
  ...dayTyped('shownFrom', officer.shownFrom),
  ...dayTyped('shownUntil', officer.shownUntil),
})
