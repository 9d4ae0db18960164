import type { Force } from '../area.ts'
import { backLink, button, errorSummary, fileUpload, table } from '#platform/govuk.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { PostcodeLoading } from './postcodes.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly loadings: readonly PostcodeLoading[]
  readonly error?: string | undefined
}

/** Where the national directory of postcodes is loaded, and what was loaded when. */
export function postcodesPage({ site, force, loadings, error }: Shown): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}<h1 class="govuk-heading-l">Postcodes</h1>
<p class="govuk-body">Without the national directory, a postcode is answered by the area of its first half alone, and never with one certain team. With it, whoever types a whole postcode is led to the team in whose boundary it lies. One directory serves every force here.</p>
<p class="govuk-body">Take the ONS Postcode Directory from the <a class="govuk-link" href="https://geoportal.statistics.gov.uk/">Open Geography Portal</a>, unpack it, and choose the files of your areas in its folder “multi_csv”, such as the one that ends in DT.csv. What was known of the same letters is replaced.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/postcodes" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose one or more CSV files', hint: 'The whole directory may be chosen too: it is over 1 GB and takes some minutes. Where the line is slow, copy it to the server and use the command “frankpledge postcodes FILE”.', error, size: 's', multiple: true })}
${button('Load the postcodes')}
</form>
${loadings.length === 0 ? html`<p class="govuk-body">No directory was loaded yet.</p>` : loadingsTold(loadings, force)}
</div></div>`
  return page({ title: 'Postcodes', body, site, before: backLink('/desk', 'Desk'), mistaken: error !== undefined })
}

const loadingsTold = (loadings: readonly PostcodeLoading[], { timeZone }: Force): Html =>
  table({
    caption: 'What was loaded',
    head: ['File', { words: 'Postcodes', numeric: true }, 'Beginning with', 'Loaded'],
    rows: loadings.map(({ source, postcodes, areas, at }) => [
      source,
      { words: postcodes.toLocaleString('en-GB'), numeric: true },
      areas.length > 12 ? `${areas.length} areas` : areas.join(', '),
      inWords(dayAt(at, timeZone)),
    ]),
  })
