import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { networkOf } from '../keeper-at.ts'
import { noteForm } from './councils.page.ts'
import { dueAfter } from './council.ts'
import type { Level } from './levels.sql.ts'

/** The councillor advocates of a team's area with their last contact, and when the team was briefed on the role. */
export type Advocates = {
  readonly lines: readonly { readonly level: Level; readonly contactOn: Day | null }[]
  readonly briefedOn: Day | null
}

/** Each advocate is contacted every quarter (C8.1); the team is briefed on the role (C8.2). */
export function advocatesPart({ lines, briefedOn }: Advocates, team: Team, today: Day): Html {
  return html`<section class="week-list" aria-labelledby="advocates"><h2 class="govuk-heading-m" id="advocates">Councillor advocates</h2>
<ul class="week-list__rows">
${lines.map((line) => advocateRow(line, team, today))}</ul>
<p class="govuk-body">${briefedOn === null ? 'No briefing of the team on the role is noted.' : `The team was last briefed on the role on ${inWords(briefedOn)}.`}</p>
${noteForm(team, 'role-briefing', 'The team was briefed today')}
</section>`
}

function advocateRow({ level, contactOn }: Advocates['lines'][number], team: Team, today: Day): Html {
  const due = dueAfter(contactOn, 'P3M')
  const late = due === null || due < today
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${networkOf(team.id)}/relationships/${level.relationshipId}">${level.label}</a></p>
<p class="week-row__facts">${late ? tag('Due now', 'red') : tag('In touch', 'green')} <span><b>Last</b> ${contactOn === null ? 'no contact yet' : inWords(contactOn)}</span>${due !== null && html` <span><b>Next</b> by ${inWords(due)}</span>`}</p></div>
<a class="govuk-button govuk-button--secondary week-row__button" href="${networkOf(team.id)}/contacts/new?with=${level.relationshipId}">Log a contact<span class="govuk-visually-hidden">: ${level.label}</span></a></li>
`
}
