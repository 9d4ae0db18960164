import type { Commitment } from '#contracts/commitment.ts'
import type { Measure } from '#measures/measure.ts'

/**
 * A promise of another team as one's own: it is measured in the same way, over one's own councils and schools instead of
 * theirs, and grows from where one stands oneself.
 */
export const adopted = ({ measures, ...promise }: Commitment): Commitment => {
  const { words: _, ...own } = promise
  return { ...own, with: [], measures: measures.map(adoptedMeasure) }
}

function adoptedMeasure(measure: Measure): Measure {
  if (measure.measure === 'growth') {
    const of = 'snapshot' in measure.of ? { snapshot: measure.of.snapshot, quantity: measure.of.quantity } : measure.of
    return { ...measure, of, from: typeof measure.from === 'string' ? measure.from : 'contract start' }
  }
  if ('expected' in measure && measure.expected && 'subject' in measure.expected)
    return { ...measure, expected: { subject: measure.expected.subject } }
  return measure
}
