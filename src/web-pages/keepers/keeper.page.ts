import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { AssignedKeeper } from './keepers.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly keeper: AssignedKeeper | null
  readonly volunteers: readonly { readonly id: string; readonly name: string }[]
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Which volunteer keeps the team's pages (R34). */
export function keeperPage(shown: Shown): Html {
  const { site, team, keeper, volunteers, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Who keeps the pages</h1>
<p class="govuk-body">${keeper === null ? 'Nobody keeps the pages of this team.' : `${keeper.name} has kept them since ${inWords(keeper.since)}.`} Whatever a volunteer writes waits for an officer before the public reads it.</p>
${volunteers.length === 0 ? html`<p class="govuk-body">No volunteer of the team can sign in yet. <a class="govuk-link" href="/desk/${team.id}/volunteers">See its volunteers</a></p>` : form(shown)}
${keeper !== null && html`<form method="post" action="/desk/${team.id}/page/keeper/end">${button('They keep them no more', { kind: 'secondary' })}</form>`}
</div></div>`
  return page({
    title: `Who keeps the pages – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/page/texts`, 'Words of the page'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function form({ team, volunteers, id, values, errors }: Shown): Html {
  const choices = volunteers.map((one) => ({ value: one.id, words: one.name }))
  return html`<form class="desk-form" method="post" action="/desk/${team.id}/page/keeper" novalidate>
<input type="hidden" name="id" value="${id}">
${radios({ name: 'personId', legend: 'Which volunteer keeps them from today on?', choices, value: typed(values, 'personId'), error: errors['personId'], size: 's' })}
${button('Assign them')}
</form>`
}
