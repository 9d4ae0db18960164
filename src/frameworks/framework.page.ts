import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Duty, Framework, Measured, Pillar, Standard } from './framework.ts'
import { inForce } from './frameworks.page.ts'
import { explained } from './measured.part.ts'

/** One framework: its pillars, standards, service standards and duties, each with how it is measured. */
export function frameworkPage({ site, framework }: { site: SiteChrome; framework: Framework }): Html {
  const { id, title, source, standards, pillars, serviceStandards, duties } = framework
  const say = sayIn(site.language)
  const asJson = html`<a class="govuk-link" href="/api/v1/frameworks/${id}">${say`the framework as JSON`}</a>`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${say.own(title)}</h1>
<p class="govuk-body-l">${inForce(framework, say)}</p>
${pillars.length > 0 && html`<section class="plan__part"><h2 class="govuk-heading-l">${say`What the public was promised`}</h2>\n${pillars.map((pillar) => pillarPart(pillar, say))}</section>\n`}<section class="plan__part"><h2 class="govuk-heading-l">${say.count(standards.length, { one: 'The {n} standard', other: 'The {n} standards' })}</h2>
<ol class="standards">${standards.map((standard) => standardItem(id, standard, say))}</ol></section>
${serviceStandards.length > 0 && html`<section class="plan__part" id="service-standards"><h2 class="govuk-heading-l">${say`Service standards of the whole force`}</h2>\n${serviceStandards.map((each) => serviceStandard(each, say))}</section>\n`}${
    duties.length > 0 && html`<section class="plan__part" id="duties"><h2 class="govuk-heading-l">${say`Duties`}</h2>\n${duties.map((duty) => dutyPart(duty, say))}</section>\n`
  }<section class="plan__part"><h2 class="govuk-heading-m">${say`Where this comes from`}</h2>
<p class="govuk-body">${say.own(source)}. ${say`You can take ${asJson}.`}</p></section>
</div></div>`
  return page({ title, body, site, trail: [{ words: say.text`Frameworks`, href: '/frameworks' }] })
}

const pillarPart = ({ id, title, promise, commitments }: Pillar, say: Say): Html => html`<div class="measured" id="${id}">
<h3 class="govuk-heading-m">${say.own(title)}</h3>
<p class="govuk-body">${say.own(promise)}</p>
<ul class="govuk-list govuk-list--bullet">${commitments.map((words) => html`<li>${say.own(words)}</li>`)}</ul></div>
`

const standardItem = (framework: string, { id, title, keyElements, measures }: Standard, say: Say): Html => html`<li id="${id}">
<h3 class="govuk-heading-s"><span class="measured__id">${id}</span> <a class="govuk-link" href="/frameworks/${framework}/standards/${encodeURIComponent(id)}">${say.own(title)}</a></h3>
${keyElements.length > 0 && html`<p class="govuk-body-s">${say.own(`${keyElements.join('. ')}.`)}</p>\n`}<p class="govuk-body-s measured__count">${say.count(measures.length, { one: '{n} measure', other: '{n} measures' })}</p></li>
`

const serviceStandard = ({ id, title, measures }: Measured, say: Say): Html => html`<div class="measured" id="${id}">
<h3 class="govuk-heading-s"><span class="measured__id">${id}</span> ${say.own(title)}</h3>
${explained(measures, say)}</div>
`

const dutyPart = ({ ref, text, who, with: partners, measures }: Duty, say: Say): Html => html`<div class="measured" id="${ref}">
<h3 class="govuk-heading-s"><span class="measured__id">${ref}</span> ${say.own(text)}</h3>
<p class="govuk-body-s">${partners.length === 0 ? say.own(who) : say`${say.own(who)} with ${say.own(partners.join(', '))}`}</p>
${explained(measures, say)}</div>
`
