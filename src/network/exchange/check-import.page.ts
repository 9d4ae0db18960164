import type { Team } from '#areas/area.ts'
import { counted } from '#evidence-import/counted.ts'
import type { Fault } from '#evidence-import/fault.ts'
import { backLink, button, checkboxes } from '#platform/govuk.ts'
import { html, nothing, type Html, type Renderable } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { NetworkImport, RowLine } from './imports.sql.ts'
import { importOf } from './import.page.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }
type Checked = Shown & {
  readonly waiting: NetworkImport
  readonly counts: Readonly<Record<string, number>>
  readonly fresh: readonly RowLine[]
  readonly likely: readonly RowLine[]
  readonly twice: readonly RowLine[]
  readonly erased: readonly RowLine[]
  readonly faults: readonly Fault[]
}

/** Rows that one list of the page shows; the rest is counted. */
export const mostShown = 200

/** What would come of each row of a file, to be confirmed. */
export function checkImportPage(checked: Checked): Html {
  const { site, team, waiting, counts, fresh, likely, twice, erased, faults } = checked
  const count = (state: string) => counts[state] ?? 0
  const isNothing = count('new') + count('likely') + count('organisation alone') === 0
  const body = html`<span class="govuk-caption-l">${waiting.filename}</span>
<h1 class="govuk-heading-l">${isNothing ? 'Nothing to bring in' : 'Check before anything is saved'}</h1>
<dl class="facts">
<dt>New people</dt><dd>${counted(count('new'), rows)}</dd>
<dt>Organisations alone</dt><dd>${counted(count('organisation alone'), rows)}</dd>
<dt>Likely somebody known</dt><dd>${counted(count('likely'), rows)}</dd>
<dt>In the network already</dt><dd>${counted(count('here'), rows)}</dd>
<dt>Twice in the file</dt><dd>${counted(count('twice'), rows)}</dd>
<dt>Erased before</dt><dd>${counted(count('erased'), rows)}</dd>
<dt>To put right</dt><dd>${counted(count('faults'), rows)}</dd>
</dl>
${waiting.ignoredNotes > 0 && html`<p class="govuk-body">${counted(waiting.ignoredNotes, ['note is', 'notes are'])} left aside: notes may say more of somebody than we may hold.</p>`}
<form class="desk-form" method="post" action="${importOf(team)}/${waiting.id}/confirm">
${inDoubt(likely, count('likely'))}
${!isNothing && button('Bring them in')}
</form>
${listed({ title: 'New people', all: count('new'), head, rows: fresh.map(cellsOf) })}
${listed({ title: 'Twice in the file', told: 'The first row stands; a post that another tells of is theirs too.', all: count('twice'), head: [...head, 'Like'], rows: twice.map((row) => [...cellsOf(row), row.likeName]) })}
${listed({ title: 'Erased before', told: 'What was held about them was erased, so they are not brought back.', all: count('erased'), head, rows: erased.map(cellsOf) })}
${listed({ title: 'Rows to put right', told: 'They are kept out. Put them right and bring the file in again: the rest is not taken twice.', all: count('faults'), head: ['Line', 'Column', 'What is wrong'], rows: faults.map(({ line, column, words }) => [line, column ?? 'the whole row', words]) })}
<p class="govuk-body"><a class="govuk-link" href="${importOf(team)}">Choose another file</a></p>`
  return page({ title: 'Check a network file', body, site, before: backLink(importOf(team), 'Bring people in') })
}

const rows = ['row', 'rows'] as const
const head = ['Line', 'Name', 'Organisation'] as const
const cellsOf = ({ line, name, organisation }: RowLine): Renderable[] => [
  line,
  html`<bdi>${name}</bdi>`,
  html`<bdi>${organisation}</bdi>`,
]

function inDoubt(likely: readonly RowLine[], all: number): Html {
  if (likely.length === 0) return nothing
  return checkboxes({
    name: 'own',
    legend: 'Likely somebody known: tick those who are people of their own',
    hint: `Those left unticked are kept out.${all > likely.length ? ` The first ${likely.length} are listed; the others are kept out until these are decided.` : ''}`,
    choices: likely.map(({ line, name, organisation, likeName }) => ({
      value: String(line),
      words: html`Line ${line}: <bdi>${name}</bdi>${organisation !== '' && html`, <bdi>${organisation}</bdi>`}`,
      hint: html`Like <bdi>${likeName}</bdi>`,
    })),
    size: 'm',
    small: true,
  })
}

type Listed = {
  readonly title: string
  readonly told?: string
  readonly all: number
  readonly head: readonly string[]
  readonly rows: readonly (readonly Renderable[])[]
}

/** A titled table that scrolls by itself on a narrow screen; nothing where it has no rows. */
function listed({ title, told, all, head, rows }: Listed): Html {
  if (rows.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${title}</h2>
${told !== undefined && html`<p class="govuk-body">${told}</p>`}
<section class="scrolls" tabindex="0" aria-label="${title}"><table class="govuk-table">
<thead><tr>${head.map((words) => html`<th class="govuk-table__header" scope="col">${words}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => html`<tr class="govuk-table__row">${cells.map((cell) => html`<td class="govuk-table__cell">${cell}</td>`)}</tr>\n`)}</tbody></table></section>
${all > rows.length && html`<p class="govuk-body">And ${counted(all - rows.length, ['row', 'rows'])} more.</p>`}
`
}

/** What came of a file. */
export function importTakenPage({
  site,
  team,
  counts,
}: Shown & { readonly counts: Readonly<Record<string, number>> }): Html {
  const takenAlready = counts['posts taken already'] ?? 0
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">The file was brought in</h1>
<dl class="facts">
<dt>People</dt><dd>${counted(counts['people'] ?? 0, ['person', 'people'])}</dd>
<dt>Organisations</dt><dd>${counted(counts['organisations'] ?? 0, ['organisation', 'organisations'])}</dd>
<dt>Posts</dt><dd>${counted(counts['posts'] ?? 0, ['post', 'posts'])}</dd>
</dl>
${takenAlready > 0 && html`<p class="govuk-body">${counted(takenAlready, ['post was', 'posts were'])} left as they are, since somebody else holds them. Appoint whoever took over on their own page.</p>`}
<p class="govuk-body">Nobody has been told yet that we hold them.</p>
<p class="govuk-body"><a class="govuk-link" href="${networkOf(team.id)}">Network</a> · <a class="govuk-link" href="${networkOf(team.id)}/duplicates">Likely duplicates</a></p>
</div></div>`
  return page({ title: 'The file was brought in', body, site, before: backLink(networkOf(team.id), 'Network') })
}
