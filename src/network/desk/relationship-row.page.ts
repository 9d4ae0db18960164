import { randomUUID } from 'node:crypto'
import { inWords, type Day } from '#platform/day.ts'
import { button, details, input, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { waysOfContact } from '../contact.ts'
import { networkOf } from '../keeper-at.ts'
import type { RelationshipLine } from '../relationships.sql.ts'
import { dueTag } from '../relationships/relationship-facts.page.ts'

/** Somebody a team keeps in touch with: who, for whom they speak, who owns it, the last and the next contact, and one button. */
export function relationshipRow(line: RelationshipLine, today: Day, list: string | null): Html {
  const { owner, lastContactOn, nextDue } = line
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="${hrefOf(line)}"><bdi>${titleOf(line)}</bdi></a></p>
<p class="week-row__facts">${dueTag(line, today)} <span>${aboutOf(line)}</span> <span><b>Owner</b> ${owner}</span>
<span><b>Last</b> ${lastContactOn === null ? 'no contact yet' : inWords(lastContactOn)}</span>${nextDue !== null && html` <span><b>${nextDue < today ? 'Was due' : 'Due'}</b> by ${inWords(nextDue)}</span>`}</p>
${list !== null && inlineForm(line, list)}
</div>${list === null && logLink(line.teamId, line.id, line.label)}</li>
`
}

/** Rows repeat, so the words heard say whose button it is. */
export const logLink = (teamId: string, relationshipId: string, label: string): Html =>
  html`<a class="govuk-button govuk-button--secondary week-row__button" href="${networkOf(teamId)}/contacts/new?with=${relationshipId}">Log a contact<span class="govuk-visually-hidden">: ${label}</span></a>`

/** Key individuals have pages of their own, and so have organisations; a post is shown with what is kept up with it. */
export function hrefOf({ id, teamId, keyIndividualId, organisationId }: RelationshipLine): string {
  const network = networkOf(teamId)
  if (keyIndividualId !== null) return `${network}/individuals/${keyIndividualId}`
  return organisationId === null ? `${network}/relationships/${id}` : `${network}/organisations/${organisationId}`
}

export const titleOf = ({ keyIndividualId, name, label }: RelationshipLine): string =>
  keyIndividualId !== null && name !== null ? name : label

function aboutOf({ keyIndividualId, name, label, subjectKind }: RelationshipLine): Html {
  if (keyIndividualId !== null) return html`${label.replace(/^Key individual: /, 'speaks for ')}`
  return html`${name === null ? capitalised(subjectKind) : html`<bdi>${name}</bdi>`}`
}

/** A contact in one line, without leaving the list; the same person may stand in several lists. */
function inlineForm(line: RelationshipLine, list: string): Html {
  const end = `${list}-${line.id}`
  const form = html`<form class="contact-line" method="post" action="${networkOf(line.teamId)}/contacts/new" novalidate>
<input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="with" value="${line.id}">
${select({ name: 'how', id: `how-${end}`, label: 'How?', choices: waysOfContact.map((value) => ({ value, words: capitalised(value) })), value: 'telephone' })}
${input({ name: 'heard', id: `heard-${end}`, label: 'What did they raise? (optional)' })}
${button('Log it, today', { kind: 'secondary' })}
<p class="govuk-body-s contact-line__more"><a class="govuk-link" href="${networkOf(line.teamId)}/contacts/new?with=${line.id}">Another day, or more to say<span class="govuk-visually-hidden">: ${line.label}</span></a></p>
</form>`
  return details(html`Log a contact<span class="govuk-visually-hidden">: ${line.label}</span>`, form)
}
