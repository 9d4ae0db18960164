import type { Team } from '#areas/area.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, button, errorSummary, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Concern } from '#priorities/concern.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly concern: Concern
  readonly words: string
  readonly errors: FieldErrors
}

/** Where the words of a concern that somebody sent are put differently, or erased. */
export function rewordPage({ site, team, concern, words, errors }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Reword this concern</h1>
<p class="govuk-body">Where the words name somebody, write others, or empty the box to erase them for good. What it counts for stays.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/concerns/sent/${concern.id}/words" novalidate>
${textarea({ name: 'words', label: 'Words', value: words, error: errors['words'], rows: 4, size: 's' })}
${button('Save these words')}
</form>
</div></div>`
  const before = backLink(`/desk/${team.id}/concerns?which=all`, 'Concerns')
  return page({ title: `Reword this concern – ${team.name}`, body, site, before })
}
