/** A place on the ground in degrees of WGS84, as phones and maps tell it. */
export type Location = { readonly latitude: number; readonly longitude: number }

/** The British Isles with some sea: whatever lies outside was mistyped. */
const bounds = { south: 49, north: 61.5, west: -9.5, east: 2.5 }

/** Why a pair of numbers is no place in the United Kingdom, in words; null where it is one. */
export function locationFault({ latitude, longitude }: Location): string | null {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return 'latitude and longitude must be numbers'
  if (isHere({ latitude, longitude })) return null
  if (isHere({ latitude: longitude, longitude: latitude })) return 'latitude and longitude are swapped'
  return 'the place lies outside the United Kingdom'
}

const isHere = ({ latitude, longitude }: Location): boolean =>
  latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east
