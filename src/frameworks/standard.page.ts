import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Framework, Standard } from './framework.ts'
import { explained } from './measured.part.ts'

type StandardShown = { readonly site: SiteChrome; readonly framework: Framework; readonly standard: Standard }

/** One standard of a framework: what it is about, and each measure in a sentence. */
export function standardPage({ site, framework, standard }: StandardShown): Html {
  const { id, title, keyElements, measures } = standard
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Standard ${id}</span> ${title}</h1>
${keyElements.length > 0 && html`<h2 class="govuk-heading-m">What it is about</h2>
<ul class="govuk-list govuk-list--bullet">${keyElements.map((words) => html`<li>${words}</li>`)}</ul>
`}<h2 class="govuk-heading-m">How it is measured</h2>
${measures.map(
    (measure) => html`<div class="measured" id="${measure.id}"><h3 class="govuk-heading-s"><span class="measured__id">${measure.id}</span> ${measure.title}</h3>
${explained(measure.measures)}</div>
`,
  )}</div></div>`
  return page({
    title: `Standard ${id}, ${title} – ${framework.title}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Frameworks', href: '/frameworks' },
      { words: framework.title, href: `/frameworks/${framework.id}` },
    ]),
  })
}
