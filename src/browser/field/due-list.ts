import { html, nothing, type Html } from '#platform/html.ts'
import type { Due, PersonDue } from './due.ts'
import { dayInWords } from './words.ts'

/** Whom the team is due to be in touch with, one tap from logging it; `done` are those whom this phone has logged since. */
export function dueList(due: Due | 'sealed' | null, done: ReadonlySet<string>): Html {
  if (due === null || (due !== 'sealed' && due.team === null)) return nothing
  const title = html`<h2 class="govuk-heading-m">People due a call</h2>`
  if (due === 'sealed') return html`${title}<p class="govuk-body">Sign in to see whom to call.</p>`
  const people = due.people.filter(({ id }) => !done.has(id))
  const list =
    people.length === 0
      ? html`<p class="govuk-body">Nobody is due a call within a week.</p>`
      : html`<ul class="govuk-list field-events">${people.map((one) => personDue(one, due.today))}</ul>`
  return html`${title}${list}
${due.isCut && html`<p class="govuk-body">More are due than this phone keeps: the desk has them all.</p>`}
<p class="govuk-body">${deskLink(due)}</p>`
}

/** Whoever is not on the list is looked up at the desk, so that a lost phone tells of few. */
export const deskLink = ({ team }: Due): Html =>
  html`Somebody not on the list? <a class="govuk-link" href="/desk/${team?.id}/network">Record a contact at the desk</a>, with signal.`

function personDue({ id, label, name, telephone, reachBy, nextDue, own }: PersonDue, today: string): Html {
  const by = nextDue < today ? `Lapsed: was due by ${dayInWords(nextDue)}` : `Due by ${dayInWords(nextDue)}`
  const who = name ?? label
  return html`<li><strong><bdi>${who}</bdi></strong>
${name !== null && html`<span>${label}</span>`}
<span>${by}${own && ', kept up by you'}</span>
${reachBy !== null && html`<span>Likes to be reached by ${reachBy}</span>`}
${telephone !== null && html`<a class="govuk-link field-target" href="tel:${telephone.replaceAll(/[^\d+]/g, '')}">Call ${telephone}<span class="govuk-visually-hidden">: ${who}</span></a>`}
<a class="govuk-link field-target" href="#contact/${id}">Log a contact<span class="govuk-visually-hidden"> with ${who}</span></a></li>`
}
