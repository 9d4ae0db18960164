import type { Team } from '#areas/area.ts'
import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Placing } from './place-schools.ts'
import { placeKey } from './register-row.ts'

/** Chosen for a place that is no team's of the force. */
export const notOurs = 'none'
/** Chosen to forget what was said of a place. */
export const forget = 'forget'

/** Whose each place is, as two columns of a form say it side by side; what nobody chose for stays as it was. */
export function readPlacings(form: FormValues, teams: readonly Team[]): Placing[] {
  const [places, chosen] = [typedList(form, 'place'), typedList(form, 'team')]
  return places.flatMap((place, n) => {
    const whose = whoseOf(chosen[n] ?? '', teams)
    const key = placeKey(place).slice(0, 200)
    return whose === undefined || key === '' ? [] : [{ place: key, whose }]
  })
}

/** One place typed by hand, or what is wrong with it. */
export function readPlace(form: FormValues, teams: readonly Team[]): Placing | FieldErrors {
  const place = placeKey(typed(form, 'onePlace')).slice(0, 200)
  const whose = whoseOf(typed(form, 'oneTeam'), teams)
  if (place !== '' && whose !== undefined && whose !== null) return { place, whose }
  return {
    ...(place === '' ? { onePlace: 'Enter a town, the first half of a postcode, or the number of one school' } : {}),
    ...(whose ? {} : { oneTeam: 'Choose whose it is' }),
  }
}

export const isPlacing = (read: Placing | FieldErrors): read is Placing => 'whose' in read && 'place' in read

function whoseOf(chosen: string, teams: readonly Team[]): Placing['whose'] | undefined {
  if (chosen === forget) return null
  if (chosen === notOurs) return { teamId: null }
  return teams.some(({ id }) => id === chosen) ? { teamId: chosen } : undefined
}
