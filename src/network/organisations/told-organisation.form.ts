import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  readForm,
  text,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { organisationKinds, type Organisation } from '../organisation.ts'
import { postcodePattern, websitePattern } from '../told-patterns.ts'
import { dayTyped, impossibleDay, optionalPattern, wordsParted } from '../typed-parts.ts'

const organisationForm = z.object({
  kind: oneOf(organisationKinds, 'Choose what it is'),
  name: text({ missing: 'Enter its name', max: 150 }),
  place: optionalText({ max: 100 }),
  postcode: optionalPattern(postcodePattern, 'Enter a whole postcode, such as DT6 3LF', 10).transform(
    (given) => given && given.toUpperCase().replace(/ ?(\d[A-Z]{2})$/, ' $1'),
  ),
  website: optionalPattern(websitePattern, 'Enter an address that begins with https://', 300),
  members: optionalWholeNumber({ wrong: 'Enter a whole number, such as 24', max: 100_000 }),
  opensOn: optionalDay(impossibleDay),
  closesOn: optionalDay(impossibleDay),
  tags: wordsParted(),
})

type Setting = {
  readonly id: string
  readonly forceId: string
  readonly teamId: string | null
  /** What is held already, or null where the organisation is new. */
  readonly held: Organisation | null
}

/** An organisation as the form tells of it, or every mistake in it; what it is stays as it was first told. */
export function readOrganisation(form: FormValues, { held, ...setting }: Setting): FormResult<Organisation> {
  const read = readForm(organisationForm, held === null ? form : { ...form, kind: held.kind })
  if (!read.ok) return { ...read, values: form }
  const { opensOn, closesOn } = read.value
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    return { ok: false, errors: { closesOn: 'It closes before it opens' }, values: form }
  const { location = null, subjectId = null, urn = null } = held ?? {}
  return { ok: true, value: { ...setting, ...read.value, location, subjectId, urn } }
}

/** What is held about an organisation, as the form shows it. */
export const asTyped = (held: Organisation): FormValues => ({
  kind: held.kind,
  name: held.name,
  place: held.place,
  postcode: held.postcode ?? '',
  website: held.website ?? '',
  members: held.members === null ? '' : String(held.members),
  tags: held.tags.join(', '),
  ...daysTyped(held.opensOn, held.closesOn),
})

const daysTyped = (opensOn: Day | null, closesOn: Day | null): FormValues => ({
  ...dayTyped('opensOn', opensOn),
  ...dayTyped('closesOn', closesOn),
})
