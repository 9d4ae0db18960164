import type { CrimeMonth, StreetCrime } from '#crime/street-crime.ts'
import { addMonths, startOfMonth, type Day } from '#platform/day.ts'
import { locationOf } from './known-places.ts'
import { between, chanceFrom, oneOf, type Chance } from './random.ts'

type Beat = { readonly crimesAMonth: number; readonly places: readonly string[]; readonly vehicleCrimeGrows?: true }

/** As much of West Dorset’s crime in each neighbourhood as the published months of 2018 and 2019 had. */
const beats: readonly Beat[] = [
  {
    crimesAMonth: 150,
    places: [
      'South Street, Bridport',
      'West Street, Bridport',
      'Skilling estate, Bridport',
      'Broad Street, Lyme Regis',
      'The Square, Beaminster',
      'West Bay harbour',
    ],
    vehicleCrimeGrows: true,
  },
  {
    crimesAMonth: 205,
    places: [
      'South Street, Dorchester',
      'Castle Park, Dorchester',
      'Brewery Square, Dorchester',
      'Poundbury, Dorchester',
      'Charminster',
    ],
  },
  {
    crimesAMonth: 65,
    places: ['Cheap Street, Sherborne', 'Digby Road, Sherborne', 'Secondary school, Sherborne', 'Yetminster'],
  },
]

/** Of a hundred crimes, how many are of each type. */
const mixture: readonly (readonly [category: string, share: number])[] = [
  ['Violence and sexual offences', 30],
  ['Anti-social behaviour', 28],
  ['Criminal damage and arson', 11],
  ['Other theft', 8],
  ['Burglary', 6],
  ['Shoplifting', 6],
  ['Vehicle crime', 5],
  ['Public order', 4],
  ['Drugs', 2],
]

const months = 13

/** Crime of the thirteen months before today that nobody committed, since real crime of today would be real people’s. */
export function fictionalCrime(today: Day): CrimeMonth[] {
  return Array.from({ length: months }, (_, n) => {
    const month = addMonths(startOfMonth(today), n - months)
    const chance = chanceFrom(`crime ${month}`)
    const crimes = beats.flatMap((beat) => crimesOf(beat, months - n <= 3, chance))
    return { month, crimes: crimes.map((crime, line) => ({ ...crime, line: line + 2 })) }
  })
}

type Told = Omit<StreetCrime, 'line'>

function crimesOf({ crimesAMonth, places, vehicleCrimeGrows }: Beat, isRecent: boolean, chance: Chance): Told[] {
  const usual = Math.round(crimesAMonth * (0.88 + 0.24 * chance()))
  const more = vehicleCrimeGrows && isRecent ? between(9, 13, chance) : 0
  return [
    ...Array.from({ length: usual }, () => crimeAt(categoryBy(chance() * 100), places, chance)),
    ...Array.from({ length: more }, () => crimeAt('Vehicle crime', places, chance)),
  ]
}

function crimeAt(category: string, places: readonly string[], chance: Chance): Told {
  const place = oneOf(places, chance)
  const near = locationOf(place)
  const moved = (degrees: number) => Math.round((degrees + (chance() - 0.5) * 0.006) * 1_000) / 1_000
  const location = near && { latitude: moved(near.latitude), longitude: moved(near.longitude) }
  const placeName = `On or near ${place.split(',')[0]}`
  return { category, location, placeName, reference: null, lsoa: null, outcome: null, context: null }
}

function categoryBy(drawn: number): string {
  let upTo = 0
  for (const [category, share] of mixture) {
    upTo += share
    if (drawn < upTo) return category
  }
  return 'Other crime'
}
