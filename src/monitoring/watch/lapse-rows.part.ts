import { inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { mark } from '#standings/standing-mark.ts'
import type { Lapse } from './watch.ts'

/** What lapsed, each with where its evidence is. */
export const lapseRows = (lapses: readonly Lapse[]): Html =>
  html`<ul class="week-list__rows">
${lapses.map(row)}</ul>`

const row = ({ teamId, teamName, year, ref, text, stood, stoodOn, standing, lapsedOn }: Lapse): Html =>
  html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/${teamId}/contract/${year}/commitments/${encodeURIComponent(ref)}">${text ?? `Promise ${ref}`}</a></p>
<p class="week-row__facts">${mark(standing)} <span><b>Team</b> ${teamName}</span></p>
<p class="week-row__why">It was ${stood} as at ${inWords(stoodOn)}, and ${standing} as at ${inWords(lapsedOn)}.</p>
</div></li>
`
