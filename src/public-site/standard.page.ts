import { explainIn } from '#measures/explain.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractStanding, PromiseStanding, StandardStanding } from '#standings/contract-standing.ts'
import type { ContractAddresses } from './addresses.ts'
import type { TeamFound } from './find.ts'
import { promiseProse } from './promise-line.ts'
import { mark } from '#standings/standing-mark.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import { figureAndWhy, piecesOfEvidence } from '#standings/figure-in-words.ts'
import { teamTrail } from './trails.ts'

type StandardShown = TeamFound & {
  readonly site: SiteChrome
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  readonly standard: StandardStanding
}

/** One standard in one contract: what it asks, what the team promised for it, and each measure with its explanation. */
export function standardPage({ force, team, site, shown, to, standard }: StandardShown): Html {
  const say = sayIn(site.language)
  const years = yearsInWords(shown.contract.span, say)
  const { id, title, keyElements, commitments, measures, standing } = standard
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${say`Standard ${id}`}</span> ${say.own(title)}</h1>
<p class="plan__standing">${mark(standing, say)}</p>
<p class="as-at">${asAtInWords(shown, say)}</p>
<div class="plan">
${
  keyElements.length > 0 &&
  html`<h2 class="govuk-heading-m">${say`What it is about`}</h2>
<ul class="govuk-list govuk-list--bullet">${keyElements.map((words) => html`<li>${say.own(words)}</li>`)}</ul>
`
}<h2 class="govuk-heading-m">${say`What ${team.name} promised`}</h2>
${commitments.length === 0 && html`<p class="govuk-body">${say`The plan promises nothing under this standard.`}</p>\n`}${commitments.map((promise) => promiseProse(promise, to, shown.contract, say))}
<h2 class="govuk-heading-m">${say`What the framework measures`}</h2>
${measures.map((measure) => measured(measure, to, say))}</div>`
  return page({
    title: say.text`Standard ${id}, ${title} – ${team.name} ${years}`,
    body,
    site,
    trail: [...teamTrail({ force, team }, say), { words: say.text`Contract ${years}`, href: `${to.contract}#${id}` }],
  })
}

function measured({ ref, text, measures, standing }: PromiseStanding, to: ContractAddresses, say: Say): Html {
  return html`<div class="promise" id="${ref}">
<h3 class="govuk-heading-s promise__heading"><span class="promise__ref">${ref}</span> ${say.own(text)}</h3>
${measures.map((measure) => html`<p class="govuk-body promise__how">${say.marked(explainIn(say)(measure))}</p>\n`)}<p class="promise__line">${mark(standing.standing, say)} ${figureAndWhy(standing, say)} <a class="govuk-link" href="${to.promise(ref)}">${piecesOfEvidence(standing.evidence.length, say)}<span class="govuk-visually-hidden"> ${say`for measure ${ref}`}</span> ›</a></p>
</div>
`
}
