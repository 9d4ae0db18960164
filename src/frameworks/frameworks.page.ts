import { html, type Html } from '#platform/html.ts'
import { day } from '#platform/day.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Framework } from './framework.ts'

/** Every framework that is kept here. */
export function frameworksPage({ site, frameworks }: { site: SiteChrome; frameworks: readonly Framework[] }): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${say`Frameworks`}</h1>
<p class="govuk-body-l">${say`A framework is what a force asks of all its teams: standards, and the measures that say whether each is met.`}</p>
${frameworks.length === 0 && html`<p class="govuk-body">${say`No framework is here yet.`}</p>`}${frameworks.map(
    (framework) => html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/frameworks/${framework.id}">${say.own(framework.title)}</a></h2>
<p class="govuk-body">${contentsOf(framework, say)}. ${inForce(framework, say)}</p>
`,
  )}</div></div>`
  return page({ title: say.text`Frameworks`, body, site, description: say.text`What police forces ask of their neighbourhood teams, and how it is measured.` })
}

/** From when to when a framework holds. */
export const inForce = ({ from, to }: Framework, say: Say): string =>
  to === null
    ? say.text`In force since ${say.day(day(from))}.`
    : say.text`In force from ${say.day(day(from))} to ${say.day(day(to))}.`

function contentsOf({ standards, pillars, serviceStandards, duties }: Framework, say: Say): string {
  const measures = standards.reduce((sum, standard) => sum + standard.measures.length, 0)
  const inStandards = say.count(standards.length, { one: '{n} standard', other: '{n} standards' })
  const inMeasures = say.count(measures, { one: '{n} measure', other: '{n} measures' })
  const others = [
    { all: pillars, counted: { one: '{n} pillar', other: '{n} pillars' } },
    { all: serviceStandards, counted: { one: '{n} service standard', other: '{n} service standards' } },
    { all: duties, counted: { one: '{n} duty', other: '{n} duties' } },
  ]
  return say.list([
    say.text`${inStandards} with ${inMeasures}`,
    ...others.filter(({ all }) => all.length > 0).map(({ all, counted }) => say.count(all.length, counted)),
  ])
}
