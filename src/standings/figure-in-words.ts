import { kinds } from '#measures/kinds.ts'
import { html, type Html } from '#platform/html.ts'
import { english, type Say } from '#platform/language/say.ts'
import { fewestDisclosed, isSmall } from './disclosure.ts'
import { figure } from './question.ts'
import type { Standing } from './standing.ts'

/** The figure of a standing with its unit, or null where there is none. */
export function figureInWords({ value, unit }: Pick<Standing, 'value' | 'unit'>, say: Say = english): string | null {
  if (value === null) return null
  if (unit === null) return figure(value)
  if (unit === '%') return `${figure(value)}%`
  const [, grades] = /^of (\d+) grades$/.exec(unit) ?? []
  if (grades !== undefined) return say.text`${figure(value)} of ${grades} grades`
  const [, facet] = /^different values of (.+)$/.exec(unit) ?? []
  if (facet !== undefined) return say.text`${figure(value)} different values of ${say.toldText(facet)}`
  const counted = { one: `{n} ${singular.get(unit) ?? unit}`, other: `{n} ${unit}` }
  return say.count(Math.round(value * 10) / 10, counted)
}

/**
 * The figure and the sentence why of a standing that was told in the language of the page; a figure that the sentence says
 * itself is not said twice.
 */
export function figureAndWhy(standing: Standing, say: Say): Html {
  const { reason } = standing
  const said = figureInWords(standing, say)
  if (said === null) return say.marked(reason)
  const at = placeOf(said, reason)
  if (at === -1) return html`<strong>${said}</strong> · ${say.marked(reason)}`
  return html`${say.marked(reason.slice(0, at))}<strong>${said}</strong>${say.marked(reason.slice(at + said.length))}`
}

/** How many people of a protected community somebody met, as it is told in public: `fewer than 5 people`. */
export function peopleDisclosed(n: number, say: Say): string {
  const people = (count: number) => say.count(count, { one: '{n} person', other: '{n} people' })
  if (n === 0) return people(0)
  const limit = people(fewestDisclosed)
  return isSmall(n) ? say.text`fewer than ${limit}` : say.text`at least ${limit}`
}

/** "12 pieces of evidence". */
export const piecesOfEvidence = (n: number, say: Say): string =>
  n === 0 ? say.text`no evidence yet` : say.count(n, { one: '{n} piece of evidence', other: '{n} pieces of evidence' })

/** Where a sentence says a figure, and not merely the end of a larger one. */
function placeOf(figure: string, sentence: string): number {
  const at = sentence.indexOf(figure)
  return at > 0 && /[\d.,]/.test(sentence.charAt(at - 1)) ? -1 : at
}

const singular = new Map<string, string>([
  ...Object.values(kinds).map(({ noun }): [string, string] => [noun[1], noun[0]]),
  ['people', 'person'],
  ['days', 'day'],
  ['hours', 'hour'],
  ['likes', 'like'],
])
