import { details } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { AgendaItem } from './agenda.ts'
import type { Side } from './three-way.ts'

/** So many are told at once, the others below when they are asked for. */
const toldFirst = 5

const sideInWords: Readonly<Record<Side, string>> = {
  evidence: 'the evidence',
  team: 'the team',
  'OPCC panel': 'the OPCC panel',
  community: 'the community',
}

/** What to talk about first: where evidence, panel and community are furthest apart. */
export function agendaTold(items: readonly AgendaItem[]): Html {
  const first = items.slice(0, toldFirst)
  const further = items.slice(toldFirst)
  return html`<h2 class="govuk-heading-m">What to talk about first</h2>
${first.length === 0 ? html`<p class="govuk-body">There are no two judgements of a standard yet that differ: three votes on one are a judgement.</p>` : listed(first, 1)}
${further.length > 0 && details(`${further.length} more on which sides differ`, listed(further, toldFirst + 1))}`
}

const listed = (items: readonly AgendaItem[], from: number): Html =>
  html`<ol class="govuk-list govuk-list--number govuk-list--spaced" start="${from}">
${items.map(itemTold)}</ol>`

const itemTold = ({ teamName, standardId, title, gap }: AgendaItem): Html =>
  html`<li>${teamName}: ${standardId} ${title}<br><span class="week-row__why">${Math.round(100 * gap.size)} of 100 points apart: best by ${sideInWords[gap.best]}, worst by ${sideInWords[gap.worst]}.</span></li>
`
