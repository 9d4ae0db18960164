import type { ContractHead } from '#contracts/contract.ts'
import type { EngagementMet } from '#engagements/held/engagements.sql.ts'
import { day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { asAtInWords } from '#standings/as-at-in-words.ts'
import { countsInWords } from '#standings/counts-in-words.ts'
import { namesProtected } from '#standings/disclosure.ts'
import { peopleDisclosed } from '#standings/figure-in-words.ts'
import { contractAddress } from '../addresses.ts'
import { countsList, dotsOf } from '../standing-marks.ts'
import { block } from './block.part.ts'
import type { TeamShown } from './team-shown.ts'

/** How the team keeps what it promised, in a line; the contract itself is a press away. */
export const howKept = ({ team, newest, say }: TeamShown): Html =>
  block(
    { id: 'promises', title: say`How we keep our promises` },
    newest
      ? promises(newest, say)
      : html`<p class="govuk-body">${say`${team.name} has no engagement contract yet.`}</p>`,
  )

/** Where the team met people lately; nothing where it met nobody. */
export const metLately = ({ engagements, say }: TeamShown): Html | false =>
  engagements.length > 0 &&
  block(
    { id: 'met', title: say`Where we met people lately` },
    html`<ul class="meetings">${engagements.map((one) => meeting(one, say))}</ul>`,
  )

function promises(newest: ContractStanding, say: Say): Html {
  const { contract, counts } = newest
  return html`<p class="govuk-body">${countsInWords(counts, say)} ${asAtInWords(newest, say)}</p>
${dotsOf(counts)}
${countsList(counts, say)}
<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="${contractAddress(contract.teamId, contract.year)}">${say`See each promise and its evidence`}</a></p>`
}

const meeting = (met: EngagementMet, say: Say): Html => {
  const { title, method, heldOn, place } = met
  return html`<li><p class="meetings__day"><time datetime="${heldOn}">${say.day(day(heldOn))}</time></p>
<p class="meetings__what"><strong>${say.own(title)}</strong><br>${[
    ...(title.includes(place) ? [] : [place]),
    ...(title.toLowerCase().startsWith(method) ? [] : [say.word(method)]),
    ...peopleMet(met, say),
  ].join(' · ')}</p></li>
`
}

/** No figure is not nought: where nobody counted, nothing is said of how many came. */
function peopleMet({ reached, spokeWith, communities }: EngagementMet, say: Say): string[] {
  const met = spokeWith ?? reached
  if (met !== null && namesProtected(communities)) {
    const people = peopleDisclosed(met, say)
    return [spokeWith === null ? say.text`reached ${people}` : say.text`spoke with ${people}`]
  }
  if (spokeWith !== null)
    return [say.count(spokeWith, { one: 'spoke with {n} person', other: 'spoke with {n} people' })]
  return reached === null ? [] : [say.count(reached, { one: 'reached {n} person', other: 'reached {n} people' })]
}

/** The contracts of the team, the newest first. */
export const yearsOf = (contracts: readonly ContractHead[], say: Say): Html =>
  html`<section class="plan__part" aria-labelledby="years"><h2 class="govuk-heading-l" id="years">${say`Our contracts, year by year`}</h2>
<ul class="govuk-list">${contracts.map(
    ({ teamId, year, span }) =>
      html`<li><a class="govuk-link" href="${contractAddress(teamId, year)}">${say`Engagement contract ${yearsInWords(span, say)}`}</a></li>`,
  )}</ul></section>
`
