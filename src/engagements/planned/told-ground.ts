import { locationOf, readGridReference } from '#areas/grid-reference.ts'
import type { Location } from '#areas/location.ts'
import { optionalText, type FieldErrors } from '#platform/form.ts'
import { capitalised } from '#platform/capitalised.ts'
import { locationFaults, locationTyped } from '../held/told-engagement.ts'

/** Where it is on the ground, where somebody says: by degrees, or by a grid reference. */
export const onTheGround = {
  latitude: optionalText({ max: 20 }),
  longitude: optionalText({ max: 20 }),
  gridReference: optionalText({ max: 30 }),
}

type Typed = { readonly latitude: string; readonly longitude: string; readonly gridReference: string }

/** The place as it was typed, null where nobody said; or what is wrong with it. */
export function groundOf({ latitude, longitude, gridReference }: Typed): {
  readonly location: Location | null
  readonly errors: FieldErrors
} {
  const errors = locationFaults({ latitude, longitude })
  if (gridReference === '') return { location: locationTyped(latitude, longitude), errors }
  if (latitude !== '' || longitude !== '')
    return { location: null, errors: { gridReference: 'Give degrees or a grid reference, not both' } }
  const read = readGridReference(gridReference)
  if ('words' in read) return { location: null, errors: { gridReference: capitalised(read.words) } }
  return { location: locationOf(read.value), errors: {} }
}
