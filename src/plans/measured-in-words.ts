import { explain } from '#measures/explain.ts'
import type { Measure } from '#measures/measure.ts'

/** How a promise is measured, each measure in a sentence; or that nobody will be able to tell. */
export const measuredInWords = (measures: readonly Measure[]): string =>
  measures.length === 0
    ? 'An assertion: nobody will be able to tell whether it is kept.'
    : measures.map(explain).join(' ')
