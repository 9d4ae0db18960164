import type { Team } from '#areas/area.ts'
import { dueWord } from '#network/relationship.ts'
import type { ActionLine } from '#network/meetings/meeting-actions.sql.ts'
import type { Introduction } from '#network/handover/introductions.sql.ts'
import type { RelationshipLine } from '#network/relationships.sql.ts'
import type { ContactLine } from '#network/contacts.sql.ts'
import { inWords, type Day } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { PeopleDue } from './people-due.ts'
import { quietButton, shortened } from './week-rows.page.ts'
import { byWhen } from './when.ts'

/** A row for everybody who is due a call, and for each promise made to somebody in a contact. */
export const peopleDueRows = (
  team: Team,
  { relationships, promises, introductions, ownerless }: PeopleDue,
  today: Day,
): Html[] => [
  ...ownerless.map(({ id, label }) => ownerlessRow(team, id, label)),
  ...introductions.map((one) => introductionRow(team, one, today)),
  ...relationships.map((line) => callRow(team, line, today)),
  ...promises.map((contact) => promiseRow(team, contact, today)),
]

function introductionRow(team: Team, { id, label, toName, name, dueOn }: Introduction, today: Day): Html {
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/introductions/${id}">${label}</a></p>
<p class="week-row__facts">${tag('introduction', 'blue')}${name !== null && html` <bdi>${name}</bdi>`} <span><b>New owner</b> ${toName}</span> <span><b>${dueOn < today ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, today)}</span></p>
</div>
${quietButton('Introduce the new owner', `/desk/${team.id}/introductions/${id}`, label)}
</li>
`
}

const ownerlessRow = (team: Team, id: string, label: string): Html => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/network/relationships/${id}">${label}</a></p>
<p class="week-row__facts">${tag('nobody owns it', 'red')}</p>
</div>
${quietButton('Find an owner', `/desk/${team.id}/handover`, label)}
</li>
`

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

/** A row for what a meeting agreed that somebody does. */
export function actionRow(
  team: Team,
  { id, words, owner, partner, dueOn, meetingId, meeting }: ActionLine,
  today: Day,
): Html {
  const address = `/desk/${team.id}/network/meetings/${meetingId}`
  return html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${address}">${shortened(words)}</a></p>
<p class="week-row__facts"><span><b>Agreed at</b> ${meeting}</span> <span><b>Owner</b> ${owner ?? partner}</span> <span><b>${dueOn < today ? 'Was due by' : 'By'}</b> ${byWhen(dueOn, today)}</span></p>
</div>
${quietButton('It is done', `${address}/actions/${id}/done`, words)}
</li>
`
}
