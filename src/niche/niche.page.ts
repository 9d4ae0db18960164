import { typedDay, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, dateInput, details, errorSummary, fileUpload } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { nicheColumns } from './niche-columns.ts'

/** Whose engagements go to and fro: those of one team, or of a whole force. */
export type NicheDesk = { readonly name: string; readonly home: string; readonly back: string }

type Shown = {
  readonly site: SiteChrome
  readonly desk: NicheDesk
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Where engagements are fetched for Niche, and brought back from it. */
export function nichePage({ site, desk, values, errors }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${desk.name}</span>
<h1 class="govuk-heading-l">Exchange with Niche</h1>
<p class="govuk-body-l">Engagements that were held, as a CSV file for Niche; and back, so that nobody enters them twice.</p>
<h2 class="govuk-heading-m">Fetch a file for Niche</h2>
<form class="desk-form" method="get" action="${desk.home}/engagements.csv" novalidate>
${periodFields(values, errors)}
${button('Fetch the file')}
</form>
<h2 class="govuk-heading-m">Bring a file back</h2>
<p class="govuk-body">Say yes in the column <code>in_niche</code>, or give the number in <code>niche_occurrence</code>. Leave <code>id</code> as it went out; a row without one is an engagement that only Niche has. You see what the file would change before anything is changed.</p>
<form class="desk-form" method="post" action="${desk.home}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a CSV file', hint: 'At most 16 MB and 50,000 lines.', error: errors['file'], size: 's' })}
${button('Check the file')}
</form>
${details('What each column means', columnsTold(), { id: 'columns' })}
</div></div>`
  return page({
    title: 'Exchange with Niche',
    body,
    site,
    before: backLink(desk.back, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

const periodFields = (values: FormValues, errors: FieldErrors): Html =>
  joined([
    dateInput({ name: 'from', legend: 'From', value: typedDay(values, 'from'), error: errors['from'], size: 's' }),
    dateInput({ name: 'to', legend: 'To', value: typedDay(values, 'to'), error: errors['to'], size: 's' }),
    checkboxes({
      name: 'only',
      legend: html`<span class="govuk-visually-hidden">Which</span>`,
      choices: [{ value: 'new', words: 'Only those that are not in Niche yet' }],
      values: [typed(values, 'only')],
      small: true,
    }),
  ])

const columnsTold = (): Html =>
  html`<dl class="facts">
${nicheColumns.map(({ name, means }) => html`<dt><code>${name}</code></dt><dd>${means}.</dd>\n`)}</dl>`
