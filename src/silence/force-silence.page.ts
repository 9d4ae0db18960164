import type { Force } from '#areas/area.ts'
import type { Day } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, errorSummary } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { periodInQuery, periodInWords } from './period.ts'
import type { Silence } from './read-silence.ts'
import { levelOf } from './silence.ts'
import { silenceMap } from './silence-map.part.ts'
import { cautions, gapTold, monthsForm, notCompared, placesTable, title, workingOf } from './silence.part.ts'
import { percent } from './suggestions.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly silence: Silence
  readonly offered: readonly Day[]
  readonly errors: FieldErrors
  readonly fictional: boolean
  readonly mayImport: boolean
}

/** A force's teams side by side: where engagement stands beside crime. */
export function forceSilencePage({ site, force, silence, offered, errors, fictional, mayImport }: Shown): Html {
  const { period, comparison } = silence
  const mirrored =
    comparison.mirrored === null
      ? notCompared
      : `${percent(comparison.mirrored)} of engagement lies as crime does, team by team`
  const teamLink = (id: string, name: string) =>
    html`<a class="govuk-link" href="/desk/${id}/silence?${periodInQuery(period)}">${name}</a>`
  const body = html`${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}: all teams</h1>
${monthsForm(`/desk/${force.id}/silence`, { period, offered, errors })}
<p class="govuk-body-l">${periodInWords(period)}: ${mirrored}.</p>
${cautions(silence, fictional)}
${placesTable(silence, 'Team', ({ id, name }) => teamLink(id, name))}
${gapTold}
<h2 class="govuk-heading-m">The map</h2>
${mapOf(silence, `${force.name}, ${periodInWords(period)}: each team’s engagement beside crime`)}
${workingOf(silence)}
${mayImport && html`<nav class="desk-links" aria-label="Elsewhere"><ul class="govuk-list"><li><a class="govuk-link" href="/desk/${force.id}/crime">Load street-level crime</a></li></ul></nav>`}`
  const mistaken = Object.keys(errors).length > 0
  return page({ title: `${title} – ${force.name}`, body, site, before: backLink('/desk', 'Desk'), mistaken })
}

function mapOf({ outlines, comparison, places }: Silence, name: string): Html {
  const gapOf = new Map(comparison.gaps.map(({ id, gap }) => [id, gap]))
  const nameOf = new Map(places.map(({ id, name: team }) => [id, team]))
  const few = places.length <= 8
  return silenceMap({
    outlines,
    levelOf: ({ teamId }) => levelOf(gapOf.get(teamId ?? '') ?? null),
    labelOf: (each) => (few ? (nameOf.get(each.teamId ?? '') ?? each.name) : each.name),
    title: name,
  })
}
