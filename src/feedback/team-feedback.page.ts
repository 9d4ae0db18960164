import type { Team } from '#areas/area.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly engagements: Html
  readonly priorities: Html
  readonly ofPage: Html
}

/** All that people said of a team without an account, by what it is about. */
export function teamFeedbackPage({ site, team, engagements, priorities, ofPage }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${team.name}</span> Feedback</h1>
<p class="govuk-body">What people said without an account. Each question has five answers, from 1 to 5.</p>
<h2 class="govuk-heading-m">Engagements</h2>
${engagements}
<h2 class="govuk-heading-m">Priorities</h2>
${priorities}
<h2 class="govuk-heading-m">The public page</h2>
${ofPage}
</div></div>`
  return page({ title: `Feedback – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}
