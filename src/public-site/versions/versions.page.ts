import type { Contract, ContractHead } from '#contracts/contract.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { changesInWords } from '#contract-year/versions/changes-in-words.ts'
import type { VersionLine } from '#contract-year/versions/versions.sql.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { contractAddress } from '../addresses.ts'
import type { TeamFound } from '../find.ts'
import { changesAddress, feedLink, teamFeed, versionAddress, versionsAddress } from './version-addresses.ts'
import { contractTrail } from '../trails.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly contract: Contract
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  /** Every contract of the team, newest first. */
  readonly contracts: readonly ContractHead[]
}

/** Every version of a contract that was ever published, with its day, why, and what changed. */
export function versionsPage({ site, force, team, contract, versions, contracts }: Shown): Html {
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const feed = html`<a class="govuk-link" href="${teamFeed(team.id)}">${say`feed`}</a>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds contract-version">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Versions of the engagement contract ${years}`}</h1>
<p class="govuk-body-l">${say`Whatever changes in a contract once it is published makes a new version. Each stays here, with the reason that was given.`}</p>
<ul class="meetings">${versions.map((version) => versionLine(version, say))}</ul>
<p class="govuk-body">${say`Follow: ${feed}`}</p>
${otherYears(contract, contracts, say)}
</div></div>`
  return page({
    title: say.text`Versions of the engagement contract ${years} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`What changed in the engagement contract of ${team.name} for ${years}, when and why.`,
    head: feedLink(teamFeed(team.id)),
  })
}

function versionLine(version: VersionLine, say: Say): Html {
  const { number, publishedOn, isNewest, withdrawnOn, why, teamId, year } = version
  const changes =
    number > 1 && withdrawnOn === null && version.again === null
      ? html`<br><a class="govuk-link" href="${changesAddress(teamId, year, number)}">${say`What changed`}<span class="govuk-visually-hidden"> ${say`in version ${number}`}</span></a>`
      : null
  return html`<li><p class="meetings__day"><time datetime="${publishedOn}">${say.day(publishedOn)}</time></p>
<p class="meetings__what"><a class="govuk-link" href="${versionAddress(teamId, year, number)}"><strong>${say`Version ${number}`}</strong></a> ${isNewest && tag(say`In force`, 'green')}${withdrawnOn !== null && tag(say`Withdrawn`, 'red')}
${withdrawnOn === null && why !== '' && html`<br>${say.own(why)}`}<br>${changesInWords(version, say).join(' ')}${withdrawnOn !== null && html`<br>${withdrawnInWords(version, say)}`}${changes}</p></li>
`
}

/** That a version was withdrawn, when and why; nothing of what it said. */
export const withdrawnInWords = ({ withdrawnOn, withdrawnWhy }: VersionLine, say: Say): Html =>
  html`${withdrawnOn !== null && say`Withdrawn on ${say.day(withdrawnOn)} because: ${say.own(withdrawnWhy ?? '')}`}`

function otherYears(contract: Contract, contracts: readonly ContractHead[], say: Say): Html | false {
  const others = contracts.filter(({ id }) => id !== contract.id)
  return (
    others.length > 0 &&
    html`<h2 class="govuk-heading-m">${say`Other years`}</h2>
<ul class="govuk-list">${others.map(({ year, span }) => html`<li><a class="govuk-link" href="${versionsAddress(contract.teamId, year)}">${say`Versions of the engagement contract ${yearsInWords(span, say)}`}</a></li>`)}</ul>`
  )
}

/** The way from a version back to all of them. */
export const allVersions = ({ teamId, year }: Pick<Contract, 'teamId' | 'year'>, say: Say): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${versionsAddress(teamId, year)}">${say`All versions of this contract`}</a> · <a class="govuk-link" href="${contractAddress(teamId, year)}">${say`The contract as it stands`}</a></p>
`
