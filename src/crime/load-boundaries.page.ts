import type { Force } from '#areas/area.ts'
import type { FaultInFile } from '#areas/read-boundaries.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, fileUpload } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Known = {
  readonly id: string
  readonly name: string
  readonly validFrom: Day | null
  readonly source: string | null
}

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly known: readonly Known[]
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly faults?: readonly FaultInFile[]
}

/** Where a file of boundaries is chosen, what is wrong with one, and which neighbourhoods have theirs. */
export function loadBoundariesPage({ site, force, known, values, errors, faults = [] }: Shown): Html {
  const without = known.filter(({ validFrom }) => validFrom === null).length
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Boundaries of neighbourhoods</h1>
${faults.length > 0 && faultsTold(faults)}
<p class="govuk-body">Crime is counted where these boundaries say. Whenever they change, all crime of the force is placed anew.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/boundaries" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose one or more KML or GeoJSON files', hint: 'GeoJSON: a feature for each neighbourhood, with its national id as the property “id”. KML: a placemark for each, with its id or its name. At most 30 MB together.', error: errors['file'], size: 's', multiple: true })}
${dateInput({ name: 'from', legend: 'From when do they hold?', hint: 'Such as 1 4 2026. Crime of earlier months is placed by the boundaries of its time, where they are known.', error: errors['from'], value: typedDay(values, 'from'), size: 's' })}
${button('Check the boundaries')}
</form>
<h2 class="govuk-heading-m">Neighbourhoods</h2>
<p class="govuk-body">${without === 0 ? 'Every neighbourhood has its boundary.' : `${without} of ${known.length} have no boundary yet.`}</p>
${known.length > 0 && html`<dl class="facts">\n${known.map((each) => knownTold(each, force))}</dl>`}
</div></div>`
  return page({
    title: `Boundaries – ${force.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/crime`, 'Street-level crime'),
    mistaken: faults.length > 0 || Object.keys(errors).length > 0,
  })
}

const knownTold = ({ id, name, validFrom, source }: Known, force: Force): Html =>
  html`<dt>${validFrom === null ? name : html`<a class="govuk-link" href="/desk/${force.id}/boundaries/${encodeURIComponent(id)}">${name}</a>`} <code>${id}</code></dt><dd>${validFrom === null ? 'No boundary yet' : html`Since ${inWords(validFrom)}${source === null ? nothing : html`, from ${source}`}`}</dd>\n`

function faultsTold(faults: readonly FaultInFile[]): Html {
  const items = faults.map(
    ({ filename, feature, words }) =>
      html`<li>${filename}: ${feature === null ? 'the file' : `feature ${feature}`} ${words}.</li>\n`,
  )
  return html`<p class="govuk-body-l">Nothing was loaded. Put these right and choose again.</p>
<ul class="govuk-list govuk-list--bullet">
${items}</ul>
`
}
