import type { Force } from '#areas/area.ts'
import { dayAt, inWords, monthInWords } from '#platform/day.ts'
import { backLink, button, errorSummary, fileUpload } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { MonthLine } from './crime.sql.ts'
import type { LineFault } from './read-street-file.ts'

/** A broken line with the file it stands in. */
export type FileFault = LineFault & { readonly filename: string }

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly months: readonly MonthLine[]
  readonly mayLoadBoundaries: boolean
  readonly error?: string | undefined
}

/** Where files of street-level crime are chosen, and what is known of each month. */
export function importCrimePage({ site, force, months, mayLoadBoundaries, error }: Shown): Html {
  const body = html`${errorSummary(error === undefined ? {} : { file: error })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Street-level crime</h1>
<p class="govuk-body">Take the monthly street files of ${force.name} from data.police.uk as they are. A month that is loaded again takes the place of what was known of it.</p>
<p class="govuk-body">What is kept is what the file makes public: month, crime type, place, outcome and the publisher’s own reference. Nothing joins a crime to a person or a contact.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/crime" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose one or more CSV files', hint: 'Such as 2026-10-dorset-street.csv. At most 30 MB together.', error, size: 's', multiple: true })}
${button('Load the crime')}
</form>
</div></div>
${monthsTold(force, months)}
<nav class="desk-links" aria-label="Elsewhere"><ul class="govuk-list">
<li><a class="govuk-link" href="/desk/${force.id}/silence">Where we have not been heard: all teams</a></li>
${mayLoadBoundaries && html`<li><a class="govuk-link" href="/desk/${force.id}/boundaries">Boundaries of neighbourhoods</a></li>`}
</ul></nav>`
  return page({
    title: `Street-level crime – ${force.name}`,
    body,
    site,
    before: backLink('/desk', 'Desk'),
    mistaken: error !== undefined,
  })
}

function monthsTold(force: Force, months: readonly MonthLine[]): Html {
  if (months.length === 0) return html`<p class="govuk-body">No month of crime is known yet.</p>`
  const rows = months.map((month) => monthRow(month, force.timeZone))
  return html`<section class="scrolls" tabindex="0" aria-label="Months of crime that are known"><table class="govuk-table">
<caption class="govuk-table__caption govuk-table__caption--m">Months that are known</caption>
<thead><tr><th class="govuk-table__header" scope="col">Month</th>${['Crimes', 'Without a place', 'In no boundary'].map((head) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${head}</th>`)}<th class="govuk-table__header" scope="col">From</th><th class="govuk-table__header" scope="col">Loaded</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
`
}

const monthRow = (told: MonthLine, timeZone: string): Html =>
  html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${monthInWords(told.month)}</th>${[told.crimes, told.withoutPlace, told.outside].map((n) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${n.toLocaleString('en-GB')}</td>`)}<td class="govuk-table__cell">${told.source}${told.fictional && html`<br><strong>Fictional</strong>`}${unknownTold(told.unknownCategories)}</td><td class="govuk-table__cell">${inWords(dayAt(told.importedAt, timeZone))}</td></tr>
`

const unknownTold = (unknown: readonly string[]): Html =>
  unknown.length === 0 ? nothing : html`<br>Crime types that are new to us: ${unknown.join(', ')}`

const mostShown = 200

type Faulty = { readonly site: SiteChrome; readonly force: Force; readonly faults: readonly FileFault[] }

/** Every broken line of the files, so that all can be put right at once; nothing was kept. */
export function crimeFaultsPage({ site, force, faults }: Faulty): Html {
  const count = `${faults.length.toLocaleString('en-GB')} ${faults.length === 1 ? 'line' : 'lines'}`
  const rows = faults
    .slice(0, mostShown)
    .map(
      ({ filename, line, words }) =>
        html`<tr class="govuk-table__row"><td class="govuk-table__cell">${filename}</td><td class="govuk-table__cell govuk-table__cell--numeric">${line.toLocaleString('en-GB')}</td><td class="govuk-table__cell">${words}</td></tr>\n`,
    )
  const body = html`<h1 class="govuk-heading-l">${count} to put right</h1>
<p class="govuk-body-l">Nothing was loaded. Put these right, or take the file anew from data.police.uk, and choose it again.</p>
<section class="scrolls" tabindex="0" aria-label="Lines to put right"><table class="govuk-table">
<thead><tr><th class="govuk-table__header" scope="col">File</th><th class="govuk-table__header govuk-table__header--numeric" scope="col">Line</th><th class="govuk-table__header" scope="col">What is wrong</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
${faults.length > mostShown && html`<p class="govuk-body">These are the first ${mostShown}.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/crime">Choose the files again</a></p>`
  const before = backLink(`/desk/${force.id}/crime`, 'Street-level crime')
  return page({ title: 'Lines to put right', body, site, before, mistaken: true })
}
