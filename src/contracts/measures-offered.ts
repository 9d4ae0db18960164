import type { MeasureName } from '#measures/measure.ts'

/** The measures that a promise's own words can be declared in, each as a person who reads a contract would ask for it. */
export const measuresOffered: readonly { readonly name: MeasureName; readonly words: string }[] = [
  { name: 'cadence', words: 'Done again and again' },
  { name: 'count', words: 'Done a number of times' },
  { name: 'sum', words: 'A figure that adds up' },
  { name: 'coverage', words: 'Everyone named is reached' },
  { name: 'growth', words: 'A figure that grows' },
  { name: 'share', words: 'A share of all cases' },
  { name: 'latency', words: 'Answered within a time' },
  { name: 'present', words: 'Something is in place' },
]
