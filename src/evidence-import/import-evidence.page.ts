import type { Team } from '#areas/area.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds } from '#measures/kinds.ts'
import { backLink, button, errorSummary, fileUpload } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly subjects: readonly Subject[]
  /** The kind of evidence that somebody came to import, or null. */
  readonly kind: { readonly name: string; readonly told: KindOfEvidence } | null
  readonly error?: string | undefined
}

/** Where a file of evidence is chosen, with all that somebody needs to know to fill one in. */
export function importEvidencePage({ site, team, subjects, kind, error }: Shown): Html {
  const home = `/desk/${team.id}/evidence/import`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Import evidence</h1>
<p class="govuk-body-l">Bring in what another system or a spreadsheet holds. You see what the file says before anything is recorded.</p>
${kind && forKind(kind, home)}
<form class="desk-form" method="post" action="${home}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a CSV file', hint: 'At most 5 MB and 20,000 lines.', error, size: 's' })}
${button('Check the file')}
</form>
<h2 class="govuk-heading-m">How to fill in the file</h2>
<p class="govuk-body"><a class="govuk-link" href="${home}/template.csv">Download a template with every kind of evidence</a></p>
${columnsTold}
${kindsTold(kind?.name)}
${subjectsTold(subjects)}
</div></div>`
  return page({
    title: 'Import evidence',
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: error !== undefined,
  })
}

function forKind({ name, told }: NonNullable<Shown['kind']>, home: string): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body">You came to record <strong>${told.label.toLowerCase()}</strong>.
<a class="govuk-link" href="${home}/template.csv?kind=${encodeURIComponent(name)}">Download a template for it</a>: a line for each time it happened.</p></div>`
}

const columnsTold = html`<dl class="facts">
<dt><code>happened_on</code></dt><dd>The day it happened: 2026-03-14 or 14/03/2026. Always needed.</dd>
<dt><code>kind</code></dt><dd>What happened, in the words of the list below. Always needed.</dd>
<dt><code>happened_at</code></dt><dd>The time, such as 14:30, where a promise counts hours.</dd>
<dt><code>subjects</code></dt><dd>The council, school or scheme it was with, by its id; several parted by semicolons.</dd>
<dt><code>about</code></dt><dd>A reference that pairs a question with its answer, such as incident/2041. Never a name.</dd>
<dt><code>figure: reached</code> …</dt><dd>A number. Leave the cell empty where nobody counted: empty is unknown, 0 is none.</dd>
<dt><code>facet: method</code> …</dt><dd>A word of the list below, or yes or no; several parted by semicolons.</dd>
</dl>
`

const kindsTold = (open: string | undefined): Html =>
  html`<details class="govuk-details"${open !== undefined && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Every kind of evidence</span></summary>
<div class="govuk-details__text">
${Object.entries<KindOfEvidence>(kinds).map(([name, told]) => kindTold(name, told))}</div></details>
`

function kindTold(name: string, { label, quantities, facets, subjects }: KindOfEvidence): Html {
  const figures = Object.entries(quantities).map(
    ([figure, unit]) => html`<li><code>figure: ${figure}</code> (${unit})</li>\n`,
  )
  const words = Object.entries(facets).map(
    ([facet, values]) =>
      html`<li><code>facet: ${facet}</code>: ${typeof values !== 'string' ? values.join(', ') : values === 'words' ? 'a few words' : values}</li>\n`,
  )
  return html`<h3 class="govuk-heading-s kind-told" id="${name.replaceAll(' ', '-')}"><code>${name}</code> ${label}</h3>
${figures.length + words.length + subjects.length > 0 && html`<ul class="govuk-list govuk-list--bullet">\n${figures}${words}${subjects.length > 0 && html`<li>may touch: ${subjects.join(', ')}</li>\n`}</ul>`}
`
}

function subjectsTold(subjects: readonly Subject[]): Html {
  if (subjects.length === 0) return nothing
  const rows = subjects.map(
    ({ id, kind, label }) =>
      html`<tr class="govuk-table__row"><td class="govuk-table__cell">${label}</td><td class="govuk-table__cell">${kind}</td><td class="govuk-table__cell"><code>${id}</code></td></tr>\n`,
  )
  return html`<details class="govuk-details" id="subjects"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Ids of councils, schools, schemes and others</span></summary>
<section class="govuk-details__text scrolls" tabindex="0" aria-label="Ids of subjects"><table class="govuk-table">
<thead><tr><th class="govuk-table__header" scope="col">Name</th><th class="govuk-table__header" scope="col">Kind</th><th class="govuk-table__header" scope="col">Id</th></tr></thead>
<tbody>
${rows}</tbody></table></section></details>
`
}
