import type { Team } from '#areas/area.ts'
import { backLink, button, errorSummary, fileUpload, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ContractHead } from './contract.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly frameworks: readonly { readonly id: string; readonly title: string }[]
  readonly framework: string
  readonly contracts: readonly ContractHead[]
  readonly error?: string | undefined
}

/** Where the document of a contract is chosen. */
export function readContractPage({ site, team, frameworks, framework, contracts, error }: Shown): Html {
  const years = contracts.map(({ year }) => year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Read a contract</h1>
<p class="govuk-body-l">Choose the team’s plan as it was written. You see every promise that we find in it, with the words it came from, and put right what we misread. Nothing is kept before you confirm.</p>
${years.length > 0 && html`<p class="govuk-body">${team.name} has a contract for ${years.join(', ')}.</p>`}
<form class="desk-form" method="post" action="/desk/${team.id}/contracts/read" enctype="multipart/form-data" novalidate>
${select({ name: 'framework', label: 'Under which framework was it made?', choices: frameworks.map(({ id, title }) => ({ value: id, words: title })), value: framework, size: 's' })}
${fileUpload({ name: 'file', label: 'Choose the document', hint: 'Word (.docx), OpenDocument (.odt), PDF or plain text, at most 20 MB.', error, size: 's' })}
${button('Read the document')}
</form>
</div></div>`
  const before = backLink(`/desk/${team.id}`, 'This week')
  return page({ title: 'Read a contract', body, site, before, mistaken: error !== undefined })
}
