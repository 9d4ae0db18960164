import { backLink, button, errorSummary, fileUpload } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Fault } from './json-document.ts'

type Shown = {
  readonly site: SiteChrome
  readonly error?: string | undefined
  /** What is wrong with the file that was sent, line by line. */
  readonly faults?: readonly Fault[]
}

/** Where a framework file is chosen, and where its faults are shown; nothing is kept while there is one. */
export function loadFrameworkPage({ site, error, faults = [] }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}
<h1 class="govuk-heading-l">Load a framework</h1>
${faults.length > 0 && faultsList(faults)}
<p class="govuk-body">A framework says which standards the teams of a force are held to, and how each is measured. Once a contract is made under it, it never changes: a new version has an id of its own.</p>
<form class="desk-form" method="post" action="/desk/frameworks/load" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a framework file', hint: 'JSON, at most 2 MB.', error, size: 's' })}
${button('Load the framework')}
</form>
<p class="govuk-body"><a class="govuk-link" href="/frameworks">The frameworks that are here already</a></p>
</div></div>`
  const mistaken = error !== undefined || faults.length > 0
  const before = backLink('/desk', 'Desk')
  return page({ title: 'Load a framework', body, site, before, mistaken })
}

function faultsList(faults: readonly Fault[]): Html {
  const rows = faults.map(
    ({ line, words }) =>
      html`<tr class="govuk-table__row"><td class="govuk-table__cell">${line}</td><td class="govuk-table__cell">${words}</td></tr>\n`,
  )
  return html`<p class="govuk-body-l">Nothing was loaded. Put these right and choose the file again.</p>
<table class="govuk-table">
<thead><tr><th class="govuk-table__header" scope="col">Line</th><th class="govuk-table__header" scope="col">What is wrong</th></tr></thead>
<tbody>
${rows}</tbody></table>
`
}
