import { explain } from '#measures/explain.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractStanding, PromiseStanding, StandardStanding } from '#standings/contract-standing.ts'
import type { ContractAddresses } from './addresses.ts'
import { asAtInWords } from './as-at.ts'
import { yearsInWords } from './contract.page.ts'
import type { TeamFound } from './find.ts'
import { promiseProse } from './promise-line.ts'
import { mark } from '#standings/standing-mark.ts'
import { figureAndWhy, piecesOfEvidence } from './standing-marks.ts'

type StandardShown = TeamFound & {
  readonly site: SiteChrome
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  readonly standard: StandardStanding
}

/** One standard in one contract: what it asks, what the team promised for it, and each measure with its explanation. */
export function standardPage({ force, team, site, shown, to, standard }: StandardShown): Html {
  const years = yearsInWords(shown.contract.span)
  const { id, title, keyElements, commitments, measures, standing } = standard
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">Standard ${id}</span> ${title}</h1>
<p class="plan__standing">${mark(standing)}</p>
<p class="as-at">${asAtInWords(shown)}</p>
<div class="plan">
${
  keyElements.length > 0 &&
  html`<h2 class="govuk-heading-m">What it is about</h2>
<ul class="govuk-list govuk-list--bullet">${keyElements.map((words) => html`<li>${words}</li>`)}</ul>
`
}<h2 class="govuk-heading-m">What ${team.name} promised</h2>
${commitments.length === 0 && html`<p class="govuk-body">The plan promises nothing under this standard.</p>\n`}${commitments.map((promise) => promiseProse(promise, to, shown.contract))}
<h2 class="govuk-heading-m">What the framework measures</h2>
${measures.map((measure) => measured(measure, to))}</div>`
  return page({
    title: `Standard ${id}, ${title} – ${team.name} ${years}`,
    body,
    site,
    before: breadcrumbs([
      { words: force.name, href: to.force },
      { words: team.name, href: to.team },
      { words: `Contract ${years}`, href: `${to.contract}#${id}` },
    ]),
  })
}

function measured({ ref, text, measures, standing }: PromiseStanding, to: ContractAddresses): Html {
  return html`<div class="promise" id="${ref}">
<h3 class="govuk-heading-s promise__heading"><span class="promise__ref">${ref}</span> ${text}</h3>
${measures.map((measure) => html`<p class="govuk-body promise__how">${explain(measure)}</p>\n`)}<p class="promise__line">${mark(standing.standing)} ${figureAndWhy(standing)} <a class="govuk-link" href="${to.promise(ref)}">${piecesOfEvidence(standing.evidence.length)}<span class="govuk-visually-hidden"> for measure ${ref}</span> ›</a></p>
</div>
`
}
