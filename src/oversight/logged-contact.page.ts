import type { Team } from '#areas/area.ts'
import type { ContactLine } from '#network/contacts.sql.ts'
import { levelInWords } from '#network/relationship.ts'
import type { RelationshipLine } from '#network/relationships.sql.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, buttonLink, notificationBanner } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { listed } from '#standings/question.ts'
import { promisesCounted, type Counted } from './promises-counted.page.ts'
import { byWhen } from './when.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly contact: ContactLine
  readonly line: RelationshipLine
  readonly contract: Counted
  /** The form was sent a second time. */
  readonly again: boolean
}

/** What was logged of a contact, by when the next is due, what is left to answer or keep, and which promises it counts towards. */
export function loggedContactPage(shown: Shown): Html {
  const { site, team, contact, line, contract, again } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${again && notificationBanner('This contact was logged before. If you changed anything in the form since, the change was not kept.')}
<span class="govuk-caption-l">Logged</span>
<h1 class="govuk-heading-l">${line.label}, ${inWords(contact.madeOn)}</h1>
${factsOf(shown)}
${leftToDo(shown)}
${promisesCounted(contract, team, contact.madeOn)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/network/relationships/${line.id}">All that passed between us</a></p>
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}">This week</a></p>
</div></div>`
  return page({
    title: `Logged: ${line.label}`,
    body,
    site,
    before: backLink(`/desk/${team.id}/network`, 'Network'),
  })
}

function factsOf({ contact, line, today }: Shown): Html {
  const { how, heard, voiced, promised, promisedBy, promiseKeptOn, answeredOn, facets, loggedBy } = contact
  const due = line.nextDue && `${line.nextDue < today ? 'was due' : 'due'} by ${byWhen(line.nextDue, today)}`
  const level = line.every === null ? 'no level of contact is agreed yet' : `${due}, ${levelInWords(line.every)}`
  const facts: readonly (readonly [string, string])[] = [
    ['How', how],
    ['They raised', heard],
    ['They were told', answeredOn === null ? '' : inWords(answeredOn)],
    ['We raised', voiced],
    ['We promised', promised === '' ? '' : `${promised}${promisedBy === null ? '' : `, by ${inWords(promisedBy)}`}`],
    ['Kept', promiseKeptOn === null ? '' : inWords(promiseKeptOn)],
    ['Also', facets.length === 0 ? '' : listed(facets)],
    ['Logged by', loggedBy ?? ''],
    ['Next contact', level],
  ]
  const known = facts.filter(([, value]) => value !== '')
  return html`<dl class="facts">\n${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`
}

function leftToDo({ team, contact }: Shown): Html {
  const { id, heard, answeredOn, promised, promiseKeptOn } = contact
  const address = `/desk/${team.id}/network/contacts/${id}`
  return html`<div class="network-add">
${heard !== '' && answeredOn === null && buttonLink('Tell them what came of it', `${address}/answer`, { kind: 'secondary' })}
${promised !== '' && promiseKeptOn === null && buttonLink('The promise was kept', `${address}/promise`, { kind: 'secondary' })}
</div>`
}
