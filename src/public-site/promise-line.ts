import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { CommitmentStanding, PromiseStanding } from '#standings/contract-standing.ts'
import type { Contract } from '#contracts/contract.ts'
import type { ContractAddresses } from './addresses.ts'
import { contextLink, contextsBeside } from './context-beside.ts'
import { mark, smallMark } from '#standings/standing-mark.ts'
import { figureAndWhy, piecesOfEvidence } from '#standings/figure-in-words.ts'
import { assertionMark } from './standing-marks.ts'

/** A promise as the plan says it, then one quiet line: how it stands, the figure, why, and the way to its evidence. */
export const promiseProse = (
  { ref, text, standing, measures }: PromiseStanding,
  to: ContractAddresses,
  contract: Pick<Contract, 'contexts'>,
  say: Say,
): Html => {
  return html`<div class="promise" id="${ref}">
<p class="promise__text">${say.own(text)}</p>
<p class="promise__line">${measures.length === 0 ? assertionMark(say) : mark(standing.standing, say)} ${figureAndWhy(standing, say)} <a class="govuk-link" href="${to.promise(ref)}">${evidenceOf(standing, say)}<span class="govuk-visually-hidden"> ${say`for promise ${ref}`}</span> ›</a>${contextLink(contextsBeside(standing, contract), ref, say)}</p>
</div>
`
}

const evidenceOf = ({ evidence, isWithheld }: PromiseStanding['standing'], say: Say): string =>
  isWithheld === true && evidence.length === 0 ? say.text`How it is measured` : piecesOfEvidence(evidence.length, say)

/** Promises shown in full under another standard, each by its first words and its shape. */
export function alsoServing(promises: readonly CommitmentStanding[], say: Say): Html | false {
  if (promises.length === 0) return false
  return html`<div class="also"><h3 class="govuk-heading-s">${say`Promised elsewhere in the plan, and counted here too`}</h3>
<ul>${promises.map(
    ({
      ref,
      text,
      standing,
    }) => html`<li>${smallMark(standing.standing, say)} <a class="govuk-link" href="#${ref}">${say.own(firstWords(text))}</a></li>
`,
  )}</ul></div>`
}

/** Measures, service standards or duties in a compact table, each with its working behind its name. */
export const measureTable = (
  caption: string | Html,
  promises: readonly PromiseStanding[],
  to: ContractAddresses,
  say: Say,
): Html =>
  html`<table class="measures"><caption class="govuk-visually-hidden">${caption}</caption>
<thead class="govuk-visually-hidden"><tr><th scope="col">${say`What is asked`}</th><th scope="col">${say`How it stands`}</th></tr></thead>
<tbody>
${promises.map(
  ({
    ref,
    text,
    standing,
  }) => html`<tr><th scope="row"><a class="govuk-link" href="${to.promise(ref)}">${say.own(text)}</a></th><td>${mark(standing.standing, say)} <span class="measures__why">${say.marked(standing.reason)}</span></td></tr>
`,
)}</tbody></table>`

/** The words of a promise up to about a line. */
export function firstWords(text: string, most = 90): string {
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most)).replace(/[,;:.]$/, '')} …`
}
