import { html, type Html } from '#platform/html.ts'
import type { AgendaItem } from './sitting-shown.ts'
import { byGap, type Gap, type Side } from './three-way.ts'

const mostTold = 5

const sideInWords: Readonly<Record<Side, string>> = {
  evidence: 'the evidence',
  team: 'the team',
  'OPCC panel': 'the OPCC panel',
  community: 'the community',
}

/** What to talk about first: where evidence, panel and community are furthest apart. */
export function agendaTold(items: readonly AgendaItem[]): Html {
  const apart = byGap(items.map((item) => ({ ...item, gap: item.outcome.gap })))
    .filter(({ gap }) => gap !== null && gap.size > 0)
    .slice(0, mostTold)
  if (apart.length === 0)
    return html`<h2 class="govuk-heading-m">What to talk about first</h2>
<p class="govuk-body">There are no two judgements of a standard yet that differ: three votes on one are a judgement.</p>`
  return html`<h2 class="govuk-heading-m">What to talk about first</h2>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
${apart.map(itemTold)}</ol>`
}

const itemTold = ({ contract, outcome, gap }: AgendaItem & { readonly gap: Gap }): Html =>
  html`<li>${contract.teamName}: ${outcome.pack.standardId} ${outcome.pack.title}<br><span class="week-row__why">${gap === null ? '' : `${Math.round(100 * gap.size)} of 100 points apart: best by ${sideInWords[gap.best]}, worst by ${sideInWords[gap.worst]}.`}</span></li>
`
