import { html, type Html } from '#platform/html.ts'
import { inEachLanguage, type Say } from '#platform/language/say.ts'
import type { Counts } from '#standings/contract-standing.ts'
import { bestFirst, countOf } from '#standings/counts-in-words.ts'
import type { StandingWord } from '#standings/standing.ts'
import { classOf, eachWord, mark } from '#standings/standing-mark.ts'

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

/** Each shape with its word and what it means. */
export const keyToMarks = ({ language }: Say): Html => keys[language]

const keys = inEachLanguage(
  (say) =>
    html`<dl class="mark-key">${bestFirst.map(
      (word) => html`<div><dt>${mark(word, say)}</dt><dd>${say.word(meanings[word])}</dd></div>`,
    )}</dl>`,
)
