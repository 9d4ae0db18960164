import type { Force, Neighbourhood, Team } from '#areas/area.ts'
import type { ContractHead } from '#contracts/contract.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { contractAddress } from './addresses.ts'
import { forceThing } from './discovery/things.ts'
import { forceSays, type ForceSays } from './force-facts.part.ts'
import { countsList } from './standing-marks.ts'
import { feedLink, forceFeed } from './versions/version-addresses.ts'

export type ForceShown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly neighbourhoods: readonly Neighbourhood[]
  /** How the contracts stand that are in force today. */
  readonly standings: readonly ContractStanding[]
  readonly contracts: readonly ContractHead[]
  readonly says: ForceSays
}

/** A force: its teams, how each stands today, and under which frameworks. */
export function forcePage(shown: ForceShown): Html {
  const { force, teams, neighbourhoods, standings, contracts, site } = shown
  const say = sayIn(site.language)
  const frameworks = new Map(standings.map(({ framework }) => [framework.id, framework.title]))
  const unpoliced = neighbourhoods.filter(({ teamId }) => teamId === null)
  const withContract = teams.filter(({ id }) => contracts.some(({ teamId }) => teamId === id))
  const without = teams.filter((team) => !withContract.includes(team))
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${force.name}</h1>
<p class="govuk-body-l">${summary(teams.length, standings.length, say)}</p>
${frameworks.size > 0 && html`<p class="govuk-body">${say`Contracts are made under the ${[...frameworks].map(([id, title]) => html`<a class="govuk-link" href="/frameworks/${id}">${say.own(title)}</a>`)}.`}</p>\n`}${
    neighbourhoods.length > 0 &&
    html`<p class="govuk-body"><a class="govuk-link" href="/find/map/${force.id}">${say`See where each team works on a map`}</a></p>\n`
  }${
    withContract.length > 0 &&
    html`<h2 class="govuk-heading-l">${say`How the teams stand today`}</h2>
<ul class="teams">${withContract.map((team) => teamItem(team, shown, say))}</ul>
`
  }${
    without.length > 0 &&
    html`<h2 class="govuk-heading-l">${say`Teams with no contract yet`}</h2>
<ul class="teams">${without.map((team) => teamItem(team, shown, say))}</ul>
`
  }${
    unpoliced.length > 0 &&
    html`<h2 class="govuk-heading-m">${say`Neighbourhoods without a team here`}</h2>
<p class="govuk-body">${unpoliced.map(({ name }) => name).join(', ')}</p>`
  }${contracts.length > 0 && followContracts(force, say)}${forceSays(shown.says, force.name, say)}
</div></div>`
  return page({
    title: force.name,
    body,
    site,
    picture: { path: `/${force.id}/share.png`, alt: force.name },
    about: forceThing({ site, force, teams }),
    trail: [{ words: say.text`Find your team`, href: '/' }],
    head: contracts.length > 0 ? feedLink(forceFeed(force.id)) : undefined,
  })
}

const followContracts = (force: Force, say: Say): Html =>
  html`<p class="govuk-body">${say`Follow what changes in the contracts: ${html`<a class="govuk-link" href="${forceFeed(force.id)}">${say`feed`}</a>`}`}</p>
`

function summary(teams: number, contracts: number, say: Say): string {
  if (teams === 0) return say.text`No neighbourhood policing team is here yet.`
  const all = say.count(teams, { one: '{n} neighbourhood policing team', other: '{n} neighbourhood policing teams' })
  return contracts === 0
    ? say.text`${all}, none of them with an engagement contract in force today.`
    : say.text`${all}, ${contracts} of them with an engagement contract in force today.`
}

function teamItem(team: Team, { neighbourhoods, standings, contracts }: ForceShown, say: Say): Html {
  const standing = standings.find(({ contract }) => contract.teamId === team.id)
  const covered = neighbourhoods.filter(({ teamId }) => teamId === team.id).map(({ name }) => name)
  const newest = contracts.find(({ teamId }) => teamId === team.id)
  return html`<li class="teams__team"><h3 class="govuk-heading-m"><a class="govuk-link" href="/${team.id}">${team.name}</a></h3>
${covered.length > 0 && html`<p class="govuk-body-s teams__covers">${covered.join(', ')}</p>\n`}${
    standing ? stands(standing, team.name, say) : newest && pastContract(newest, say)
  }</li>
`
}

const stands = ({ counts, contract }: ContractStanding, name: string, say: Say): Html =>
  html`${countsList(counts, say)}
<p class="govuk-body-s"><a class="govuk-link" href="${contractAddress(contract.teamId, contract.year)}">${say`Engagement contract ${yearsInWords(contract.span, say)}`}<span class="govuk-visually-hidden"> ${say`of ${name}`}</span> ›</a></p>`

const pastContract = ({ teamId, year, span }: ContractHead, say: Say): Html =>
  html`<p class="govuk-body-s">${say`No contract is in force today.`} <a class="govuk-link" href="${contractAddress(teamId, year)}">${say`Engagement contract ${yearsInWords(span, say)}`} ›</a></p>`
