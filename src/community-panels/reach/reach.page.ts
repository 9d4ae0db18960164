import type { Team } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, notificationBanner, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { sittingRow } from '../sittings/sittings.page.ts'
import type { Sitting } from '../sittings/sitting.ts'

type OfTeam = { readonly site: SiteChrome; readonly team: Team }

/** The community panels and forums before which a team’s contracts come. */
export function teamSittingsPage({ site, team, sittings }: OfTeam & { readonly sittings: readonly Sitting[] }): Html {
  const title = 'Community panels and forums'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Tell each, before it sits, of the communities that you find harder to reach.</p>
${sittings.length === 0 ? html`<p class="govuk-body">Your contract comes before none yet.</p>` : html`<ul class="week-list__rows">${sittings.map((each) => sittingRow(`/desk/${team.id}/sittings/${each.id}`, each))}</ul>`}
</div></div>`
  return page({ title: `${title} – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, team.name) })
}

type Telling = OfTeam & {
  readonly sitting: Sitting
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

const questions = [
  { name: 'identifying', label: 'Whom do you find harder to reach, and how do you know?' },
  { name: 'channels', label: 'By which channels do you try?' },
  { name: 'blockers', label: 'What stands in the way?' },
  { name: 'goodPractice', label: 'What works?' },
] as const

/** R05: four questions that a team answers for a sitting; its members read the answers with the contract. */
export function reachPage(shown: Telling): Html {
  const { site, team, sitting, values, errors, refused } = shown
  const title = 'Communities that are harder to reach'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${team.name}, ${capitalised(sitting.panel)} of ${inWords(sitting.heldOn)}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Members of the ${sitting.panel} read this with your contract. Please name nobody.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/sittings/${sitting.id}" novalidate>
${questions.map(({ name, label }) => textarea({ name, label, value: typed(values, name), error: errors[name], rows: 5, size: 's' }))}
${button('Tell the sitting')}
</form>
</div></div>`
  const before = backLink(`/desk/${team.id}/sittings`, 'Community panels and forums')
  return page({ title: `${title} – ${team.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
