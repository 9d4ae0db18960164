import { breadcrumbs } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Duty, Framework, Measured, Pillar, Standard } from './framework.ts'
import { inForce } from './frameworks.page.ts'
import { explained } from './measured.part.ts'

/** One framework: its pillars, standards, service standards and duties, each with how it is measured. */
export function frameworkPage({ site, framework }: { site: SiteChrome; framework: Framework }): Html {
  const { id, title, source, standards, pillars, serviceStandards, duties } = framework
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">${inForce(framework)}</p>
${pillars.length > 0 && html`<section class="plan__part"><h2 class="govuk-heading-l">What the public was promised</h2>\n${pillars.map(pillarPart)}</section>\n`}<section class="plan__part"><h2 class="govuk-heading-l">The ${standards.length} standards</h2>
<ol class="standards">${standards.map((standard) => standardItem(id, standard))}</ol></section>
${serviceStandards.length > 0 && html`<section class="plan__part" id="service-standards"><h2 class="govuk-heading-l">Service standards of the whole force</h2>\n${serviceStandards.map(serviceStandard)}</section>\n`}${
    duties.length > 0 && html`<section class="plan__part" id="duties"><h2 class="govuk-heading-l">Duties</h2>\n${duties.map(dutyPart)}</section>\n`
  }<section class="plan__part"><h2 class="govuk-heading-m">Where this comes from</h2>
<p class="govuk-body">${source}. You can take <a class="govuk-link" href="/api/v1/frameworks/${id}">the framework as JSON</a>.</p></section>
</div></div>`
  return page({ title, body, site, before: breadcrumbs([{ words: 'Frameworks', href: '/frameworks' }]) })
}

const pillarPart = ({ id, title, promise, commitments }: Pillar): Html => html`<div class="measured" id="${id}">
<h3 class="govuk-heading-m">${title}</h3>
<p class="govuk-body">${promise}</p>
<ul class="govuk-list govuk-list--bullet">${commitments.map((words) => html`<li>${words}</li>`)}</ul></div>
`

const standardItem = (framework: string, { id, title, keyElements, measures }: Standard): Html => html`<li id="${id}">
<h3 class="govuk-heading-s"><span class="measured__id">${id}</span> <a class="govuk-link" href="/frameworks/${framework}/standards/${encodeURIComponent(id)}">${title}</a></h3>
${keyElements.length > 0 && html`<p class="govuk-body-s">${keyElements.join('. ')}.</p>\n`}<p class="govuk-body-s measured__count">${measures.length} ${measures.length === 1 ? 'measure' : 'measures'}</p></li>
`

const serviceStandard = ({ id, title, measures }: Measured): Html => html`<div class="measured" id="${id}">
<h3 class="govuk-heading-s"><span class="measured__id">${id}</span> ${title}</h3>
${explained(measures)}</div>
`

const dutyPart = ({ ref, text, who, with: partners, measures }: Duty): Html => html`<div class="measured" id="${ref}">
<h3 class="govuk-heading-s"><span class="measured__id">${ref}</span> ${text}</h3>
<p class="govuk-body-s">${who}${partners.length > 0 && ` with ${partners.join(', ')}`}</p>
${explained(measures)}</div>
`
