import type { Team } from '#areas/area.ts'
import { inWords, day, type Day } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { backLink, button, buttonLink, details, errorSummary } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { periodInWords } from './period.ts'
import type { TeamSilence } from './read-silence.ts'
import { levelOf } from './silence.ts'
import { silenceMap } from './silence-map.part.ts'
import {
  anchorOf,
  cautions,
  gapTold,
  monthsForm,
  notCompared,
  number,
  placesTable,
  title,
  workingOf,
} from './silence.part.ts'
import { percent, type Suggestion } from './suggestions.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly silence: TeamSilence
  readonly suggestions: readonly Suggestion[]
  readonly offered: readonly Day[]
  readonly errors: FieldErrors
  readonly fictional: boolean
  readonly last: { readonly on: string; readonly mirrored: number } | null
  readonly mayCompare: boolean
  readonly mayPlan: boolean
}

/** Where a team's engagement stands beside crime and concerns, what to do about it, and the figure of R07 with its working. */
export function teamSilencePage(shown: Shown): Html {
  const { site, team, silence, errors, fictional, offered } = shown
  const home = `/desk/${team.id}/silence`
  const body = html`${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
${monthsForm(home, { period: silence.period, offered, errors })}
<p class="govuk-body-l">${mirroredTold(silence)}</p>
${cautions(silence, fictional)}
${suggestionsTold(shown)}
<h2 class="govuk-heading-m">The map</h2>
${mapOf(silence, `${team.name}, ${periodInWords(silence.period)}: engagement beside crime`)}
${placesTable(silence, 'Neighbourhood', ({ name }) => html`${name}`)}
${silence.recordedConcerns > 0 && html`<p class="govuk-body">Beside these, ${number(silence.recordedConcerns)} concerns came to the team in other ways; they name no neighbourhood.</p>`}
${gapTold}
${categoriesOf(silence)}
<h2 class="govuk-heading-m" id="compared">Compared by supervisors</h2>
${compareTold(shown)}
<nav class="desk-links" aria-label="Elsewhere"><ul class="govuk-list">
<li><a class="govuk-link" href="/desk/${team.forceId}/silence">All teams of the force</a></li>
<li><a class="govuk-link" href="/desk/${team.id}/events">Planned engagements</a></li>
</ul></nav>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function mirroredTold({ period, comparison }: TeamSilence): string {
  const { mirrored, concernsMirrored } = comparison
  if (mirrored === null) return `${periodInWords(period)}: ${notCompared}.`
  const concerns = concernsMirrored === null ? '' : `, and ${percent(concernsMirrored)} as concerns do`
  return `${periodInWords(period)}: ${percent(mirrored)} of engagement lies as crime does${concerns}.`
}

function suggestionsTold({ team, suggestions, mayPlan }: Shown): Html {
  if (suggestions.length === 0) return nothing
  const items = suggestions.map(({ placeId, place, method, reason }) => {
    const query = new URLSearchParams({ title: `${capital(method)}, ${place}`, method, place })
    const plan = buttonLink(
      html`Plan it<span class="govuk-visually-hidden">: ${method} in ${place}</span>`,
      `/desk/${team.id}/events/new?${query}`,
      { kind: 'secondary' },
    )
    return html`<li><p class="govuk-body"><a class="govuk-link" href="#${anchorOf(placeId)}">${place}</a>: ${reason}. Plan a ${method}.</p>${mayPlan && plan}</li>\n`
  })
  return html`<h2 class="govuk-heading-m">For next month’s calendar</h2>
<ul class="silence-asked">
${items}</ul>
`
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

function mapOf({ outlines, comparison, spots }: TeamSilence, name: string): Html {
  const gapOf = new Map(comparison.gaps.map(({ id, gap }) => [id, gap]))
  return silenceMap({
    outlines,
    levelOf: ({ id }) => levelOf(gapOf.get(id) ?? null),
    labelOf: ({ name: place }) => place,
    hrefOf: ({ id }) => `#${anchorOf(id)}`,
    spots,
    title: name,
  })
}

/** Crime types by neighbourhood, the commonest first. */
function categoriesOf({ places, counts }: TeamSilence): Html {
  const bounded = places.filter(({ crime }) => crime !== null)
  if (counts.length === 0) return nothing
  const sums = new Map<string, number>()
  const add = (key: string, n: number) => sums.set(key, (sums.get(key) ?? 0) + n)
  for (const { neighbourhoodId, category, crimes } of counts) {
    add(category, crimes)
    add(`${category} ${neighbourhoodId}`, crimes)
  }
  const categories = [...new Set(counts.map(({ category }) => category))]
  const rows = categories
    .toSorted((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0))
    .map((category) => [category, ...bounded.map(({ id }) => number(sums.get(`${category} ${id}`) ?? 0))] as const)
  const body = html`<section class="scrolls" tabindex="0" aria-label="Crime by type"><table class="govuk-table">
<caption class="govuk-table__caption govuk-visually-hidden">Crime by type</caption>
<thead><tr><th class="govuk-table__header" scope="col">Crime type</th>${bounded.map(({ name }) => html`<th class="govuk-table__header govuk-table__header--numeric" scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(([category, ...cells]) => html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${category}</th>${cells.map((cell) => html`<td class="govuk-table__cell govuk-table__cell--numeric">${cell}</td>`)}</tr>\n`)}</tbody></table></section>`
  return details('Crime by type', body)
}

function compareTold({ team, silence, last, mayCompare }: Shown): Html {
  const { period, comparison } = silence
  const before =
    last === null
      ? 'Nobody has recorded a comparison yet.'
      : `Last recorded on ${inWords(day(last.on))}: ${percent(last.mirrored)}.`
  const form = html`<form method="post" action="/desk/${team.id}/silence/compared">
<input type="hidden" name="from" value="${period.from.slice(0, 7)}"><input type="hidden" name="to" value="${period.to.slice(0, 7)}">
${button('Record that we compared')}
</form>`
  return html`<p class="govuk-body">${before}</p>
${workingOf(silence)}
${mayCompare && comparison.mirrored !== null && form}`
}
