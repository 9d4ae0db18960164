import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Framework, Standard } from './framework.ts'
import { explained } from './measured.part.ts'

type StandardShown = { readonly site: SiteChrome; readonly framework: Framework; readonly standard: Standard }

/** One standard of a framework: what it is about, and each measure in a sentence. */
export function standardPage({ site, framework, standard }: StandardShown): Html {
  const { id, title, keyElements, measures } = standard
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${say`Standard ${id}`}</span> ${say.own(title)}</h1>
${keyElements.length > 0 && html`<h2 class="govuk-heading-m">${say`What it is about`}</h2>
<ul class="govuk-list govuk-list--bullet">${keyElements.map((words) => html`<li>${say.own(words)}</li>`)}</ul>
`}<h2 class="govuk-heading-m">${say`How it is measured`}</h2>
${measures.map(
    (measure) => html`<div class="measured" id="${measure.id}"><h3 class="govuk-heading-s"><span class="measured__id">${measure.id}</span> ${say.own(measure.title)}</h3>
${explained(measure.measures, say)}</div>
`,
  )}</div></div>`
  return page({
    title: say.text`Standard ${id}, ${title} – ${framework.title}`,
    body,
    site,
    trail: [
      { words: say.text`Frameworks`, href: '/frameworks' },
      { words: framework.title, href: `/frameworks/${framework.id}` },
    ],
  })
}
