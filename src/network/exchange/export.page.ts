import type { Team } from '#areas/area.ts'
import { typed, type FormValues } from '#platform/form.ts'
import { backLink, button, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly kinds: readonly string[]
  readonly tags: readonly string[]
  readonly values: FormValues
}

/** Where somebody fetches the network as a file, narrowed as its list was. */
export function exportPage({ site, team, kinds, tags, values }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Take the network out</h1>
<p class="govuk-body">People and organisations, without sensitive facts and without what was said in contacts. Who fetched it, and how many are in it, is written down.</p>
<form class="desk-form" method="post" action="${networkOf(team.id)}/export">
${select({ name: 'kind', label: 'Kind', choices: [{ value: '', words: 'All kinds' }, ...kinds.map((value) => ({ value, words: capitalised(value) }))], value: typed(values, 'kind'), size: 's' })}
${select({ name: 'tag', label: 'Tag', choices: [{ value: '', words: 'All tags' }, ...tags.map((value) => ({ value, words: value }))], value: typed(values, 'tag'), size: 's' })}
<div class="govuk-button-group">${button('Fetch a CSV file', { name: 'format', value: 'csv' })}
${button('Fetch a vCard file', { name: 'format', value: 'vcard', kind: 'secondary' })}</div>
</form>
</div></div>`
  return page({ title: 'Take the network out', body, site, before: backLink(networkOf(team.id), 'Network') })
}
