import type { Neighbourhood } from '#areas/area.ts'
import type { ContractHead } from '#contracts/contract.ts'
import type { EngagementLine } from '#engagements/held/engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { day, inWords } from '#platform/day.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { figure } from '#standings/question.ts'
import { contractAddress, ledgerAddress } from './addresses.ts'
import { asAtInWords } from './as-at.ts'
import { yearsInWords } from './contract.page.ts'
import { eventList, followLinks } from './events.page.ts'
import type { TeamFound } from './find.ts'
import { countsInWords, countsList, dotsOf } from './standing-marks.ts'

export type TeamShown = TeamFound & {
  readonly site: SiteChrome
  readonly neighbourhoods: readonly Neighbourhood[]
  /** The next engagements that are still planned. */
  readonly planned: readonly PlannedEngagement[]
  readonly engagements: readonly EngagementLine[]
  /** Newest first. */
  readonly contracts: readonly ContractHead[]
  /** The newest contract with how it stands, or null where the team has none. */
  readonly newest: ContractStanding | null
}

/** The neighbourhood page: who polices here, where people met them lately, and how they keep their promises. */
export function teamPage(shown: TeamShown): Html {
  const { force, team, site, neighbourhoods, engagements, contracts, newest } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">Your neighbourhood policing team</span> ${team.name}</h1>
${neighbourhoods.length > 0 && html`<p class="govuk-body-l">For ${inSeries(neighbourhoods.map(({ name }) => name))}.</p>\n`}${talkToUs(shown)}<section class="plan__part" aria-labelledby="promises"><h2 class="govuk-heading-l" id="promises">How we keep our promises</h2>
${newest ? promises(newest) : html`<p class="govuk-body">${team.name} has no engagement contract yet.</p>`}</section>
${
  engagements.length > 0 &&
  html`<section class="plan__part" aria-labelledby="met"><h2 class="govuk-heading-l" id="met">Where we met people lately</h2>
<ul class="meetings">${engagements.map(meeting)}</ul></section>\n`
}${contracts.length > 0 && yearsOf(contracts)}
<p class="govuk-body"><a class="govuk-link" href="${ledgerAddress(team.id)}">Check the ledger that all figures rest on</a></p>
</div></div>`
  return page({
    title: `${team.name} neighbourhood policing team`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: force.name, href: `/${force.id}` },
    ]),
    description: `${team.name} neighbourhood policing team of ${force.name}: what it promised, and whether it is kept.`,
  })
}

const talkToUs = ({ team, planned }: TeamShown): Html | false =>
  planned.length > 0 &&
  html`<section class="plan__part" aria-labelledby="next"><h2 class="govuk-heading-l" id="next">You can talk to us next</h2>
${eventList(planned)}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events">More dates</a></p>
${followLinks(team)}</section>
`

function promises(newest: ContractStanding): Html {
  const { contract, counts } = newest
  return html`<p class="govuk-body">${countsInWords(counts)} ${asAtInWords(newest)}</p>
${dotsOf(counts)}
${countsList(counts)}
<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${contractAddress(contract.teamId, contract.year)}">See each promise and its evidence</a></p>`
}

const meeting = ({ title, method, heldOn, place, reached, spokeWith }: EngagementLine): Html =>
  html`<li><p class="meetings__day"><time datetime="${heldOn}">${inWords(day(heldOn))}</time></p>
<p class="meetings__what"><strong>${title}</strong><br>${[
    ...(title.includes(place) ? [] : [place]),
    ...(title.toLowerCase().startsWith(method) ? [] : [method]),
    ...peopleMet(reached, spokeWith),
  ].join(' · ')}</p></li>
`

/** No figure is not nought: where nobody counted, nothing is said of how many came. */
function peopleMet(reached: number | null, spokeWith: number | null): string[] {
  if (spokeWith !== null) return [`spoke with ${figure(spokeWith)} ${spokeWith === 1 ? 'person' : 'people'}`]
  return reached === null ? [] : [`reached ${figure(reached)} ${reached === 1 ? 'person' : 'people'}`]
}

const yearsOf = (contracts: readonly ContractHead[]): Html =>
  html`<section class="plan__part" aria-labelledby="years"><h2 class="govuk-heading-l" id="years">Our contracts, year by year</h2>
<ul class="govuk-list">${contracts.map(
    ({ teamId, year, span }) =>
      html`<li><a class="govuk-link" href="${contractAddress(teamId, year)}">Engagement contract ${yearsInWords(span)}</a></li>`,
  )}</ul></section>
`

const inSeries = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
