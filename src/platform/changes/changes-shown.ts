import { html, type Html } from '#platform/html.ts'
import { english, type Say } from '#platform/language/say.ts'
import type { Change } from './word-changes.ts'

/** What was removed and added between two texts (`wordChanges`), for eyes and for ears. */
export const changesShown = (changes: readonly Change[], say: Say = english): Html =>
  changes.every(({ is }) => is === 'same')
    ? html`<p class="govuk-body">${say`Not a word differs.`}</p>`
    : html`<div class="govuk-body word-changes">${changes.map((change) => changeShown(change, say))}</div>
`

/** What a listener hears around a change stands where nobody sees it. */
function changeShown({ is, words }: Change, say: Say): Html {
  if (is === 'same') return html`<span>${say.own(words)}</span>`
  const hidden = (said: Html) => html`<span class="govuk-visually-hidden">${said}</span>`
  return is === 'removed'
    ? html`<del>${hidden(html` (${say`removed:`} `)}${say.own(words)}${hidden(html` ${say`end of what was removed`}) `)}</del>`
    : html`<ins>${hidden(html` (${say`added:`} `)}${say.own(words)}${hidden(html` ${say`end of what was added`}) `)}</ins>`
}
