import type { Say } from '#platform/language/say.ts'
import { kindsOf } from './check.ts'
import type { KindOfEvidence } from './dictionary.ts'
import { kinds, type Kind } from './kinds.ts'
import type { Expected, Reading } from './measure.ts'

/** How one thing and several of a kind of evidence are called, in English. */
export const nounOf = (reading: Reading): readonly [one: string, several: string] =>
  (kinds[kindsOf(reading)[0] as Kind] as KindOfEvidence | undefined)?.noun ?? ['entry', 'entries']

/** What a reading takes: `contacts (how: meeting or visit; briefing)`. */
export const things = (reading: Reading, say: Say): string =>
  `${orList(
    kindsOf(reading).map((kind) => say.toldText(nounOf({ kind })[1])),
    say,
  )}${inBrackets(reading, say)}`

/** What a reading asks of its rows, in brackets: ` (how: meeting or visit; briefing)`. */
export function inBrackets({ where, having }: Reading, say: Say): string {
  const parts = Object.entries(where ?? {}).map(([facet, wanted]) => {
    const said = say.toldText(facet)
    if (typeof wanted !== 'boolean') return `${said}: ${orList([wanted].flat().map(say.toldText), say)}`
    return wanted ? said : say.text`not ${said}`
  })
  if (having) parts.push(say.text`with a figure for “${say.toldText(having)}”`)
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

/** What a reading asks of its rows: ` with “advertised” and with a figure for “reached”`; empty where it asks nothing. */
export function explainWhere({ where, having }: Reading, say: Say): string {
  const parts = Object.entries(where ?? {}).map(([facet, wanted]) => {
    const said = say.toldText(facet)
    if (typeof wanted !== 'boolean') return say.text`whose ${said} is ${orList([wanted].flat().map(say.toldText), say)}`
    return wanted ? say.text`with “${said}”` : say.text`without “${said}”`
  })
  if (having) parts.push(say.text`with a figure for “${say.toldText(having)}”`)
  const [first, ...rest] = parts
  return first === undefined ? '' : ` ${rest.reduce((before, each) => say.text`${before} and ${each}`, first)}`
}

/** All that must be touched: `every council clerk named (2)`, or the values of a facet. */
export function expectedInWords(expected: Expected, say: Say): string {
  if ('facet' in expected) return valuesOf(expected.values, say)
  const subject = say.toldText(expected.subject)
  return expected.only ? say.text`every ${subject} named (${expected.only.length})` : say.text`every ${subject}`
}

/** What is asked of each apart: `each council clerk`. */
export function eachOf(expected: Expected, say: Say): string {
  if ('facet' in expected) return say.text`each of ${valuesOf(expected.values, say)}`
  const subject = say.toldText(expected.subject)
  if (expected.only?.length === 1) return say.text`one ${subject}`
  return expected.only ? say.text`each ${subject} named` : say.text`each ${subject}`
}

const valuesOf = (values: readonly string[], say: Say): string => say.list(values.map(say.toldText))

/** `a, b or c`. */
export const orList = (words: readonly string[], say: Say): string =>
  words.length < 2 ? (words[0] ?? '') : say.text`${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
