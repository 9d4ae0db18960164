import type { Team } from '#areas/area.ts'
import type { Fact } from '#ledger/evidence.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds } from '#measures/kinds.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { backLink, button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { counted } from './counted.ts'
import type { Fault } from './fault.ts'
import type { Imported } from './imported-evidence.sql.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }

/** Every fault of a file, so that all can be put right at once; nothing was recorded. */
export function faultsPage({
  site,
  team,
  faults,
  filename,
}: Shown & { faults: readonly Fault[]; filename: string }): Html {
  const lines = new Set(faults.map(({ line }) => line)).size
  const rows = faults.map(
    ({ line, column, words }) =>
      html`<tr class="govuk-table__row"><td class="govuk-table__cell">${line}</td><td class="govuk-table__cell">${column ?? 'the whole line'}</td><td class="govuk-table__cell">${words}</td></tr>\n`,
  )
  const body = html`<h1 class="govuk-heading-l">${counted(lines, ['line', 'lines'])} to put right</h1>
<p class="govuk-body-l">Nothing of “${filename}” was recorded. Put these right and choose the file again.</p>
<section class="scrolls" tabindex="0" aria-label="Lines to put right"><table class="govuk-table">
<thead><tr><th class="govuk-table__header" scope="col">Line</th><th class="govuk-table__header" scope="col">Column</th><th class="govuk-table__header" scope="col">What is wrong</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/evidence/import">Choose the file again</a></p>`
  return page({ title: 'Lines to put right', body, site, before: backTo(team), mistaken: true })
}

type Checked = { readonly facts: readonly Fact[]; readonly file: string; readonly filename: string }

/** What a file would record, to be confirmed. */
export function confirmEvidencePage({ site, team, facts, file, filename }: Shown & Checked): Html {
  const byKind = Map.groupBy(facts, ({ kind }) => kind)
  const rows = [...byKind].map(([kind, own]) => {
    const days = own.map(({ happenedOn }) => happenedOn).toSorted()
    return html`<tr class="govuk-table__row"><th class="govuk-table__header" scope="row">${labelOf(kind)}</th><td class="govuk-table__cell govuk-table__cell--numeric">${own.length.toLocaleString('en-GB')}</td><td class="govuk-table__cell">${spanInWords(days)}</td><td class="govuk-table__cell">${figuresOf(own)}</td></tr>\n`
  })
  const body = html`<h1 class="govuk-heading-l">${counted(facts.length, ['piece', 'pieces'])} of evidence to record</h1>
<p class="govuk-body-l">“${filename}” is in order. Nothing is recorded until you confirm. The ledger is never rewritten: what is recorded can be corrected, not deleted.</p>
<section class="scrolls" tabindex="0" aria-label="What the file holds"><table class="govuk-table">
<thead><tr><th class="govuk-table__header" scope="col">Kind</th><th class="govuk-table__header govuk-table__header--numeric" scope="col">How many</th><th class="govuk-table__header" scope="col">When</th><th class="govuk-table__header" scope="col">Figures</th></tr></thead>
<tbody>
${rows}</tbody></table></section>
<form method="post" action="/desk/${team.id}/evidence/import/confirm">
<input type="hidden" name="file" value="${file}">
${button(`Record ${counted(facts.length, ['piece', 'pieces'])} of evidence`)}
</form>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/evidence/import">Choose another file instead</a></p>`
  return page({ title: 'Check before recording', body, site, before: backTo(team) })
}

/** What one file recorded. */
export function importedPage({
  site,
  team,
  imported,
  timeZone,
}: Shown & { imported: Imported; timeZone: string }): Html {
  const all = imported.kinds.reduce((sum, { count }) => sum + count, 0)
  const items = imported.kinds.map(
    ({ kind, count }) => html`<dt>${labelOf(kind)}</dt><dd>${count.toLocaleString('en-GB')}</dd>\n`,
  )
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${counted(all, ['piece', 'pieces'])} of evidence recorded</h1>
<p class="govuk-body">From one file, on ${inWords(dayAt(imported.at, timeZone))}.</p>
<dl class="facts">
${items}</dl>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}">This week</a> shows what it changed.</p>
</div></div>`
  return page({ title: 'Evidence recorded', body, site })
}

const backTo = (team: Team) => backLink(`/desk/${team.id}/evidence/import`, 'Import evidence')

const labelOf = (kind: string): string =>
  Object.entries<KindOfEvidence>(kinds).find(([name]) => name === kind)?.[1].label ?? kind

function spanInWords(days: readonly Fact['happenedOn'][]): string {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return ''
  return first === last ? inWords(first) : `${inWords(first)} to ${inWords(last)}`
}

/** The sum of each figure, so that a slip of the keyboard stands out. */
function figuresOf(facts: readonly Fact[]): string {
  const sums = new Map<string, number>()
  for (const { quantities = {} } of facts)
    for (const [name, value] of Object.entries(quantities)) sums.set(name, (sums.get(name) ?? 0) + value)
  return [...sums].map(([name, sum]) => `${sum.toLocaleString('en-GB')} ${name}`).join(', ')
}
