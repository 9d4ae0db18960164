import type { MeasureName } from '#measures/measure.ts'

type Offered = {
  readonly name: MeasureName
  /** As a person who reads a contract would ask for it. */
  readonly words: string
  /** A promise that is measured so. */
  readonly example: string
}

/** The measures that a promise's own words can be declared in. */
export const measuresOffered: readonly Offered[] = [
  { name: 'cadence', words: 'Done again and again', example: 'We hold a surgery in each town every month' },
  { name: 'count', words: 'Done a number of times', example: 'We hold twelve advertised events in the year' },
  { name: 'sum', words: 'A figure that adds up', example: 'Volunteers give 300 hours in the year' },
  { name: 'distinct', words: 'Done in different ways', example: 'We engage with people in at least four ways' },
  { name: 'coverage', words: 'Everyone named is reached', example: 'We visit every school each half term' },
  { name: 'growth', words: 'A figure that grows', example: 'Our page grows from 7,462 to 8,200 likes' },
  { name: 'share', words: 'A share of all cases', example: 'Nine in ten of our events are advertised ahead' },
  { name: 'latency', words: 'Answered within a time', example: 'We reply to enquiries within 2 working days' },
  { name: 'age', words: 'Never older than a time', example: 'No section of our web page goes unchecked for six weeks' },
  { name: 'present', words: 'Something is in place', example: 'Each watch scheme has a named contact' },
  { name: 'judged', words: 'Judged by people', example: 'The panel finds the plan relevant to the area' },
]
