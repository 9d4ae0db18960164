import type { PublishedCrime } from '#crime/street-crimes.sql.ts'
import type { Day } from '#platform/day.ts'
import { categoryUrl } from './crime-categories.ts'
import { outcomeCode } from './outcome-categories.ts'

const monthOf = (month: Day): string => month.slice(0, 7)

/** A crime in the words of the national interface, with its last outcome. */
export const crimeJson = (crime: PublishedCrime) => written(crime, { outcome_status: outcomeStatus(crime) })

/** The same without its outcome, as it stands beside one. */
const crimeAlone = (crime: PublishedCrime) => written(crime, {})

const written = <Outcome extends object>(crime: PublishedCrime, outcome: Outcome) => ({
  category: categoryUrl(crime.category),
  location_type: crime.place && 'Force',
  location: crime.place && placeJson(crime.place),
  context: crime.fictional ? 'Fictional: this did not happen' : (crime.context ?? ''),
  ...outcome,
  persistent_id: crime.reference ?? '',
  id: crime.number,
  location_subtype: '',
  month: monthOf(crime.month),
})

const placeJson = ({ id, name, latitude, longitude }: NonNullable<PublishedCrime['place']>) => ({
  latitude: latitude.toFixed(6),
  street: { id, name },
  longitude: longitude.toFixed(6),
})

// Street files do not date an outcome; the crime's own month is the one month that it cannot be before.
function outcomeStatus({ outcome, month }: PublishedCrime) {
  return outcome === null || outcomeCode(outcome) === null ? null : { category: outcome, date: monthOf(month) }
}

/** The outcomes that are known of a crime: its last, or none. */
function outcomesOf({ outcome, month }: PublishedCrime) {
  const code = outcome === null ? null : outcomeCode(outcome)
  return code === null ? [] : [{ category: { code, name: outcome }, date: monthOf(month), person_id: null }]
}

/** What became of crimes, each outcome with its crime. */
export const outcomesJson = (crimes: readonly PublishedCrime[]) =>
  crimes.flatMap((crime) => outcomesOf(crime).map((outcome) => ({ ...outcome, crime: crimeAlone(crime) })))

/** One crime with all that is known of its outcomes. */
export const caseJson = (crime: PublishedCrime) => ({ crime: crimeAlone(crime), outcomes: outcomesOf(crime) })
