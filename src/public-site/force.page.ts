import type { Force, Neighbourhood, Team } from '#areas/area.ts'
import type { ContractHead } from '#contracts/contract.ts'
import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { contractAddress } from './addresses.ts'
import { yearsInWords } from './contract.page.ts'
import { countsList } from './standing-marks.ts'

export type ForceShown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly neighbourhoods: readonly Neighbourhood[]
  /** How the contracts stand that are in force today. */
  readonly standings: readonly ContractStanding[]
  readonly contracts: readonly ContractHead[]
}

/** A force: its teams, how each stands today, and under which frameworks. */
export function forcePage(shown: ForceShown): Html {
  const { force, teams, neighbourhoods, standings, contracts, site } = shown
  const frameworks = new Map(standings.map(({ framework }) => [framework.id, framework.title]))
  const unpoliced = neighbourhoods.filter(({ teamId }) => teamId === null)
  const withContract = teams.filter(({ id }) => contracts.some(({ teamId }) => teamId === id))
  const without = teams.filter((team) => !withContract.includes(team))
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${force.name}</h1>
<p class="govuk-body-l">${summary(teams.length, standings.length)}</p>
${frameworks.size > 0 && html`<p class="govuk-body">Contracts are made under the ${[...frameworks].map(([id, title]) => html`<a class="govuk-link" href="/frameworks/${id}">${title}</a>`)}.</p>\n`}${
    withContract.length > 0 &&
    html`<h2 class="govuk-heading-l">How the teams stand today</h2>
<ul class="teams">${withContract.map((team) => teamItem(team, shown))}</ul>
`
  }${
    without.length > 0 &&
    html`<h2 class="govuk-heading-l">Teams with no contract yet</h2>
<ul class="teams">${without.map((team) => teamItem(team, shown))}</ul>
`
  }${
    unpoliced.length > 0 &&
    html`<h2 class="govuk-heading-m">Neighbourhoods without a team here</h2>
<p class="govuk-body">${unpoliced.map(({ name }) => name).join(', ')}</p>`
  }
</div></div>`
  return page({ title: force.name, body, site, before: breadcrumbs([{ words: 'Find your team', href: '/' }]) })
}

function summary(teams: number, contracts: number): string {
  if (teams === 0) return 'No neighbourhood policing team is here yet.'
  const all = `${teams} neighbourhood policing ${teams === 1 ? 'team' : 'teams'}`
  return `${all}, ${contracts === 0 ? 'none' : contracts} of them with an engagement contract in force today.`
}

function teamItem(team: Team, { neighbourhoods, standings, contracts }: ForceShown): Html {
  const standing = standings.find(({ contract }) => contract.teamId === team.id)
  const covered = neighbourhoods.filter(({ teamId }) => teamId === team.id).map(({ name }) => name)
  const newest = contracts.find(({ teamId }) => teamId === team.id)
  return html`<li class="teams__team"><h3 class="govuk-heading-m"><a class="govuk-link" href="/${team.id}">${team.name}</a></h3>
${covered.length > 0 && html`<p class="govuk-body-s teams__covers">${covered.join(', ')}</p>\n`}${
    standing ? stands(standing, team.name) : newest && pastContract(newest)
  }</li>
`
}

const stands = ({ counts, contract }: ContractStanding, name: string): Html =>
  html`${countsList(counts)}
<p class="govuk-body-s"><a class="govuk-link" href="${contractAddress(contract.teamId, contract.year)}">Engagement contract ${yearsInWords(contract.span)}<span class="govuk-visually-hidden"> of ${name}</span> ›</a></p>`

const pastContract = ({ teamId, year, span }: ContractHead): Html =>
  html`<p class="govuk-body-s">No contract is in force today. <a class="govuk-link" href="${contractAddress(teamId, year)}">Engagement contract ${yearsInWords(span)} ›</a></p>`
