import { html, type Html } from '#platform/html.ts'
import { addDays, addMonths } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'

type Asked = Pick<ContractStanding, 'asAt' | 'today' | 'contract'>

/** On which day all of a page stands, in one sentence. */
export function asAtInWords({ asAt, today, contract }: Asked, say: Say): string {
  const { from, to } = contract.span
  const day = say.day(asAt)
  if (asAt < from) return say.text`As at ${day}, before the contract began on ${say.day(from)}.`
  if (asAt > to)
    return today > to
      ? say.text`As it stood when the year was over, on ${say.day(addDays(to, 1))}.`
      : say.text`As things stand, looking ahead to the end of the contract on ${say.day(to)}: nothing that has not happened yet is counted.`
  if (asAt > today)
    return say.text`As things stand, looking ahead to ${day}: nothing that has not happened yet is counted.`
  return asAt === today ? say.text`As at today, ${day}.` : say.text`As at ${day}.`
}

/** A form that shows the same page as at another day. */
export function dayPicker({ asAt, today }: Pick<ContractStanding, 'asAt' | 'today'>, path: string, say: Say): Html {
  return html`<form class="day-picker" method="get" action="${path}">
<label class="govuk-label" for="as-at">${say`See it as at another day`}</label>
<div class="day-picker__row"><input class="govuk-input govuk-input--width-10" id="as-at" name="as-at" type="date" value="${asAt}" min="2000-01-01" max="${addMonths(today, 120)}">
<button type="submit" class="govuk-button govuk-button--secondary">${say`Show`}</button></div>
</form>`
}
