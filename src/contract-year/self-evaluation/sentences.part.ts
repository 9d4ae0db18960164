import { html, type Html } from '#platform/html.ts'
import { tag } from '#platform/govuk.ts'
import type { Rest, Sentence } from './self-evaluation.ts'

/** Sentences, each with what it rests on; what nobody can prove says so. */
export const sentenceList = (sentences: readonly Sentence[], contractHref: string): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentence.words} ${restsOn(sentence, contractHref)}</li>\n`)}</ul>
`

/** An assertion is marked; a figure leads to the promises whose evidence says it. */
export function restsOn({ rests }: Sentence, contractHref: string): Html | false {
  if (rests === 'assertion') return tag('assertion', 'grey')
  const entries = new Set(rests.flatMap((rest) => rest.entries)).size
  if (rests.length > 1 || entries === 0) return false
  return html`${rests.map((rest) => evidenceOf(rest, entries, contractHref))}`
}

const evidenceOf = ({ ref }: Rest, entries: number, contractHref: string): Html =>
  html`<a class="govuk-link govuk-link--no-visited-state" href="${contractHref}/commitments/${ref}">${entries} ${entries === 1 ? 'piece' : 'pieces'} of evidence<span class="govuk-visually-hidden"> for ${ref}</span></a>`
