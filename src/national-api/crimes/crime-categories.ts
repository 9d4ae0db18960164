import type { Types } from '#crime/street-crimes.sql.ts'

/** The categories of the national interface by their addresses, in its order. */
export const crimeCategories = [
  { url: 'all-crime', name: 'All crime' },
  { url: 'anti-social-behaviour', name: 'Anti-social behaviour' },
  { url: 'bicycle-theft', name: 'Bicycle theft' },
  { url: 'burglary', name: 'Burglary' },
  { url: 'criminal-damage-arson', name: 'Criminal damage and arson' },
  { url: 'drugs', name: 'Drugs' },
  { url: 'other-theft', name: 'Other theft' },
  { url: 'possession-of-weapons', name: 'Possession of weapons' },
  { url: 'public-order', name: 'Public order' },
  { url: 'robbery', name: 'Robbery' },
  { url: 'shoplifting', name: 'Shoplifting' },
  { url: 'theft-from-the-person', name: 'Theft from the person' },
  { url: 'vehicle-crime', name: 'Vehicle crime' },
  { url: 'violent-crime', name: 'Violence and sexual offences' },
  { url: 'other-crime', name: 'Other crime' },
] as const

const other = 'other-crime'
const single = crimeCategories.filter(({ url }) => url !== 'all-crime')
const urls = new Map<string, string>(single.map(({ url, name }) => [name, url]))
const names = new Map<string, string>(single.map(({ url, name }) => [url, name]))

/** The address of a file's crime type; one that the national interface does not know counts as other crime. */
export const categoryUrl = (name: string): string => urls.get(name) ?? other

/** Which crime types an address asks for; one that is not known asks for all, as it does nationally. */
export function typesAsked(url: string): Types {
  const name = names.get(url)
  if (name === undefined) return 'all'
  return url === other ? { allBut: [...urls.keys()].filter((known) => known !== name) } : { only: [name] }
}
