import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { insetText } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { mark } from '#standings/standing-mark.ts'
import type { CountsTowards } from './counts-towards.ts'

/** The promises of the contract in force on a day that a record counts towards; null where no contract was. */
export type Counted = { readonly year: number; readonly promises: readonly CountsTowards[] } | null

/** Which promises a record counts towards, each with how it stands now. */
export function promisesCounted(contract: Counted, team: Team, on: Day): Html {
  if (contract === null)
    return insetText(`${team.name} had no contract in force on ${inWords(on)}, so it counts towards no promise.`)
  if (contract.promises.length === 0) return insetText('It counts towards no promise of the contract.')
  const { year, promises } = contract
  const title =
    promises.length === 1 ? 'It counts towards one promise' : `It counts towards ${promises.length} promises`
  return html`<h2 class="govuk-heading-m">${title}</h2>
<ul class="week-list__rows">
${promises.map(
  ({ ref, text, standing }) => html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${team.id}/contract/${year}/commitments/${ref}">${text}</a></p>
<p class="week-row__facts">${standing ? mark(standing.standing) : nothing}</p>
<p class="week-row__why">${standing?.reason}</p>
</div></li>
`,
)}</ul>`
}
