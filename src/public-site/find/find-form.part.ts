import { html, type Html } from '#platform/html.ts'
import { inEachLanguage, type Say } from '#platform/language/say.ts'

/** The one box: a postcode or the name of a place. */
export const findForm = (
  words: string,
  say: Say,
): Html => html`<form class="find" method="get" action="/" role="search">
<label class="govuk-label govuk-label--m" for="q">${say`Your postcode, town, village or team`}</label>
<div class="find__row"><input class="govuk-input" id="q" name="q" type="search" value="${words}" maxlength="100" autocomplete="postal-code" spellcheck="false">
<button type="submit" class="govuk-button">${say`Find`}</button></div>
</form>`

/** Shown by the script alone, since nothing but a script can ask a phone where it is; it tells what stands here. */
export const useMyLocation = ({ language }: Say): Html => locationForms[language]

const locationForms = inEachLanguage((say) => {
  const told = {
    asking: say.text`Asking your browser where you are…`,
    denied: say.text`Your browser was not allowed to say where you are. Use your postcode or the name of your town instead.`,
    unknown: say.text`Your browser does not know where you are. Use your postcode or the name of your town instead.`,
    slow: say.text`Your browser took too long to find where you are. Try again, or use your postcode.`,
  }
  return html`<form class="find__here" method="get" action="/find" data-find-here data-asking="${told.asking}" data-denied="${told.denied}" data-unknown="${told.unknown}" data-slow="${told.slow}" hidden>
<button type="submit" class="govuk-button govuk-button--secondary">${say`Use my location`}</button>
<p class="govuk-body-s" role="status" data-find-here-told></p>
</form>
`
})
