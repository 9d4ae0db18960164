import type { Say } from '#platform/language/say.ts'
import type { Html } from '#platform/html.ts'
import { isAssertion, sentencesOf, type Paragraph } from './self-evaluation.ts'

/** How much of a self evaluation nobody can prove. */
export function assertedInWords(paragraphs: readonly Paragraph[], say: Say): Html | string {
  const asserted = paragraphs.flatMap(sentencesOf).filter(isAssertion).length
  if (asserted === 0) return say`Every sentence rests on evidence.`
  return say.count(asserted, {
    one: '{n} sentence is an assertion, which no evidence proves; all others rest on it.',
    other: '{n} sentences are assertions, which no evidence proves; all others rest on it.',
  })
}
