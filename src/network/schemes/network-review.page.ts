import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { NetworkReview } from './network-review.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly id: string
  readonly keyIndividuals: number
  readonly reviews: readonly NetworkReview[]
}

/** Where a team says that it has gone through its network (R30), and when it last did. */
export function networkReviewPage({ site, team, id, keyIndividuals, reviews }: Shown): Html {
  const network = networkOf(team.id)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Go through the network</h1>
<p class="govuk-body">${keyIndividuals} ${keyIndividuals === 1 ? 'key individual is' : 'key individuals are'} in the network. Ask of each whether they still speak for those we need to hear, whether what we hold is right, and who is missing.</p>
<p class="govuk-body"><a class="govuk-link" href="${network}?kind=key+individual#everybody">Open the list</a></p>
<form method="post" action="${network}/gone-through"><input type="hidden" name="id" value="${id}">
${button('We have gone through the list')}</form>
<h2 class="govuk-heading-m">When we did</h2>
${reviews.length === 0 ? html`<p class="govuk-body">Not yet.</p>` : html`<ul class="govuk-list">\n${reviews.map(({ on, keyIndividuals: of }) => html`<li>${inWords(on)}: ${of} key individuals</li>\n`)}</ul>`}
</div></div>`
  return page({ title: `Go through the network – ${team.name}`, body, site, before: backLink(network, 'Network') })
}
