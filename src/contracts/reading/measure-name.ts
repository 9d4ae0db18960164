import type { MeasureName } from '#measures/measure.ts'
import { saysRegularly } from './rhythm.ts'
import type { PromisedTarget } from './target.ts'

/** What the words of a promise lead us to measure it by. */
export type Clues = {
  readonly text: string
  readonly every: string | null
  readonly with: readonly string[]
  readonly target: PromisedTarget | null
}

const following =
  /\b(?:likes?|liked|followers?|following|subscri\w+|members?|sign-?ups?|signed|regist\w+|users|audience|reach)\b/i
const grows = /\b(?:increas|grow|rais|uplift|boost|gain|more|reach|expand|widen|rise|from [\d,]+ )/i
const everyCase =
  /\b(?:all|each|every) (?:of our |our |local )?(?:engagement )?(?:events?|engagements?|meetings?|priorit(?:y|ies)|incidents?|enquir(?:y|ies)|concerns?|victims?|reports?)\b|\bfoot-?fall\b|\bwithin each of our\b/i
const answers =
  /\b(?:hotspots?|as (?:timely|quickly|soon)|timely|within \d+ (?:hours?|working days?|days?)|in response to|following (?:an? )?incidents?|when incidents?)\b/i
const stands =
  /\b(?:point of contact|up[- ]to[- ]date|current and|remain(?:s)? current|are current|to keep these|(?:named|dedicated|single) (?:contact|point|PCSO|officer|sergeant|constable|person|lead)|maintain (?:a|an|our) (?:page|website|account)|have (?:a|an|at least one) (?:named|page|website|account)|toolkit)\b/i
const countable =
  /\b(?:events?|meetings?|patrols?|surger(?:y|ies)|posts?|updates?|visits?|messages?|engagements?|newsletters?|talks?|stalls?|volunteers?|observers?|KINs?|Key Individual|offer)\b/i

/** The measure that fits a promise, or null where nobody could prove it: then it is openly an assertion. */
export function measureNameOf({ text, every, with: parties, target }: Clues): MeasureName | null {
  if (target && isGrowth(text, target)) return 'growth'
  if (target?.unit === '%') return 'share'
  if (target) return 'count'
  if (every) return 'cadence'
  if (everyCase.test(text)) return 'share'
  if (saysRegularly(text)) return 'cadence'
  if (answers.test(text)) return 'latency'
  if (stands.test(text)) return 'present'
  if (parties.length >= 3) return 'coverage'
  return countable.test(text) ? 'count' : null
}

const isGrowth = (text: string, target: PromisedTarget) =>
  target.baseline !== null ||
  (grows.test(text) &&
    !/^(?:new|more|extra|additional|further)\b/.test(target.unit) &&
    (target.unit === '%' || following.test(`${target.unit} ${text}`)))
