import { html, type Html } from '#platform/html.ts'
import type { Span } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { ContractStanding, StandardStanding } from '#standings/contract-standing.ts'
import type { ContractAddresses } from './addresses.ts'
import { folded } from './folded.ts'
import { smallMark } from '#standings/standing-mark.ts'
import { keyToMarks } from './standing-marks.ts'
import { middleOf, monthsOf, standingByMonth, type MonthStanding } from './year-months.ts'

/** The year at a glance: a row for each standard, a cell for each month, which leads to the promise that stood worst in it. */
export function yearStrip(shown: ContractStanding, to: ContractAddresses, say: Say): Html {
  const months = monthsOf(shown.contract.span)
  return html`<section class="scrolls" tabindex="0" aria-labelledby="year">
<table class="year-strip">
<caption id="year">${say`The year, month by month`}</caption>
<thead><tr><th scope="col">${say`Standard`}</th>${months.map((month) => monthHead(month, shown, to, say))}</tr></thead>
<tbody>
${shown.standards.map((standard) => row(standard, shown, to, say))}</tbody>
</table>
</section>
${folded(say.text`What the shapes mean`, html`<p class="govuk-body">${howToRead(say)}</p>\n${keyToMarks(say)}`)}`
}

const howToRead = (say: Say): Html =>
  say`Each cell is the worst of what fell due under that standard in that month. An empty cell means that nothing did.`

function monthHead(month: Span, { today, asAt }: ContractStanding, to: ContractAddresses, say: Say): Html {
  const [name = '', year = ''] = say.month(middleOf(month)).split(' ')
  const words = html`${name.slice(0, 3)}<span class="govuk-visually-hidden">${name.slice(3)} ${year}</span>`
  if (month.from > today) return html`<th scope="col">${words}</th>`
  const day = month.to < today ? month.to : today
  return html`<th scope="col"${asAt === day && html` aria-current="date"`}><a class="govuk-link" href="${to.asAt(day)}">${words}</a></th>`
}

function row(standard: StandardStanding, shown: ContractStanding, to: ContractAddresses, say: Say): Html {
  const promises = standard.commitments.length > 0 ? standard.commitments : standard.measures
  const cells = standingByMonth(promises, shown.contract.span, shown.asAt)
  return html`<tr><th scope="row"><a class="govuk-link year-strip__standard" href="#${standard.id}"><span class="year-strip__id">${standard.id}</span> ${say.own(standard.title)}</a></th>${cells.map((cell) => cellOf(cell, to, say))}</tr>
`
}

const cellOf = ({ word, ref }: MonthStanding, to: ContractAddresses, say: Say): Html =>
  word === null || ref === null
    ? html`<td></td>`
    : html`<td><a href="${to.promise(ref)}">${smallMark(word, say)}<span class="govuk-visually-hidden">, ${ref}</span></a></td>`
