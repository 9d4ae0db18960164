import type { Team } from '#areas/area.ts'
import { backLink, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Owner = {
  readonly ownerId: string
  readonly owner: string
  readonly kinds: readonly string[]
  readonly isHere: boolean
}
type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly owners: readonly Owner[]
  readonly introductions: readonly { readonly id: string; readonly label: string; readonly toName: string }[]
  readonly handed: boolean
}

/** Who owns what a team keeps up, and which introductions are still to be made. */
export function ownersPage({ site, team, owners, introductions, handed }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Who owns what we keep up</h1>
${handed && html`<p class="govuk-body" role="status">${tag('handed over', 'green')} Everything has its new owner.</p>`}
${owners.length === 0 ? html`<p class="govuk-body">Nothing is kept up yet.</p>` : html`<ul class="week-list__rows">\n${owners.map((one) => ownerRow(team, one))}</ul>`}
${
  introductions.length > 0 &&
  html`<h2 class="govuk-heading-m">Introductions to be made</h2>
<ul class="govuk-list">\n${introductions.map(({ id, label, toName }) => html`<li><a class="govuk-link" href="/desk/${team.id}/introductions/${id}">${label}</a>, by <bdi>${toName}</bdi></li>\n`)}</ul>`
}
</div></div>`
  return page({ title: `Owners – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

function ownerRow(team: Team, { ownerId, owner, kinds, isHere }: Owner): Html {
  const count = kinds.length === 1 ? '1 relationship' : `${kinds.length} relationships`
  return html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><bdi>${owner}</bdi></p>
<p class="week-row__facts">${!isHere && html`${tag('not here any more', 'red')} `}<span>${count}</span></p></div>
<a class="govuk-button govuk-button--secondary week-row__button" href="/desk/${team.id}/handover/${ownerId}">Hand over<span class="govuk-visually-hidden">: ${owner}</span></a></li>
`
}
