import type { Force, Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, insetText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { councilRow } from './council-row.page.ts'
import type { Council } from './council.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly today: Day
  readonly teams: readonly Team[]
  readonly councils: readonly Council[]
  readonly inspectors: ReadonlyMap<string, string>
}

/** The councils of all teams of a force, for whoever answers for several. */
export function forceCouncilsPage({ site, force, today, teams, councils, inspectors }: Shown): Html {
  const byTeam = Map.groupBy(councils, ({ organisation }) => organisation.teamId ?? '')
  const withCouncils = teams.filter(({ id }) => byTeam.has(id))
  const without = teams.filter(({ id }) => !byTeam.has(id)).map(({ name }) => name)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Councils of all teams</h1>
<p class="govuk-body">As at ${inWords(today)}.</p>
${withCouncils.map(
  (
    team,
  ) => html`<section class="week-list" aria-labelledby="${team.slug}"><h2 class="govuk-heading-m" id="${team.slug}"><a class="govuk-link" href="/desk/${team.id}/councils">${team.name}</a></h2>
<p class="govuk-body">Inspector responsible for councillors: ${inspectors.get(team.id) ?? 'nobody is named yet'}</p>
<ul class="week-list__rows">
${(byTeam.get(team.id) ?? []).map((council) => councilRow(council, team, today))}</ul></section>
`,
)}
${without.length > 0 && insetText(`No council is in the network of ${without.join(', ')}.`)}
</div></div>`
  return page({ title: `Councils – ${force.name}`, body, site, before: backLink('/desk', 'Desk') })
}
