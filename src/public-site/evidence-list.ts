import type { EvidenceRow } from '#ledger/ledger.sql.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { pagination } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { dayAt, day, inWords } from '#platform/day.ts'
import { figure } from '#standings/question.ts'
import { figureInWords } from './standing-marks.ts'

/** A page of the evidence behind a promise, with the names that its ids stand for. */
export type EvidencePage = {
  readonly rows: readonly EvidenceRow[]
  readonly all: number
  readonly page: number
  readonly pages: number
  readonly perPage: number
  readonly subjects: ReadonlyMap<string, string>
  readonly engagements: ReadonlyMap<string, { readonly title: string; readonly place: string }>
  /** Facets that the promise's measures ask for: of these it matters that one is not so. */
  readonly asked: ReadonlySet<string>
  readonly timeZone: string
  readonly hrefOf: (page: number) => string
}

/** The evidence, the newest first: what happened, its figures, when it was recorded, and whether it still stands. */
export function evidenceList(shown: EvidencePage): Html {
  if (shown.all === 0) return html`<p class="govuk-body">There is no evidence for this promise up to that day.</p>`
  const first = (shown.page - 1) * shown.perPage + 1
  const range =
    shown.pages > 1 &&
    html`<p class="govuk-body">Showing ${figure(first)} to ${figure(first + shown.rows.length - 1)} of ${figure(shown.all)}, the newest first.</p>`
  return html`${range}
<ol class="evidence">
${shown.rows.map((row) => item(row, shown))}</ol>
${pagination({ label: 'Pages of evidence', current: shown.page, pages: shown.pages, hrefOf: shown.hrefOf })}`
}

function item(row: EvidenceRow, shown: EvidencePage): Html {
  const kind: KindOfEvidence | undefined = kinds[row.kind as Kind]
  const subjects = row.subjects.map((id) => shown.subjects.get(id) ?? id)
  const recorded = inWords(dayAt(row.recordedAt, shown.timeZone))
  return html`<li class="evidence__item" id="entry-${row.entry}">
<p class="evidence__day"><time datetime="${row.happenedOn}">${inWords(day(row.happenedOn))}</time></p>
<div><p class="evidence__what"><strong>${titleOf(row, shown) ?? kind?.label ?? row.kind}</strong>${subjects.length > 0 && html`: ${subjects.join(', ')}`}</p>
<p class="evidence__facts">${factsOf(row, kind, shown).join(' · ')}</p>
<p class="evidence__source">Recorded ${recorded} · entry ${row.seq} of ${row.chain}${fateOf(row, shown.timeZone)}</p></div>
</li>
`
}

/** Evidence itself names no meeting; the record it came from does, unless that was erased. */
function titleOf({ source, erasedOn }: EvidenceRow, { engagements }: EvidencePage): string | null {
  const engagement = engagements.get(engagementOf(source) ?? '')
  if (!engagement || erasedOn !== null) return null
  return engagement.title.includes(engagement.place) ? engagement.title : `${engagement.title}, ${engagement.place}`
}

/** The id of the engagement that a row of evidence came from, or null. */
export function engagementOf(source: string): string | null {
  return /^engagement\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(source)?.[1] ?? null
}

function factsOf(row: EvidenceRow, kind: KindOfEvidence | undefined, shown: EvidencePage): string[] {
  return [
    ...(titleOf(row, shown) === null ? [] : [kind?.label ?? row.kind]),
    ...Object.entries(row.quantities).map(([name, value]) => quantity(name, Number(value), kind?.quantities[name])),
    ...Object.entries(row.facets).flatMap(([name, value]) =>
      value === false && !shown.asked.has(name) ? [] : facet(name, value),
    ),
  ]
}

const quantity = (name: string, value: number, unit: string | undefined): string =>
  unit === undefined || unit === name
    ? `${figureInWords({ value, unit: name })}`
    : `${name}: ${figureInWords({ value, unit })}`

function facet(name: string, value: unknown): string {
  if (value === true) return name
  if (value === false) return `not ${name}`
  return `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`
}

function fateOf({ supersededBy, erasedOn, effect }: EvidenceRow, timeZone: string): Html {
  return html`${effect === 'corrects' && ' · a correction'}${supersededBy !== null && html` · <strong>superseded by entry ${supersededBy}</strong>`}${
    erasedOn !== null && html` · <strong>its record was erased on ${inWords(dayAt(erasedOn, timeZone))}</strong>`
  }`
}
