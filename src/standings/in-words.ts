import { kindsOf } from '#measures/check.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import type { Expected, Reading } from '#measures/measure.ts'
import { addDays, inWords, type Day, type Span } from '#platform/day.ts'
import { counted, listed, periodInWords } from './question.ts'

/** How a thing of the kind read is called, one and several. */
export const nounOf = (reading: Reading): readonly [string, string] =>
  (kinds[kindsOf(reading)[0] as Kind] as KindOfEvidence | undefined)?.noun ?? ['entry', 'entries']

/** `9 engagements (rural event, advertised)`; where there are none, `No engagements (…) recorded`. */
export const countedOf = (n: number, reading: Reading): string =>
  n === 0 ? `No ${severalOf(reading)} recorded` : `${counted(n, nounOf(reading))}${qualified(reading)}`

/** `engagements (rural event, advertised)`. */
export const severalOf = (reading: Reading): string => `${nounOf(reading)[1]}${qualified(reading)}`

function qualified({ where, having }: Reading): string {
  const words = Object.entries(where ?? {}).map(([facet, wanted]) =>
    typeof wanted === 'boolean' ? `${wanted ? '' : 'not '}${facet}` : oneOf([wanted].flat()),
  )
  const all = having === undefined ? words : [...words, `with a figure for “${having}”`]
  return all.length === 0 ? '' : ` (${all.join(', ')})`
}

function oneOf(words: readonly string[]): string {
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} or ${words.length - 3} more`
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** What must be touched, as so many are called: `council clerk`, `council clerks`, `communities`. */
export function expectedInWords(expected: Expected, n = 2): string {
  const name = 'facet' in expected ? expected.facet : expected.subject
  if (n === 1) return name
  if (/(ie|[^s])s$/.test(name)) return name
  if (name.endsWith('s')) return `${name}es`
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** A sentence as it is told within another: `last on 24 February 2020`. */
export const asClause = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`

/** Which year is spoken of, and as at which day. */
type Telling = { readonly year: Span; readonly asAt: Day }

/** When: `in March 2020`, `on 4 August 2019`, `from 1 May 2020 to 1 August 2020`, `in the contract year`; `so far …` while it runs. */
export function whenInWords(period: Span, telling?: Telling): string {
  const running = telling !== undefined && telling.asAt < period.to
  if (telling && period.from === telling.year.from && period.to === telling.year.to)
    return `${running ? 'so far ' : ''}in the contract year`
  const said = periodInWords(period)
  if (period.from === period.to) return `on ${said}`
  if (!said.includes(' to ')) return `${running ? 'so far ' : ''}in ${said}`
  return running ? `since ${inWords(period.from)}` : `from ${said}`
}

/** When several times: `in April 2020, May 2020 and June 2020`. */
export function allInWords(periods: readonly Span[]): string {
  const joined = runsOf(periods)
  const said = joined.map((period) => whenInWords(period))
  const word = said[0]?.split(' ')[0]
  return said.every((each) => each.startsWith(`${word} `))
    ? `${word} ${listed(said.map((each) => each.slice((word ?? '').length + 1)))}`
    : listed(said)
}

/** Past four, periods that follow each other are told as one. */
function runsOf(periods: readonly Span[]): Span[] {
  if (periods.length <= 4) return [...periods]
  const runs: Span[] = []
  for (const period of periods) {
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === period.from) runs.splice(-1, 1, { from: last.from, to: period.to })
    else runs.push(period)
  }
  return runs
}
