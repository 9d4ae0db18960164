import { html, type Html } from '#platform/html.ts'

/** The one box: a postcode or the name of a place. */
export const findForm = (words: string): Html => html`<form class="find" method="get" action="/" role="search">
<label class="govuk-label govuk-label--m" for="q">Your postcode, town, village or team</label>
<div class="find__row"><input class="govuk-input" id="q" name="q" type="search" value="${words}" maxlength="100" autocomplete="postal-code" spellcheck="false">
<button type="submit" class="govuk-button">Find</button></div>
</form>`

/** Shown by the script alone, since nothing but a script can ask a phone where it is. */
export const useMyLocation: Html = html`<form class="find__here" method="get" action="/find" data-find-here hidden>
<button type="submit" class="govuk-button govuk-button--secondary">Use my location</button>
<p class="govuk-body-s" role="status" data-find-here-told></p>
</form>
`
