import { inWords } from '#platform/day.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { ContactLine } from '../contacts.sql.ts'
import { networkOf } from '../keeper-at.ts'

/** What passed between us, newest first, with what is left to answer or to keep. */
export function contactList(teamId: string, contacts: readonly ContactLine[]): Html {
  if (contacts.length === 0) return html`<p class="govuk-body">Nothing has been logged here yet.</p>`
  return html`<ul class="week-list__rows">
${contacts.map((contact) => contactRow(teamId, contact))}</ul>`
}

function contactRow(teamId: string, contact: ContactLine): Html {
  const { id, madeOn, how, label, heard, voiced, promised, loggedBy } = contact
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${networkOf(teamId)}/contacts/${id}">${inWords(madeOn)}, ${how}<span class="govuk-visually-hidden">: ${label}</span></a></p>
<p class="week-row__facts"><span>${label}</span>${loggedBy !== null && html` <span>${loggedBy}</span>`}</p>
${heard !== '' && html`<p class="week-row__why"><b>We heard</b> ${heard} ${answerTag(contact)}</p>`}
${voiced !== '' && html`<p class="week-row__why"><b>We said</b> ${voiced}</p>`}
${promised !== '' && html`<p class="week-row__why"><b>We promised</b> ${promised} ${promiseTag(contact)}</p>`}
</div></li>
`
}

export const answerTag = ({ answeredOn }: ContactLine): Html =>
  answeredOn === null ? tag('not answered yet', 'yellow') : tag(`answered ${inWords(answeredOn)}`, 'green')

export const promiseTag = ({ promiseKeptOn, promisedBy }: ContactLine): Html => {
  if (promiseKeptOn !== null) return tag(`kept ${inWords(promiseKeptOn)}`, 'green')
  return tag(promisedBy === null ? 'open' : `open, by ${inWords(promisedBy)}`, 'yellow')
}
