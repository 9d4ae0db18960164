import { html, type Html } from '#platform/html.ts'
import { addDays, addMonths, inWords } from '#platform/day.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'

/** On which day all of a page stands, in one sentence. */
export function asAtInWords({ asAt, today, contract }: Pick<ContractStanding, 'asAt' | 'today' | 'contract'>): string {
  const { from, to } = contract.span
  if (asAt < from) return `As at ${inWords(asAt)}, before the contract began on ${inWords(from)}.`
  if (asAt > to)
    return today > to
      ? `As it stood when the year was over, on ${inWords(addDays(to, 1))}.`
      : `As things stand, looking ahead to the end of the contract on ${inWords(to)}: nothing that has not happened yet is counted.`
  if (asAt > today)
    return `As things stand, looking ahead to ${inWords(asAt)}: nothing that has not happened yet is counted.`
  return asAt === today ? `As at today, ${inWords(asAt)}.` : `As at ${inWords(asAt)}.`
}

/** A form that shows the same page as at another day. */
export function dayPicker({ asAt, today }: Pick<ContractStanding, 'asAt' | 'today'>, path: string): Html {
  return html`<form class="day-picker" method="get" action="${path}">
<label class="govuk-label" for="as-at">See it as at another day</label>
<div class="day-picker__row"><input class="govuk-input govuk-input--width-10" id="as-at" name="as-at" type="date" value="${asAt}" min="2000-01-01" max="${addMonths(today, 120)}">
<button class="govuk-button govuk-button--secondary">Show</button></div>
</form>`
}
