import { engagementOf } from '#engagements/held/engagement-of.ts'
import type { EvidenceRow } from '#ledger/ledger.sql.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { pagination } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { dayAt, day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { figure } from '#standings/question.ts'
import { namesProtected } from '#standings/disclosure.ts'
import { figureInWords, peopleDisclosed } from '#standings/figure-in-words.ts'

/** A page of the evidence behind a promise, with the names that its ids stand for. */
export type EvidencePage = {
  readonly rows: readonly EvidenceRow[]
  readonly all: number
  /** Its figures are withheld, so what could be counted is not listed. */
  readonly isWithheld: boolean
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
export function evidenceList(shown: EvidencePage, say: Say): Html {
  if (shown.all === 0 && shown.isWithheld)
    return html`<p class="govuk-body">${say`The evidence is not listed, since counting it would tell the figures that are withheld.`}</p>`
  if (shown.all === 0)
    return html`<p class="govuk-body">${say`There is no evidence for this promise up to that day.`}</p>`
  const first = (shown.page - 1) * shown.perPage + 1
  const range =
    shown.pages > 1 &&
    html`<p class="govuk-body">${say`Showing ${figure(first)} to ${figure(first + shown.rows.length - 1)} of ${figure(shown.all)}, the newest first.`}</p>`
  return html`${range}
<ol class="evidence">
${shown.rows.map((row) => item(row, shown, say))}</ol>
${pagination({ label: say.text`Pages of evidence`, current: shown.page, pages: shown.pages, hrefOf: shown.hrefOf }, say)}`
}

function item(row: EvidenceRow, shown: EvidencePage, say: Say): Html {
  const kind: KindOfEvidence | undefined = kinds[row.kind as Kind]
  const subjects = row.subjects.map((id) => shown.subjects.get(id) ?? id)
  const title = titleOf(row, shown)
  const recorded = say.day(dayAt(row.recordedAt, shown.timeZone))
  return html`<li class="evidence__item" id="entry-${row.entry}">
<p class="evidence__day"><time datetime="${row.happenedOn}">${say.day(day(row.happenedOn))}</time></p>
<div><p class="evidence__what"><strong>${title === null ? say.told(kind?.label ?? row.kind) : say.own(title)}</strong>${subjects.length > 0 && html`: ${say.own(subjects.join(', '))}`}</p>
<p class="evidence__facts">${joined(factsOf(row, kind, shown, say), ' · ')}</p>
<p class="evidence__source">${say`Recorded ${recorded} · entry ${row.seq} of ${row.chain}`}${fateOf(row, shown.timeZone, say)}</p></div>
</li>
`
}

/** Evidence itself names no meeting; the record it came from does, unless that was erased. */
function titleOf({ source, erasedOn }: EvidenceRow, { engagements }: EvidencePage): string | null {
  const engagement = engagements.get(engagementOf(source) ?? '')
  if (!engagement || erasedOn !== null) return null
  return engagement.title.includes(engagement.place) ? engagement.title : `${engagement.title}, ${engagement.place}`
}

/** The words of the data dictionary; one that nobody translated is told to be English. */
function factsOf(row: EvidenceRow, kind: KindOfEvidence | undefined, shown: EvidencePage, say: Say): Html[] {
  const isProtected = Object.entries(row.facets).some(
    ([name, value]) => name === 'communities' && namesProtected(value),
  )
  return [
    ...(titleOf(row, shown) === null ? [] : [say.told(kind?.label ?? row.kind)]),
    ...Object.entries(row.quantities).map(([name, value]) =>
      isProtected && isOfPeople(name, kind)
        ? html`${say.told(name)}: ${peopleDisclosed(Number(value), say)}`
        : quantity(name, Number(value), kind?.quantities[name], say),
    ),
    ...Object.entries(row.facets).flatMap(([name, value]) =>
      value === false && !shown.asked.has(name) ? [] : facet(name, value, say),
    ),
  ]
}

const isOfPeople = (name: string, kind: KindOfEvidence | undefined): boolean => kind?.quantities[name] === 'people'

const quantity = (name: string, value: number, unit: string | undefined, say: Say): Html =>
  unit === undefined || unit === name
    ? html`${figureInWords({ value, unit: name }, say)}`
    : html`${say.told(name)}: ${figureInWords({ value, unit }, say)}`

function facet(name: string, value: unknown, say: Say): Html {
  if (value === true) return say.told(name)
  if (value === false) return say`not ${say.told(name)}`
  const values = Array.isArray(value) ? value : [value]
  const told = values.map((one) => say.told(String(one)))
  return html`${say.told(name)}: ${joined(told, ', ')}`
}

function fateOf({ supersededBy, erasedOn, effect }: EvidenceRow, timeZone: string, say: Say): Html {
  return html`${effect === 'corrects' && html` · ${say`a correction`}`}${
    supersededBy !== null && html` · <strong>${say`superseded by entry ${supersededBy}`}</strong>`
  }${erasedOn !== null && html` · <strong>${say`its record was erased on ${say.day(dayAt(erasedOn, timeZone))}`}</strong>`}`
}
