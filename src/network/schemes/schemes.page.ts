import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, tag } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import { resilienceOf, type MembersCounted, type Scheme, type Tick } from './scheme.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly schemes: readonly Scheme[]
  readonly counted: readonly MembersCounted[]
  readonly mayManage: boolean
}

/** Each watch scheme with its dedicated contact (R20), what makes it last, and when we are next due there. */
export function schemesPage(shown: Shown): Html {
  const { site, team, schemes } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Watch schemes</h1>
${schemes.length === 0 && html`<p class="govuk-body">No watch scheme is in the network yet.</p>`}
${schemes.map((scheme) => schemeSection(scheme, shown))}
${shown.mayManage && buttonLink('Add a watch scheme', `${networkOf(team.id)}/organisations/new`, { kind: 'secondary' })}
</div></div>`
  return page({
    title: `Watch schemes – ${team.name}`,
    body,
    site,
    before: backLink(networkOf(team.id), 'Network'),
  })
}

function schemeSection(scheme: Scheme, shown: Shown): Html {
  const { organisationId, name, owner, coordinator, deputy, lastContactOn, nextDue, relationshipId } = scheme
  const { team, today } = shown
  const network = networkOf(team.id)
  const nobody = tag('nobody', 'red')
  return html`<section class="week-list" aria-labelledby="s-${organisationId}">
<h2 class="govuk-heading-m" id="s-${organisationId}"><a class="govuk-link" href="${network}/organisations/${organisationId}">${name}</a></h2>
<dl class="facts">
<dt>Our dedicated contact</dt><dd>${owner ?? nobody}</dd>
<dt>Coordinator</dt><dd>${coordinator === null ? nobody : html`<bdi>${coordinator}</bdi>`}</dd>
<dt>Deputy</dt><dd>${deputy === null ? tag('nobody', 'yellow') : html`<bdi>${deputy}</bdi>`}</dd>
<dt>Last contact</dt><dd>${lastContactOn === null ? 'None yet' : inWords(lastContactOn)}</dd>
<dt>Next due</dt><dd>${nextDue === null ? 'Nothing is agreed yet' : html`${nextDue < today && html`${tag('overdue', 'red')} `}by ${inWords(nextDue)}`}</dd>
<dt>Members</dt><dd>${membersOf(scheme, shown)}</dd>
</dl>
<h3 class="govuk-heading-s">Will it last?</h3>
<ul class="govuk-list">
${resilienceOf(scheme, today).map(tickLine)}</ul>
${relationshipId !== null && buttonLink(html`Log a contact<span class="govuk-visually-hidden">: ${name}</span>`, `${network}/contacts/new?with=${relationshipId}`, { kind: 'secondary' })}
${shown.mayManage && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/schemes/${organisationId}">Change the coordinator or count members<span class="govuk-visually-hidden">: ${name}</span></a></p>`}
</section>
`
}

/** A word and a sign, never a colour alone. */
const tickLine = ({ what, has, why }: Tick): Html =>
  html`<li>${has ? tag('yes', 'green') : tag('not yet', 'yellow')} <b>${what}</b>: ${why}</li>\n`

function membersOf({ organisationId, members }: Scheme, { counted }: Shown): Html {
  const own = counted.filter((one) => one.organisationId === organisationId).slice(0, 5)
  if (own.length === 0) return html`${members === null ? 'Not counted yet' : members}`
  return joined(
    own.map(({ members: count, countedOn }) => html`${count} on ${inWords(countedOn)}`),
    html`<br>`,
  )
}
