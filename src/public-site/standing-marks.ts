import { kinds } from '#measures/kinds.ts'
import { html, type Html, type Renderable } from '#platform/html.ts'
import { english, inEachLanguage, type Say } from '#platform/language/say.ts'
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
export const assertionMark = ({ language }: Say): Html => assertionMarks[language]

const assertionMarks = inEachLanguage(
  (say) => html`<strong class="standing standing--unmeasurable">${say`Assertion`}</strong>`,
)

/** One shape for each promise, best first; what it shows is said by the counts beside it. */
export const dotsOf = (counts: Counts): Html =>
  html`<p class="dots" aria-hidden="true">${bestFirst.map((word) => Array.from({ length: counts[word] }, () => dots[word]))}</p>`

/** Each word that occurs, with how often. */
export const countsList = (counts: Counts, say: Say): Html =>
  html`<ul class="standing-counts">${bestFirst
    .filter((word) => counts[word] > 0)
    .map(
      (word) =>
        html`<li><strong class="standing standing--${classOf(word)}">${countOf(word, counts, say)}</strong></li>`,
    )}</ul>`

const countOf = (word: StandingWord, counts: Counts, say: Say): string =>
  say.count(counts[word], { one: `{n} ${word}`, other: `{n} ${word}` })

/** Each shape with its word and what it means. */
export const keyToMarks = ({ language }: Say): Html => keys[language]

const keys = inEachLanguage(
  (say) =>
    html`<dl class="mark-key">${bestFirst.map(
      (word) => html`<div><dt>${mark(word, say)}</dt><dd>${say.word(meanings[word])}</dd></div>`,
    )}</dl>`,
)

export const total = (counts: Counts): number => bestFirst.reduce((sum, word) => sum + counts[word], 0)

/** "Of 59 promises, 41 are kept, 3 late and 2 missed. For 2 a decision is missing." */
export function countsInWords(counts: Counts, say: Say): string {
  const all = total(counts)
  if (all === 0) return say.text`No promise has been made in this contract.`
  const promises = say.count(all, { one: '{n} promise', other: '{n} promises' })
  const judged = bestFirst.slice(0, 5).filter((word) => counts[word] > 0)
  const parts = judged.map((word, n) =>
    n > 0 ? countOf(word, counts, say) : say.count(counts[word], { one: `{n} is ${word}`, other: `{n} are ${word}` }),
  )
  const { unmeasurable, unknown } = counts
  return [
    parts.length === 0
      ? say.text`Of ${promises}, none can be judged yet.`
      : say.text`Of ${promises}, ${say.list(parts)}.`,
    unmeasurable > 0 ? say.text`For ${unmeasurable} a decision is missing, so nobody can tell.` : '',
    unknown > 0 ? say.text`For ${unknown} there are no figures.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The figure of a standing with its unit, or null where there is none. */
export function figureInWords({ value, unit }: Pick<Standing, 'value' | 'unit'>, say: Say = english): string | null {
  if (value === null) return null
  if (unit === null) return figure(value)
  if (unit === '%') return `${figure(value)}%`
  const counted = { one: `{n} ${singular.get(unit) ?? unit}`, other: `{n} ${unit}` }
  return say.count(Math.round(value * 10) / 10, counted)
}

/** The figure and the sentence why, which is told in English; a figure that the sentence says itself is not said twice. */
export function figureAndWhy(standing: Standing, say: Say): Html {
  const { reason } = standing
  const inReason = figureInWords(standing)
  if (inReason === null) return say.own(reason)
  const at = placeOf(inReason, reason)
  if (at === -1) return html`<strong>${figureInWords(standing, say)}</strong> · ${say.own(reason)}`
  const why: readonly Renderable[] = [
    reason.slice(0, at),
    html`<strong>${inReason}</strong>`,
    reason.slice(at + inReason.length),
  ]
  return say.own(why)
}

/** Where a sentence says a figure, and not merely the end of a larger one. */
function placeOf(figure: string, sentence: string): number {
  const at = sentence.indexOf(figure)
  return at > 0 && /[\d.,]/.test(sentence.charAt(at - 1)) ? -1 : at
}

/** "12 pieces of evidence". */
export const piecesOfEvidence = (n: number, say: Say): string =>
  n === 0 ? say.text`no evidence yet` : say.count(n, { one: '{n} piece of evidence', other: '{n} pieces of evidence' })

const singular = new Map<string, string>([
  ...Object.values(kinds).map(({ noun }): [string, string] => [noun[1], noun[0]]),
  ['people', 'person'],
  ['days', 'day'],
  ['hours', 'hour'],
  ['likes', 'like'],
])
