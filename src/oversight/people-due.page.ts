import type { Team } from '#areas/area.ts'
import { dueWord } from '#network/relationship.ts'
import type { RelationshipLine } from '#network/relationships.sql.ts'
import type { ContactLine } from '#network/contacts.sql.ts'
import { inWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { PeopleDue } from './people-due.ts'
import { quietButton, shortened } from './week-rows.page.ts'
import { byWhen } from './when.ts'

/** A row for everybody who is due a call, and for each promise made to somebody in a contact. */
export const peopleDueRows = (team: Team, { relationships, promises }: PeopleDue, today: Day): Html[] => [
  ...relationships.map((line) => callRow(team, line, today)),
  ...promises.map((contact) => promiseRow(team, contact, today)),
]

function callRow(team: Team, line: RelationshipLine, today: Day): Html {
  const { id, label, name, nextDue, lastContactOn, owner } = line
  const network = `/desk/${team.id}/network`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${network}/relationships/${id}">${label}</a></p>
<p class="week-row__facts">${dueWord(line, today) === 'lapsed' ? tag('lapsed', 'red') : tag('due this week', 'yellow')}${name !== null && html` <bdi>${name}</bdi>`}
${nextDue !== null && html`<span><b>${nextDue < today ? 'Was due by' : 'By'}</b> ${byWhen(nextDue, today)}</span>`} <span><b>Last</b> ${lastContactOn === null ? 'no contact yet' : inWords(lastContactOn)}</span> <span><b>Owner</b> ${owner}</span></p>
</div>
${quietButton('Log a contact', `${network}/contacts/new?with=${id}`, label)}
</li>
`
}

function promiseRow(team: Team, { id, label, promised, promisedBy, madeOn }: ContactLine, today: Day): Html {
  const network = `/desk/${team.id}/network`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${network}/contacts/${id}">${shortened(promised)}</a></p>
<p class="week-row__facts"><span><b>Promised to</b> ${label}</span> <span><b>On</b> ${inWords(madeOn)}</span>${promisedBy !== null && html` <span><b>${promisedBy < today ? 'Was due by' : 'By'}</b> ${byWhen(promisedBy, today)}</span>`}</p>
</div>
${quietButton('It was kept', `${network}/contacts/${id}/promise`, promised)}
</li>
`
}
