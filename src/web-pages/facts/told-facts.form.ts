import { z } from 'zod'
import { locationFault } from '#areas/location.ts'
import { postcodePattern } from '#network/told-patterns.ts'
import { idTyped } from '#network/typed-parts.ts'
import { oneOf, optionalText, optionalWholeNumber, readForm, text, wholeNumber } from '#platform/form.ts'
import type { FormResult, FormValues } from '#platform/form.ts'
import type { Contact } from './contact.ts'
import { contactFields, contactOf, httpsPattern, optionalOf, wrongAddress } from './contact.form.ts'
import type { EngagementMethod, SeniorOfficer } from './force-facts.sql.ts'
import { webSections, type WebSection } from './section.ts'
import { locationTypes, type TeamLink, type TeamLocation } from './team-facts.sql.ts'

const place = optionalWholeNumber({ wrong: 'Enter a whole number from 1 to 99', min: 1, max: 99 }).transform(
  (n) => n ?? 0,
)
const address = () => text({ missing: wrongAddress, max: 300 }).pipe(z.string().regex(httpsPattern, wrongAddress))

/** How to reach a team, or every mistake in it; one way at least must be told. */
export function readTeamContact(form: FormValues): FormResult<Contact> {
  const read = readForm(z.object(contactFields), form)
  if (!read.ok) return read
  const contact = contactOf(read.value)
  if (Object.keys(contact).length > 0) return { ok: true, value: contact }
  return { ok: false, errors: { email: 'Enter at least one way to reach the team' }, values: form }
}

const linkForm = z.object({
  id: idTyped,
  title: text({ missing: 'Enter what is found there', max: 120 }),
  url: address(),
  description: optionalText({ max: 300 }),
  place,
})

/** A link to more, or every mistake in it; likewise below. */
export const readLink = (form: FormValues): FormResult<TeamLink> => readForm(linkForm, form)

const locationForm = z.object({
  id: idTyped,
  name: text({ missing: 'Enter what it is called', max: 120 }),
  type: oneOf(locationTypes, 'Choose what it is'),
  address: text({ missing: 'Enter its address', max: 300 }),
  postcode: optionalOf(postcodePattern, 'Enter a postcode such as DT6 3QY', 10).transform((given) =>
    given.toUpperCase(),
  ),
  latitude: optionalText({ max: 20 }),
  longitude: optionalText({ max: 20 }),
  telephone: contactFields.telephone,
  description: optionalText({ max: 300 }),
  place,
})

export function readLocation(form: FormValues): FormResult<TeamLocation> {
  const read = readForm(locationForm, form)
  if (!read.ok) return read
  const { latitude, longitude, ...told } = read.value
  if (latitude === '' && longitude === '') return { ok: true, value: { ...told, location: null } }
  const location = { latitude: degrees(latitude), longitude: degrees(longitude) }
  const fault = locationFault(location)
  if (fault === null) return { ok: true, value: { ...told, location } }
  return { ok: false, errors: { latitude: `Enter where it is in degrees: ${fault}` }, values: form }
}

const degrees = (given: string): number => (/^-?\d{1,3}(\.\d+)?$/.test(given) ? Number(given) : Number.NaN)

const forceForm = z.object({
  description: optionalText({ max: 1_000 }),
  website: optionalOf(httpsPattern, wrongAddress, 300),
  telephone: contactFields.telephone,
})

export const readForceFacts = (form: FormValues) => readForm(forceForm, form)

const methodForm = z.object({
  id: idTyped,
  type: text({ missing: 'Enter what kind of way it is, such as newsletter', max: 40 }),
  title: text({ missing: 'Enter what it is called', max: 120 }),
  url: address(),
  description: optionalText({ max: 300 }),
  place,
})

export const readMethod = (form: FormValues): FormResult<EngagementMethod> => readForm(methodForm, form)

const seniorForm = z.object({
  id: idTyped,
  name: text({ missing: 'Enter their name', max: 120 }),
  rank: text({ missing: 'Enter their rank, such as Chief Constable', max: 80 }),
  bio: optionalText({ max: 600 }),
  place,
  ...contactFields,
})

export function readSeniorOfficer(form: FormValues): FormResult<SeniorOfficer> {
  const read = readForm(seniorForm, form)
  if (!read.ok) return read
  const { id, name, rank, bio, place: at } = read.value
  return { ok: true, value: { id, name, rank, bio, place: at, contact: contactOf(read.value) } }
}

const daysOf = wholeNumber({
  missing: 'Enter a number of days',
  wrong: 'Enter a whole number of days from 7 to 730',
  min: 7,
  max: 730,
})
const intervalsForm = z.object(Object.fromEntries(webSections.map(({ slug }) => [slug, daysOf])))

/** How many days each section may go without a look, or every mistake in it. */
export function readIntervals(form: FormValues): FormResult<{ section: WebSection; days: number }[]> {
  const read = readForm(intervalsForm, form)
  if (!read.ok) return read
  return { ok: true, value: webSections.map(({ section, slug }) => ({ section, days: Number(read.value[slug]) })) }
}
