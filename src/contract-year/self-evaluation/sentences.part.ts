import { html, type Html } from '#platform/html.ts'
import { tag } from '#platform/govuk.ts'
import { english, type Say } from '#platform/language/say.ts'
import { piecesOfEvidence } from '#standings/figure-in-words.ts'
import { isAssertion, type Rest, type Sentence } from './self-evaluation.ts'

/** Where the evidence of a promise stands, by its ref. */
type PromiseAt = (ref: string) => string

/** Sentences, each with what it rests on; what nobody can prove says so. */
export const sentenceList = (sentences: readonly Sentence[], promiseAt: PromiseAt, say: Say = english): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentenceSaid(sentence, say)} ${restsOn(sentence, promiseAt, say)}</li>\n`)}</ul>
`

/** What somebody wrote stays as they wrote it; what the figures wrote is in the language of the page. */
export const sentenceSaid = (sentence: Sentence, say: Say): Html =>
  isAssertion(sentence) ? say.own(sentence.words) : say.marked(sentence.words)

/** An assertion is marked; a figure leads to the promises whose evidence says it. */
function restsOn({ rests }: Sentence, promiseAt: PromiseAt, say: Say): Html | false {
  if (rests === 'assertion') return tag(say`assertion`, 'grey')
  const entries = new Set(rests.flatMap((rest) => rest.entries)).size
  if (rests.length > 1 || entries === 0) return false
  return html`${rests.map((rest) => evidenceOf(rest, entries, promiseAt, say))}`
}

const evidenceOf = ({ ref }: Rest, entries: number, promiseAt: PromiseAt, say: Say): Html =>
  html`<a class="govuk-link govuk-link--no-visited-state" href="${promiseAt(ref)}">${piecesOfEvidence(entries, say)}<span class="govuk-visually-hidden"> ${say`for ${ref}`}</span></a>`
