import { html, type Html } from '#platform/html.ts'
import { day, inWords } from '#platform/day.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Framework } from './framework.ts'

/** Every framework that is kept here. */
export function frameworksPage({ site, frameworks }: { site: SiteChrome; frameworks: readonly Framework[] }): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Frameworks</h1>
<p class="govuk-body-l">A framework is what a force asks of all its teams: standards, and the measures that say whether each is met.</p>
${frameworks.length === 0 && html`<p class="govuk-body">No framework is here yet.</p>`}${frameworks.map(
    (framework) => html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/frameworks/${framework.id}">${framework.title}</a></h2>
<p class="govuk-body">${contentsOf(framework)}. ${inForce(framework)}</p>
`,
  )}</div></div>`
  return page({ title: 'Frameworks', body, site, description: 'What police forces ask of their neighbourhood teams, and how it is measured.' })
}

/** From when to when a framework holds. */
export const inForce = ({ from, to }: Framework): string =>
  to === null ? `In force since ${inWords(day(from))}.` : `In force from ${inWords(day(from))} to ${inWords(day(to))}.`

function contentsOf({ standards, pillars, serviceStandards, duties }: Framework): string {
  const measures = standards.reduce((sum, standard) => sum + standard.measures.length, 0)
  const parts = [
    `${standards.length} standards with ${measures} measures`,
    ...(pillars.length > 0 ? [`${pillars.length} pillars`] : []),
    ...(serviceStandards.length > 0 ? [`${serviceStandards.length} service standards`] : []),
    ...(duties.length > 0 ? [`${duties.length} duties`] : []),
  ]
  return parts.length === 1 ? (parts[0] as string) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
