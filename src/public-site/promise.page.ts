import { explain } from '#measures/explain.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { inWords } from '#platform/day.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Commitment } from '#contracts/commitment.ts'
import type { ContractStanding, PromiseStanding } from '#standings/contract-standing.ts'
import { figure, periodInWords } from '#standings/question.ts'
import type { Gap, ObligationStanding } from '#standings/standing.ts'
import type { ContractAddresses } from './addresses.ts'
import { asAtInWords, dayPicker } from './as-at.ts'
import { contextNotes, contextsBeside } from './context-beside.ts'
import { yearsInWords } from './contract.page.ts'
import { folded } from './folded.ts'
import { evidenceList, type EvidencePage } from './evidence-list.ts'
import type { TeamFound } from './find.ts'
import { mark } from '#standings/standing-mark.ts'
import { assertionMark, figureInWords } from './standing-marks.ts'
import { yearChart } from './year-chart.ts'

/** One promise of a contract, whatever made it: the plan, a measure, a service standard or a duty of the framework. */
export type PromiseFound = {
  readonly promise: PromiseStanding
  readonly called: 'Promise' | 'Measure' | 'Service standard' | 'Duty'
  /** Whom the promise names: who keeps it and with whom; null for a measure. */
  readonly parties: Pick<Commitment, 'who' | 'with'> | null
  readonly words: string | null
  readonly standards: readonly { readonly id: string; readonly title: string }[]
}

export type PromiseShown = TeamFound & {
  readonly site: SiteChrome
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  readonly found: PromiseFound
  readonly evidence: EvidencePage
}

/** One promise: how it stands and why, the working, everybody it is owed to, the gaps, and every piece of evidence. */
export function promisePage({ force, team, site, shown, to, found, evidence }: PromiseShown): Html {
  const { promise, called } = found
  const years = yearsInWords(shown.contract.span)
  const body = html`<h1 class="govuk-heading-l promise-title"><span class="govuk-caption-l">${called} ${promise.ref}</span> ${promise.text}</h1>
${verdict(promise, shown)}
${contextNotes(contextsBeside(promise.standing, shown.contract), 'context')}<h2 class="govuk-heading-m">How it is measured</h2>
${measuredBy(promise)}
${facts(found, to)}
${yearChart(promise, shown.contract.span, shown.asAt)}
${obligations(promise.standing.obligations)}${gaps(promise.standing.gaps)}
<h2 class="govuk-heading-m" id="evidence">Evidence</h2>
${evidenceList(evidence)}
${dayPicker(shown, pathOf(to.promise(promise.ref)))}`
  return page({
    title: `${called} ${promise.ref} – ${team.name} ${years}`,
    body,
    site,
    before: breadcrumbs([
      { words: force.name, href: to.force },
      { words: team.name, href: to.team },
      { words: `Contract ${years}`, href: `${to.contract}#${promise.ref}` },
    ]),
    description: promise.text,
  })
}

const pathOf = (address: string) => address.split('?')[0] as string

function verdict({ standing, measures }: PromiseStanding, shown: ContractStanding): Html {
  const said = figureInWords(standing)
  return html`<div class="verdict">
<p class="verdict__standing">${measures.length === 0 ? assertionMark : mark(standing.standing)} ${said !== null && html`<span class="verdict__figure">${said}</span>`}</p>
<p class="govuk-body">${standing.reason}</p>
<p class="as-at">${asAtInWords(shown)}</p>
</div>`
}

function measuredBy({ measures }: PromiseStanding): Html {
  if (measures.length === 0)
    return html`<p class="govuk-body">This is an assertion. It may well be true, but no evidence that could be recorded would show whether it is.</p>`
  if (measures.length === 1) return html`<p class="govuk-body">${measures.map(explain)}</p>`
  return html`<p class="govuk-body">All of these are asked for; the promise stands as the worst of them does, and its figure is that of the first.</p>
<ol class="govuk-list govuk-list--number">${measures.map((measure) => html`<li>${explain(measure)}</li>`)}</ol>`
}

function facts({ promise, parties, words, standards }: PromiseFound, to: ContractAddresses): Html {
  const named = standards.map(
    ({ id, title }) => html`<li><a class="govuk-link" href="${to.standard(id)}">${title}</a></li>`,
  )
  return html`<dl class="facts">
${parties && fact('Who', parties.who)}${parties && parties.with.length > 0 && fact('With whom', parties.with.join(', '))}${working(promise)}${
    named.length > 0 &&
    fact(named.length === 1 ? 'Standard it serves' : 'Standards it serves', html`<ul class="govuk-list">${named}</ul>`)
  }${words !== null && words !== promise.text && fact('In the document’s own words', html`<q>${words}</q>`)}</dl>`
}

function working({ standing, measures }: PromiseStanding): Html {
  const { value, unit, target, numerator, denominator, period, nextDue } = standing
  const between = measures[0]?.measure === 'growth' ? 'against' : 'of'
  const from = numerator !== null && denominator !== null && `${figure(numerator)} ${between} ${figure(denominator)}`
  return html`${value !== null && fact('Figure', figureInWords({ value, unit }) ?? '')}${from && fact('Worked out from', from)}${
    target !== null && fact('Asked for', figureInWords({ value: target, unit }) ?? '')
  }${period && fact('Period', periodInWords(period))}${nextDue !== null && fact('Next due by', inWords(nextDue))}`
}

const fact = (key: string, value: string | Html) => html`<dt>${key}</dt><dd>${value}</dd>
`

function obligations(all: readonly ObligationStanding[]): Html {
  if (all.length === 0) return nothing
  return html`<h2 class="govuk-heading-m" id="obligations">To whom it is owed</h2>
<div class="scrolls" tabindex="0" role="region" aria-label="To whom it is owed"><table class="measures obligations">
<caption class="govuk-visually-hidden">Each obligation of this promise, and how it stands</caption>
<thead><tr><th scope="col">Whom or what</th><th scope="col">How it stands</th><th scope="col">Next</th></tr></thead>
<tbody>
${all.map(
  ({ subject, standing, reason, nextDue, period }) => html`<tr><th scope="row">${subject || 'the whole team'}${
    period && html`<span class="obligations__period">${periodInWords(period)}</span>`
  }</th><td>${mark(standing)} <span class="measures__why">${reason}</span></td><td>${nextDue === null ? 'Nothing more is due' : `Due by ${inWords(nextDue)}`}</td></tr>
`,
)}</tbody></table></div>
`
}

function gaps(all: readonly Gap[]): Html {
  if (all.length === 0) return nothing
  const list = html`<ul class="govuk-list govuk-list--bullet">${all.map(
    ({ from, to, days }) =>
      html`<li>${from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}, ${days} days`}</li>`,
  )}</ul>`
  return html`<h2 class="govuk-heading-m">Gaps</h2>
${all.length > 6 ? folded(`When it was not done: ${all.length} gaps`, list) : list}
`
}
