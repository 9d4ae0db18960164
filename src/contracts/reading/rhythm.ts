import { numberOf, numberWords } from './sentences.ts'

/** How often a text says that something happens, and the words that say so. */
export type Rhythm = {
  /** An RFC 5545 rule, or `half term`. */
  readonly every: string
  readonly words: string
  /** Where those words begin in the text. */
  readonly at: number
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'
type Rule = readonly [pattern: string, every: (...found: string[]) => string | null]

const N = `(${numberWords})`
const unit = '(days?|weeks?|months?|quarters?|years?)'
const ordinal = '(?:first|second|third|fourth|last|1st|2nd|3rd|4th)'
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?'
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

const rule = (of: Unit, times = 1): string => {
  const interval = times === 1 ? '' : `;INTERVAL=${times}`
  if (of === 'day') return `FREQ=DAILY${interval}`
  if (of === 'week') return `FREQ=WEEKLY${interval}`
  if (of === 'year') return `FREQ=YEARLY${interval}`
  const months = of === 'quarter' ? times * 3 : times
  return months === 1 ? 'FREQ=MONTHLY' : `FREQ=MONTHLY;INTERVAL=${months}`
}

/** `Weekly`, `months`, `annum` … as the unit it names. */
function unitOf(word: string): Unit {
  const text = word.toLowerCase()
  if (/^(da|night)/.test(text)) return 'day'
  if (text.startsWith('week')) return 'week'
  if (text.startsWith('month')) return 'month'
  if (text.startsWith('quarter')) return 'quarter'
  return 'year'
}

/** So many times in a unit as the interval between two of them, where the calendar parts so; else once in the unit. */
function parted(times: number, of: Unit): string {
  const months = { quarter: 3, year: 12 } as const
  if (of === 'year' || of === 'quarter') return months[of] % times === 0 ? rule('month', months[of] / times) : rule(of)
  if (of === 'month' && (times === 2 || times === 4)) return rule('week', 4 / times)
  return of === 'week' && times === 7 ? rule('day') : rule(of)
}

const each = '(?:every|each|per|in every|in each|in any|a|an)'

/** From the most particular to the plainest: where two overlap, the one that begins first and is longer counts. */
const rules: readonly Rule[] = [
  [
    `\\b(?:(?:at least )?once )?(?:in |during )?(?:every|each|per|once an?|a) (?:school )?half[- ]?term\\b`,
    () => 'half term',
  ],
  [`\\bhalf[- ]?termly\\b`, () => 'half term'],
  [`\\b(?:in |during )?(?:every|each|per|once a) (?:school |academic )?term\\b|\\btermly\\b`, () => rule('month', 4)],
  [
    `\\b(?:every|each) half[- ]?year\\b|\\bhalf[- ]?yearly\\b|\\b(?:bi-?|semi-?)annual(?:ly)?\\b`,
    () => rule('month', 6),
  ],
  [`\\bevery other (day|week|month|quarter|year)\\b`, (of = '') => rule(unitOf(of), 2)],
  [`\\b(?:every|each) (?:second|alternate) (day|week|month|year)\\b`, (of = '') => rule(unitOf(of), 2)],
  [`\\b(?:on )?alternate (days|weeks|months|years)\\b`, (of = '') => rule(unitOf(of), 2)],
  [
    `\\b(?:every|each) ${N}(?: ?(?:-|to|or) ?${N})? ?(?:calendar |working )?${unit}\\b`,
    (low = '', high, of = '') => rule(unitOf(of), numberOf(high ?? low)),
  ],
  [`\\bonce (?:in )?(?:every )${N} ${unit}\\b`, (times = '', of = '') => rule(unitOf(of), numberOf(times))],
  [`\\b${N}[ -](weekly|monthly|yearly)\\b`, (times = '', of = '') => rule(unitOf(of), numberOf(times))],
  [
    `\\bat (?:least )?${N}[ -](week|month)(?:ly)? intervals\\b`,
    (times = '', of = '') => rule(unitOf(of), numberOf(times)),
  ],
  [
    `\\bat (?:intervals of )?(?:no more than )?${N} (weeks|months)(?:'s?)? (?:intervals|apart)\\b`,
    (times = '', of = '') => rule(unitOf(of), numberOf(times)),
  ],
  [
    `\\b(?:every fortnight|each fortnight|fortnightly|once a fortnight|per fortnight|a fortnight)\\b`,
    () => rule('week', 2),
  ],
  [`\\b(?:bi-?monthly)\\b`, () => rule('month', 2)],
  [`\\b(?:biennial(?:ly)?)\\b`, () => rule('year', 2)],
  [
    `\\btwice[ -](?:${each} |in (?:every|each|the|a|any) |during (?:every|each|the) )?(?:calendar |contract |financial |school |twelve-month )?(daily|weekly|monthly|quarterly|yearly|annually|day|week|month|quarter|year|annum)\\b`,
    (of = '') => parted(2, unitOf(of)),
  ],
  [
    `\\b${N} times (?:${each} |in (?:every|each|the|a|any) |during (?:every|each|the) )?(?:calendar |contract |financial |school )?(daily|weekly|monthly|yearly|annually|day|week|month|quarter|year|annum)\\b`,
    (times = '', of = '') => parted(numberOf(times), unitOf(of)),
  ],
  [
    `\\b${N} (?:[a-z-]+ ){1,5}?(?:per|each|every|a|an) (week|month|quarter|year|annum)\\b(?! of)`,
    (times = '', of = '') => (/^month/i.test(of) ? rule('month') : parted(numberOf(times), unitOf(of))),
  ],
  [
    `\\bonce[ -](?:${each} |in (?:every|each|the|a|any) |during (?:every|each|the) )?(?:calendar |contract |financial )?(daily|weekly|monthly|quarterly|yearly|annually|day|week|month|quarter|year|annum)\\b`,
    (of = '') => rule(unitOf(of)),
  ],
  [
    `\\b(?:on )?(?:the |every |each )?${ordinal} ${weekday} (?:of|in) (?:every |each |the )?(month|quarter)\\b`,
    (of = '') => rule(unitOf(of)),
  ],
  [`\\b(?:in |during )?${month}(?:(?:, ?| and | & |, and )${month})+(?: (?:of )?(?:each|every) year)?\\b`, monthsNamed],
  [`\\b(?:every|each) (?:working day|weekday|evening|night|morning|shift|tour of duty)\\b`, () => rule('day')],
  [`\\b(?:every|each) (?:weekend|${weekday})\\b|\\bon (?:${weekday.replace('s?', 's')})\\b`, () => rule('week')],
  [
    `\\b(?:every|each) (?:spring|summer|autumn|winter|Christmas|Easter|January|February|March|April|May|June|July|August|September|October|November|December|twelve months|12 months|twelvemonth)\\b`,
    () => rule('year'),
  ],
  [`\\b(?:every|each) season\\b`, () => rule('quarter')],
  [
    `\\b(?:every|each) (?:single |calendar |financial |academic |school )?(day|week|month|quarter|year)\\b`,
    (of = '') => rule(unitOf(of)),
  ],
  [`\\bper (day|week|month|quarter|year|annum)\\b`, (of = '') => rule(unitOf(of))],
  [`\\b(?:nightly|daily)\\b(?!-| (?:li(?:fe|ves?)|business|duties|tasks|news|echo|post|mail))`, () => rule('day')],
  [
    `\\b(weekly|monthly|quarterly|yearly|annually|annual)\\b(?! leave)`,
    (of = '') => rule(of.toLowerCase().startsWith('annual') ? 'year' : unitOf(of)),
  ],
]

function monthsNamed(...found: string[]): string | null {
  const whole = found.at(-1) ?? ''
  const times = whole.match(new RegExp(month, 'g'))?.length ?? 0
  return /(each|every) year/.test(whole) && times > 1 ? parted(times, 'year') : null
}

const compiled = rules.map(([pattern, every]) => ({ pattern: new RegExp(pattern, 'gi'), every }))

/** Every rhythm a text names, in the order of its words. */
export function rhythmsIn(text: string): Rhythm[] {
  const found = compiled.flatMap(({ pattern, every }) =>
    [...text.matchAll(pattern)].flatMap((match): Rhythm[] => {
      const said = every(...match.slice(1), match[0])
      return said === null ? [] : [{ every: said, words: match[0], at: match.index }]
    }),
  )
  const longestFirst = found.sort((a, b) => b.words.length - a.words.length || a.at - b.at)
  const kept: Rhythm[] = []
  for (const rhythm of longestFirst)
    if (!kept.some((other) => rhythm.at < other.at + other.words.length && other.at < rhythm.at + rhythm.words.length))
      kept.push(rhythm)
  return kept.sort((a, b) => a.at - b.at)
}

/** Whether a text says "regularly" and leaves open how often: a decision that somebody still has to take. */
export const saysRegularly = (text: string): boolean =>
  /\b(?:regular(?:ly)?|routine(?:ly)?|frequent(?:ly)?|periodic(?:ally)?|often|from time to time)\b/i.test(text)
