import type { OpenRecommendation } from '#contract-year/next-year.ts'
import { roleInWords } from '#people/person.ts'
import type { Recommendation } from './recommendations.sql.ts'

/** An open recommendation as the next contract opens with it: a contract names posts and teams, never the person who owns it today. */
export const carriedPromise = ({ id, words, standardId, ownerRole }: Recommendation): OpenRecommendation => ({
  ref: `V${id.slice(0, 6)}`,
  text: words,
  standards: [standardId],
  who: roleInWords[ownerRole],
})
