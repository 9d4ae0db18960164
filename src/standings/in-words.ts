import type { Expected, Reading } from '#measures/measure.ts'
import { nounOf } from '#measures/reading-in-words.ts'
import { addDays, type Day, type Span } from '#platform/day.ts'
import { firstLanguage } from '#platform/language/language.ts'
import type { Say } from '#platform/language/say.ts'
import { counted, figure, isMonth, listed, periodInWords } from './question.ts'

/** `9 engagements (rural event, advertised)`; where there are none, `No engagements (…) recorded`. */
export const countedOf = (n: number, reading: Reading, say: Say): string =>
  n === 0 ? noneOf(reading, say) : `${counted(n, nounOf(reading), say)}${qualified(reading, say)}`

/** `No engagements (rural event) recorded`. */
export const noneOf = (reading: Reading, say: Say): string => say.text`No ${severalOf(reading, say)} recorded`

/** `engagements (rural event, advertised)`. */
export const severalOf = (reading: Reading, say: Say): string =>
  `${say.toldText(nounOf(reading)[1])}${qualified(reading, say)}`

function qualified({ where, having }: Reading, say: Say): string {
  const words = Object.entries(where ?? {}).map(([facet, wanted]) =>
    typeof wanted === 'boolean' ? facetInWords(facet, wanted, say) : oneOf([wanted].flat().map(say.toldText), say),
  )
  const all = having === undefined ? words : [...words, say.text`with a figure for “${say.toldText(having)}”`]
  return all.length === 0 ? '' : ` (${all.join(', ')})`
}

const facetInWords = (facet: string, wanted: boolean, say: Say): string =>
  wanted ? say.toldText(facet) : say.text`not ${say.toldText(facet)}`

function oneOf(words: readonly string[], say: Say): string {
  if (words.length > 4) return say.text`${words.slice(0, 3).join(', ')} or ${words.length - 3} more`
  return words.length < 2 ? (words[0] ?? '') : say.text`${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

/**
 * What must be touched, as so many are called: `council clerk`, `council clerks`, `communities`. Only English makes its
 * plurals by a rule; elsewhere the values of a facet go by the name of the facet.
 */
export function expectedInWords(expected: Expected, say: Say, n = 2): string {
  const name = 'facet' in expected ? expected.facet : expected.subject
  return n === 1 || ('facet' in expected && say.language !== firstLanguage)
    ? say.toldText(name)
    : say.toldText(severalInEnglish(name))
}

/** How several of what a name names are called in English. */
export function severalInEnglish(name: string): string {
  if (/(ie|[^s])s$/.test(name)) return name
  if (name.endsWith('s')) return `${name}es`
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** `Nobody has said which council clerks there are.` */
export const nobodySaid = (expected: Expected, say: Say): string =>
  say.text`Nobody has said which ${expectedInWords(expected, say)} there are.`

/** `4 of 5 council clerks (80%)`. */
export const partInWords = (part: number, whole: number, name: string, percent: number, say: Say): string =>
  say.text`${part} of ${whole} ${name} (${figure(percent)}%)`

/** Why nothing that goes by half terms can be judged. */
export const noSchoolCalendar = (say: Say): string =>
  say.text`No school calendar has been loaded for this year, so its half terms are not known.`

/** A sentence as it is told within another: `last on 24 February 2020`. */
export const asClause = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`

/** Which year is spoken of, as at which day, and in which language. */
type Telling = { readonly year: Span; readonly asAt: Day; readonly say: Say }

/** When: `in March 2020`, `on 4 August 2019`, `from 1 May 2020 to 1 August 2020`, `in the contract year`; `so far …` while it runs. */
export function whenInWords(period: Span, { year, asAt, say }: Telling): string {
  const running = asAt < period.to
  if (period.from === year.from && period.to === year.to)
    return running ? say.text`so far in the contract year` : say.text`in the contract year`
  const shape = shapeOf(period)
  if (!running || shape === 'day') return then(shape, periodInWords(period, say), say)
  return shape === 'span' ? say.text`since ${say.day(period.from)}` : say.text`so far in ${periodInWords(period, say)}`
}

/** When, of what is over: `in March 2020`. */
export const thenInWords = (period: Span, say: Say): string => then(shapeOf(period), periodInWords(period, say), say)

/** When several times: `in April 2020, May 2020 and June 2020`. */
export function allInWords(periods: readonly Span[], say: Say): string {
  const joined = runsOf(periods)
  const [shape, ...others] = new Set(joined.map(shapeOf))
  return shape !== undefined && others.length === 0
    ? then(
        shape,
        listed(
          joined.map((period) => periodInWords(period, say)),
          say,
        ),
        say,
      )
    : listed(
        joined.map((period) => thenInWords(period, say)),
        say,
      )
}

type Shape = 'day' | 'month' | 'span'

const shapeOf = (period: Span): Shape => (period.from === period.to ? 'day' : isMonth(period) ? 'month' : 'span')

function then(shape: Shape, said: string, say: Say): string {
  if (shape === 'day') return say.text`on ${said}`
  return shape === 'month' ? say.text`in ${said}` : say.text`from ${said}`
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
