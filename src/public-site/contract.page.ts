import type { Team } from '#areas/area.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { inWords, type Span } from '#platform/day.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Contract, ContractHead } from '#contracts/contract.ts'
import type {
  CommitmentStanding,
  ContractStanding,
  PromiseStanding,
  StandardStanding,
} from '#standings/contract-standing.ts'
import { worstOf } from '#standings/standing.ts'
import { contractAddress, type ContractAddresses } from './addresses.ts'
import { asAtInWords, dayPicker } from './as-at.ts'
import { contextNotes } from './context-beside.ts'
import type { TeamFound } from './find.ts'
import { folded } from './folded.ts'
import { alsoServing, measureTable, promiseProse } from './promise-line.ts'
import { mark, smallMark } from '#standings/standing-mark.ts'
import { countsInWords, countsList } from './standing-marks.ts'
import { yearStrip } from './year-strip.ts'

export type ContractShown = TeamFound & {
  readonly site: SiteChrome
  readonly shown: ContractStanding
  readonly to: ContractAddresses
  /** Every contract of the team, newest first. */
  readonly contracts: readonly ContractHead[]
}

/** The living contract: the plan reads as prose, and after each promise stands what the evidence says of it. */
export function contractPage({ force, team, site, shown, to, contracts }: ContractShown): Html {
  const { contract } = shown
  const years = yearsInWords(contract.span)
  const body = html`${opening(team, shown)}
${dayPicker(shown, contractAddress(team.id, contract.year))}
${contextNotes(contract.contexts ?? [], 'context')}${yearStrip(shown, to)}
<div class="plan-beside">
<div class="plan">
${selfEvaluation(shown)}${standardsOf(shown, to)}${furtherParts(shown, to)}${lists(shown)}
${whereFrom(shown, to, contracts)}
</div>
${contents(shown)}
</div>`
  return page({
    title: `Engagement contract ${years} – ${team.name}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: force.name, href: to.force },
      { words: team.name, href: to.team },
    ]),
    description: `What ${team.name} neighbourhood policing team promised its community for ${years}, and what the evidence says of each promise.`,
    head: html`<link rel="alternate" type="application/json" href="${to.standingJson}">\n`,
  })
}

/** `2019 to 2020`. */
export function yearsInWords({ from, to }: Span): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last ? first : `${first} to ${last}`
}

function opening(team: Team, shown: ContractStanding): Html {
  const { contract, framework, counts } = shown
  return html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${team.name} neighbourhood policing team</span> Engagement contract ${yearsInWords(contract.span)}</h1>
<p class="govuk-body-l">${countsInWords(counts)}</p>
${countsList(counts)}
<p class="as-at">${asAtInWords(shown)} The contract runs from ${inWords(contract.span.from)} to ${inWords(contract.span.to)} under the <a class="govuk-link" href="/frameworks/${framework.id}">${framework.title}</a>.</p>`
}

/** Beside the plan where there is room; on a phone the year above it leads to the same places. */
function contents({ standards, others }: ContractStanding): Html {
  const entry = (
    id: string,
    words: string,
    standing: Html,
  ) => html`<li>${standing}<a class="govuk-link" href="#${id}">${words}</a></li>
`
  return html`<nav class="plan-contents" aria-label="Standards of this contract"><ul>
${standards.map(({ id, title, standing }) => entry(id, title, smallMark(standing)))}${others.length > 0 && entry('others', 'Promises outside the standards', smallMark(worstOf(others.map((each) => each.standing.standing)) ?? 'unknown'))}</ul></nav>`
}

const selfEvaluation = ({ contract }: ContractStanding): Html | false =>
  contract.part1.length > 0 &&
  html`<section class="plan__part">
<h2 class="govuk-heading-l">How we work</h2>
${contract.part1.map(({ heading, text }) => html`<h3 class="govuk-heading-s">${heading}</h3>\n<p class="govuk-body">${text}</p>\n`)}</section>
`

/** A promise that serves several standards is told in full under the first of them. */
function standardsOf(shown: ContractStanding, to: ContractAddresses): Html {
  const known = new Set(shown.standards.map(({ id }) => id))
  const home = ({ commitment }: CommitmentStanding) => commitment.standards.find((id) => known.has(id))
  return html`${shown.standards.map((standard) => {
    const own = standard.commitments.filter((promise) => home(promise) === standard.id)
    const others = standard.commitments.filter((promise) => home(promise) !== standard.id)
    return standardPart(standard, own, others, to, shown.contract)
  })}`
}

function standardPart(
  { id, title, standing, measures }: StandardStanding,
  own: readonly CommitmentStanding[],
  others: readonly CommitmentStanding[],
  to: ContractAddresses,
  contract: Contract,
): Html {
  return html`<section class="plan__part" id="${id}">
<h2 class="govuk-heading-l"><span class="govuk-caption-l">Standard ${id}</span> <a class="plan__title" href="${to.standard(id)}">${title}</a></h2>
<p class="plan__standing">${mark(standing)} ${standing === 'kept' ? '' : worstOfAll(own.length + others.length)}</p>
${own.map((promise) => promiseProse(promise, to, contract))}${own.length + others.length === 0 && html`<p class="govuk-body">The plan promises nothing under this standard.</p>\n`}${alsoServing(others)}
${measuresOf(title, measures, to)}
</section>
`
}

const worstOfAll = (promises: number): string => (promises > 1 ? `is the worst of its ${promises} promises` : '')

const measuresOf = (title: string, measures: readonly PromiseStanding[], to: ContractAddresses): Html =>
  folded(
    `What the framework itself asks here: ${measures.length} ${measures.length === 1 ? 'measure' : 'measures'}`,
    measureTable(`Measures of ${title}`, measures, to),
  )

function furtherParts({ others, serviceStandards, duties, contract }: ContractStanding, to: ContractAddresses): Html {
  return html`${
    others.length > 0 &&
    html`<section class="plan__part" id="others"><h2 class="govuk-heading-l">Promises outside the standards</h2>
${others.map((promise) => promiseProse(promise, to, contract))}</section>
`
  }${
    serviceStandards.length > 0 &&
    html`<section class="plan__part" id="service-standards"><h2 class="govuk-heading-l">Service standards of the whole force</h2>
${measureTable('Service standards', serviceStandards, to)}</section>
`
  }${
    duties.length > 0 &&
    html`<section class="plan__part" id="duties"><h2 class="govuk-heading-l">What the framework asks of every team, and of others</h2>
${measureTable('Duties of the framework', duties, to)}</section>
`
  }`
}

const lists = ({ contract }: ContractStanding): Html =>
  html`${list('Good practice', contract.goodPractice)}${list('Tools the team asked for', contract.toolRequests)}${list(
    'Parts of the document that nobody could place',
    contract.unread,
  )}`

const list = (title: string, items: readonly string[]): Html | false =>
  items.length > 0 &&
  html`<section class="plan__part"><h2 class="govuk-heading-l">${title}</h2>
<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul></section>
`

function whereFrom({ contract }: ContractStanding, to: ContractAddresses, contracts: readonly ContractHead[]): Html {
  const others = contracts.filter(({ id }) => id !== contract.id)
  return html`<section class="plan__part plan__sources">
<h2 class="govuk-heading-m">Check it yourself</h2>
<p class="govuk-body">Every figure on this page is worked out from <a class="govuk-link" href="${to.ledger}">the team’s ledger</a>, to which entries are only ever added.
You can take <a class="govuk-link" href="${to.json}">the contract as JSON</a> and <a class="govuk-link" href="${to.standingJson}">how it stands as JSON</a>.</p>
${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Other years</h2>
<ul class="govuk-list">${others.map(({ year, span }) => html`<li><a class="govuk-link" href="${contractAddress(contract.teamId, year)}">Engagement contract ${yearsInWords(span)}</a></li>`)}</ul>`
}
</section>`
}
