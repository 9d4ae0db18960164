import type { Team } from '#areas/area.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, button, pagination } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { PairOf } from './duplicates.sql.ts'
import type { MergeLine } from './merges.sql.ts'
import { undoneWithin } from './undo-merge.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly timeZone: string
  readonly individuals: readonly PairOf[]
  readonly organisations: readonly PairOf[]
  readonly merges: readonly MergeLine[]
  /** Which stretch of both lists this is, and of how many. */
  readonly current: number
  readonly pages: number
}

/** Records that are likely one and the same, and what was merged lately. */
export function duplicatesPage(shown: Shown): Html {
  const { site, team, timeZone, individuals, organisations, merges, current, pages } = shown
  const home = `${networkOf(team.id)}/duplicates`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Likely duplicates</h1>
<p class="govuk-body">Records with one e-mail address, one telephone number or names alike. Look at both before you make them one.</p>
${pairs(shown, 'People', 'individuals', individuals)}
${pairs(shown, 'Organisations', 'organisations', organisations)}
${pagination({ label: 'Likely duplicates', current, pages, hrefOf: (n) => (n > 1 ? `${home}?page=${n}` : home) })}
${merges.length > 0 && mergesDone(home, merges, timeZone)}
</div></div>`
  return page({ title: 'Likely duplicates', body, site, before: backLink(networkOf(team.id), 'Network') })
}

function pairs({ team, current }: Shown, title: string, what: string, found: readonly PairOf[]): Html {
  const home = `${networkOf(team.id)}/duplicates`
  const [first] = found
  if (first === undefined && current > 1) return nothing
  if (first === undefined)
    return html`<h2 class="govuk-heading-m">${title}</h2>\n<p class="govuk-body">No two look like one.</p>`
  return html`<h2 class="govuk-heading-m">${title} <span class="week-list__count">${first.all}</span></h2>
<ul class="week-list__rows">
${found.map(
  ({ one, other, name, otherName, why }) =>
    html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><a class="govuk-link" href="${home}/${what}/${one}/${other}"><bdi>${name}</bdi> and <bdi>${otherName}</bdi></a></p>
<p class="week-row__facts">${why}</p></div></li>
`,
)}</ul>`
}

const mergesDone = (home: string, merges: readonly MergeLine[], timeZone: string): Html =>
  html`<h2 class="govuk-heading-m">Merged in the last ${undoneWithin} days</h2>
<ul class="week-list__rows">
${merges.map(
  ({
    id,
    name,
    at,
  }) => html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><bdi>${name}</bdi></p>
<p class="week-row__facts">${inWords(dayAt(at, timeZone))}</p></div>
<form class="week-row__act" method="post" action="${home}/merges/${id}/undo">${button(html`Undo<span class="govuk-visually-hidden"> the merge of ${name}</span>`, { kind: 'secondary' })}</form></li>
`,
)}</ul>`

/** What came of undoing a merge; values that somebody changed since stay. */
export function undonePage({
  site,
  team,
  left,
}: {
  readonly site: SiteChrome
  readonly team: Team
  readonly left: readonly string[]
}): Html {
  const home = `${networkOf(team.id)}/duplicates`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">They are two again</h1>
${
  left.length === 0
    ? html`<p class="govuk-body">Everything is as it was before.</p>`
    : html`<p class="govuk-body">All is as it was before, but for what somebody changed since. This stays as it is now:</p>
<ul class="govuk-list govuk-list--bullet">${left.map((words) => html`<li>${words}</li>\n`)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${home}">Likely duplicates</a></p>
</div></div>`
  return page({ title: 'They are two again', body, site, before: backLink(home, 'Likely duplicates') })
}
