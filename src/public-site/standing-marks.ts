import { kinds } from '#measures/kinds.ts'
import { html, raw, type Html } from '#platform/html.ts'
import type { Counts } from '#standings/contract-standing.ts'
import { figure } from '#standings/question.ts'
import type { Standing, StandingWord } from '#standings/standing.ts'
import { classOf, eachWord, mark } from '#standings/standing-mark.ts'

/** The words in the order in which a page counts them. */
export const bestFirst: readonly StandingWord[] = [
  'kept',
  'on course',
  'due',
  'late',
  'missed',
  'unmeasurable',
  'unknown',
]

/** What each word says, for those who meet it for the first time. */
export const meanings: Readonly<Record<StandingWord, string>> = {
  kept: 'what was promised was done',
  'on course': 'there is still time, and all is well so far',
  due: 'to be done soon',
  late: 'its day has passed, but it can still be done',
  missed: 'it was not done in time, or not enough of it',
  unmeasurable: 'nobody has yet decided what would be enough',
  unknown: 'there are no figures; that is not the same as none',
}

const dots = eachWord((word) => html`<span class="dot dot--${classOf(word)}"></span>`)

/** An assertion stands nowhere, since nobody could tell; it is openly called so. */
export const assertionMark: Html = raw('<strong class="standing standing--unmeasurable">Assertion</strong>')

/** One shape for each promise, best first; what it shows is said by the counts beside it. */
export const dotsOf = (counts: Counts): Html =>
  html`<p class="dots" aria-hidden="true">${bestFirst.map((word) => Array.from({ length: counts[word] }, () => dots[word]))}</p>`

/** Each word that occurs, with how often. */
export const countsList = (counts: Counts): Html =>
  html`<ul class="standing-counts">${bestFirst
    .filter((word) => counts[word] > 0)
    .map(
      (word) => html`<li><strong class="standing standing--${classOf(word)}">${counts[word]} ${word}</strong></li>`,
    )}</ul>`

/** Each shape with its word and what it means. */
export const keyToMarks: Html = html`<dl class="mark-key">${bestFirst.map(
  (word) => html`<div><dt>${mark(word)}</dt><dd>${meanings[word]}</dd></div>`,
)}</dl>`

export const total = (counts: Counts): number => bestFirst.reduce((sum, word) => sum + counts[word], 0)

/** "Of 59 promises, 41 are kept, 3 late and 2 missed. For 2 a decision is missing." */
export function countsInWords(counts: Counts): string {
  const all = total(counts)
  if (all === 0) return 'No promise has been made in this contract.'
  const judged = bestFirst.slice(0, 5).filter((word) => counts[word] > 0)
  const parts = judged.map(
    (word, n) => `${counts[word]}${n === 0 ? (counts[word] === 1 ? ' is' : ' are') : ''} ${word}`,
  )
  const said = parts.length === 0 ? 'none can be judged yet' : and(parts)
  const { unmeasurable, unknown } = counts
  return [
    `Of ${all} ${all === 1 ? 'promise' : 'promises'}, ${said}.`,
    unmeasurable > 0 ? `For ${unmeasurable} a decision is missing, so nobody can tell.` : '',
    unknown > 0 ? `For ${unknown} there are no figures.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The figure of a standing with its unit, or null where there is none. */
export function figureInWords({ value, unit }: Pick<Standing, 'value' | 'unit'>): string | null {
  if (value === null) return null
  if (unit === null) return figure(value)
  return unit === '%' ? `${figure(value)}%` : `${figure(value)} ${value === 1 ? (singular.get(unit) ?? unit) : unit}`
}

/** The figure and the sentence why; a figure that the sentence says itself is not said twice. */
export function figureAndWhy(standing: Standing): Html {
  const { reason } = standing
  const figure = figureInWords(standing)
  if (figure === null) return html`${reason}`
  const at = placeOf(figure, reason)
  if (at === -1) return html`<strong>${figure}</strong> · ${reason}`
  return html`${reason.slice(0, at)}<strong>${figure}</strong>${reason.slice(at + figure.length)}`
}

/** Where a sentence says a figure, and not merely the end of a larger one. */
function placeOf(figure: string, sentence: string): number {
  const at = sentence.indexOf(figure)
  return at > 0 && /[\d.,]/.test(sentence.charAt(at - 1)) ? -1 : at
}

/** "12 pieces of evidence". */
export const piecesOfEvidence = (n: number): string =>
  n === 0 ? 'no evidence yet' : `${figure(n)} ${n === 1 ? 'piece' : 'pieces'} of evidence`

const and = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const singular = new Map<string, string>([
  ...Object.values(kinds).map(({ noun }): [string, string] => [noun[1], noun[0]]),
  ['people', 'person'],
  ['days', 'day'],
  ['hours', 'hour'],
  ['likes', 'like'],
])
