import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import { optionalText, readForm, text, typedAsDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Hotspot } from './hotspot.ts'
import { idOf } from './told-engagement.ts'

const hotspotForm = z.object({
  place: text({ missing: 'Enter where it is', max: 150 }),
  neighbourhood: optionalText({ max: 40 }),
  why: text({ missing: 'Enter why it is a hotspot', max: 500 }),
  identifiedOn: typedAsDay({
    missing: 'Enter since when you know of it',
    impossible: 'Enter a real day, such as 14 3 2026',
  }),
})

type Setting = { readonly teamId: string; readonly today: Day; readonly neighbourhoodIds: readonly string[] }

/** A hotspot as its form tells it, or every mistake in it. */
export function readHotspot(
  form: FormValues,
  { teamId, today, neighbourhoodIds }: Setting,
): { readonly ok: true; readonly value: Hotspot } | { readonly ok: false; readonly errors: FieldErrors } {
  const read = readForm(hotspotForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { place, neighbourhood, why, identifiedOn } = read.value
  const errors = {
    ...(neighbourhood === '' || neighbourhoodIds.includes(neighbourhood)
      ? {}
      : { neighbourhood: 'Choose a neighbourhood from the list' }),
    ...(identifiedOn > today ? { identifiedOn: `${inWords(identifiedOn)} has not come yet` } : {}),
    ...(identifiedOn < addDays(today, -366) ? { identifiedOn: 'That day is more than a year ago' } : {}),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const neighbourhoodId = neighbourhood === '' ? null : neighbourhood
  return { ok: true, value: { id: idOf(form), teamId, place, neighbourhoodId, why, identifiedOn } }
}
