import { html, type Html } from '#platform/html.ts'
import { addMonths } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'

/** A form that shows the same page as at another day. */
export function dayPicker({ asAt, today }: Pick<ContractStanding, 'asAt' | 'today'>, path: string, say: Say): Html {
  return html`<form class="day-picker" method="get" action="${path}">
<label class="govuk-label" for="as-at">${say`See it as at another day`}</label>
<div class="day-picker__row"><input class="govuk-input govuk-input--width-10" id="as-at" name="as-at" type="date" value="${asAt}" min="2000-01-01" max="${addMonths(today, 120)}">
<button type="submit" class="govuk-button govuk-button--secondary">${say`Show`}</button></div>
</form>`
}
