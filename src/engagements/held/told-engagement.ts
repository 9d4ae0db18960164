import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { locationFault, type Location } from '#areas/location.ts'
import { addDays, dayAt, instantAt, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalText,
  optionalWholeNumber,
  readForm,
  someOf,
  text,
  ticked,
  typed,
  typedAsDay,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import { capitalised } from '#platform/capitalised.ts'
import { clockTime } from '../clock-time.ts'
import { communities, methods, type Engagement } from '../engagement.ts'
import { optionalHours } from '../hours.ts'
import { readFootfall } from './told-footfall.ts'

const engagementForm = z.object({
  title: text({ missing: 'Enter what the engagement was', max: 150 }),
  method: oneOf(methods, 'Choose how you met people'),
  heldOn: typedAsDay({
    missing: 'Enter the day it was held',
    impossible: 'Enter a real day, such as 14 3 2026',
  }),
  beganAt: optionalText({ max: 20 }),
  place: text({ missing: 'Enter where it was held', max: 150 }),
  neighbourhood: optionalText({ max: 40 }),
  latitude: optionalText({ max: 20 }),
  longitude: optionalText({ max: 20 }),
  communities: someOf(communities),
  ledBy: z.preprocess((given) => (given === 'local event' ? given : 'police'), z.enum(['police', 'local event'])),
  advertised: ticked(),
  daysAdvertised: optionalWholeNumber({ wrong: 'Enter a whole number of days, such as 14', max: 400 }),
  keyEvent: ticked(),
  volunteers: ticked(),
  volunteerHours: optionalHours(2000),
  specialConstables: ticked(),
  ruralCrimeTeam: ticked(),
  assessmentCriteria: ticked(),
  inNiche: ticked(),
})

/** What a form must agree with: whose engagement it is, when it is sent, which neighbourhoods the team covers. */
export type Setting = {
  readonly teamId: string
  readonly timeZone: string
  readonly now: Date
  readonly neighbourhoodIds: readonly string[]
}

export type ReadEngagement =
  { readonly ok: true; readonly value: Engagement } | { readonly ok: false; readonly errors: FieldErrors }

/** An engagement as the form tells it, or every mistake in it; a form without an id of its own is given one. */
export function readEngagement(sent: FormValues, setting: Setting): ReadEngagement {
  const form = typed(sent, 'method') === '' ? { ...sent, method: typed(sent, 'kind') } : sent
  const read = readForm(engagementForm, form)
  const footfall = readFootfall(form)
  const ruled = read.ok ? ruleFaults(read.value, setting) : read.errors
  const errors = { ...ruled, ...(footfall.ok ? {} : footfall.errors) }
  if (!read.ok || !footfall.ok || Object.keys(errors).length > 0) return { ok: false, errors }
  const { neighbourhood, latitude, longitude, beganAt, daysAdvertised, advertised, ...told } = read.value
  const engagement = {
    ...told,
    id: idOf(form),
    teamId: setting.teamId,
    beganAt: clockTime(beganAt) ?? null,
    neighbourhoodId: neighbourhood === '' ? null : neighbourhood,
    location: locationTyped(latitude, longitude),
    footfall: footfall.value,
    advertised: advertised || (daysAdvertised ?? 0) > 0,
    daysAdvertised,
  }
  return { ok: true, value: engagement }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The id that the form was given when it was opened; sent twice, it names the same engagement. */
export const idOf = (form: FormValues): string => {
  const id = typed(form, 'id')
  return uuid.test(id) ? id.toLowerCase() : randomUUID()
}

type Told = z.output<typeof engagementForm>

function ruleFaults(told: Told, setting: Setting): FieldErrors {
  return {
    ...dayFault(told.heldOn, setting),
    ...timeFault(told, setting),
    ...locationFaults(told),
    ...(told.neighbourhood === '' || setting.neighbourhoodIds.includes(told.neighbourhood)
      ? {}
      : { neighbourhood: 'Choose a neighbourhood from the list' }),
  }
}

function dayFault(heldOn: Day, { now, timeZone }: Setting): FieldErrors {
  const today = dayAt(now, timeZone)
  if (heldOn > today) return { heldOn: `${inWords(heldOn)} has not come yet: record the engagement once it was held` }
  return heldOn < addDays(today, -36_525) ? { heldOn: 'That day is more than a hundred years ago' } : {}
}

/** What a phone or a map gave; null where neither number was. */
export const locationTyped = (latitude: string, longitude: string): Location | null =>
  latitude === '' && longitude === '' ? null : { latitude: degrees(latitude), longitude: degrees(longitude) }

const degrees = (text: string): number => (text === '' ? Number.NaN : Number(text))

/** What is wrong with a place as it was typed, beside its field. */
export function locationFaults({ latitude, longitude }: Pick<Told, 'latitude' | 'longitude'>): FieldErrors {
  const location = locationTyped(latitude, longitude)
  const fault = location && locationFault(location)
  return fault ? { latitude: `${capitalised(fault)}: give both as degrees, or leave both empty` } : {}
}

function timeFault({ beganAt, heldOn }: Told, { now, timeZone }: Setting): FieldErrors {
  if (beganAt === '') return {}
  const time = clockTime(beganAt)
  if (time === null) return { beganAt: 'Enter a time such as 14:30 or 2.30pm' }
  const isToday = heldOn === dayAt(now, timeZone)
  return isToday && instantAt(heldOn, time, timeZone) > now ? { beganAt: `${time} has not come yet today` } : {}
}
