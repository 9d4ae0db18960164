import type { Force, Team } from '#areas/area.ts'
import type { LearningToShare } from '#engagements/held/learning.sql.ts'
import type { CalendarEvent } from '#engagements/planned/calendar/calendar-events.ts'
import { inWords, type Day } from '#platform/day.ts'
import { button, buttonLink, dateInput, errorSummary, select, tag } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { shortened } from '../week-rows.page.ts'

export type NeoWeekShown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly teams: readonly Team[]
  readonly today: Day
  readonly events: readonly CalendarEvent[]
  readonly withoutCriteria: readonly {
    readonly id: string
    readonly teamId: string
    readonly title: string
    readonly heldOn: Day
  }[]
  readonly learning: readonly LearningToShare[]
  readonly met: readonly { readonly teamId: string; readonly name: string; readonly lastOn: Day | null }[]
  readonly contacts: { readonly thisYear: number; readonly lastYear: number }
  readonly hours: { readonly hours: number; readonly freed: number }
  /** The cheapest next thing of each team; null where nothing waits, or no contract is in force. */
  readonly next: readonly {
    readonly team: Team
    readonly hasContract: boolean
    readonly todo: { readonly words: string; readonly href: string; readonly why: string } | null
  }[]
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What a Neighbourhood Engagement Officer sees first: the next fortnight of all teams, and what each team could do next. */
export function neoWeekPage(shown: NeoWeekShown): Html {
  const { site, force, events, withoutCriteria, learning, next, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">The engagement officer’s week</h1>
${list('next', 'Each team’s next step', next.map(nextRow), 'The force has no team.')}
${list('events', 'The next 14 days', events.map(eventRow), 'No team plans anything in the next 14 days.')}
${list('criteria', 'Planned without the assessment criteria', withoutCriteria.map(criteriaRow), 'The criteria were answered for everything that is planned.')}
${list(
  'learning',
  'Learned and not shared',
  learning.map((one) => learningRow(force, one)),
  'Everything that was learned is shared.',
)}
${figures(shown)}
${meetings(shown)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/silence">Where we have not been heard</a></p>
</div></div>`
  return page({
    title: `The engagement officer’s week – ${force.name}`,
    body,
    site,
    mistaken: Object.keys(errors).length > 0,
  })
}

function list(id: string, title: string, rows: readonly Html[], empty: string): Html {
  const count = rows.length > 0 && html` <span class="week-list__count">${rows.length}</span>`
  return html`<section class="week-list" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${title}${count}</h2>
${rows.length === 0 ? html`<p class="govuk-body week-list__empty">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
</section>
`
}

const row = (what: Html, facts: Html, action: Html): Html =>
  html`<li class="week-row"><div class="week-row__told"><p class="week-row__what">${what}</p>${facts}</div>${action}</li>\n`

const link = (href: string, words: string): Html => html`<a class="govuk-link" href="${href}">${words}</a>`

function nextRow({ team, hasContract, todo }: NeoWeekShown['next'][number]): Html {
  const facts = html`<p class="week-row__why">${todo === null ? nothingToDo(hasContract) : shortened(todo.why)}</p>`
  const action =
    todo &&
    buttonLink(html`${todo.words}<span class="govuk-visually-hidden">: ${team.name}</span>`, todo.href, {
      kind: 'secondary',
    })
  return row(link(`/desk/${team.id}`, team.name), facts, action ?? nothing)
}

/** Without a contract nobody can tell, which is not nothing. */
const nothingToDo = (hasContract: boolean): string =>
  hasContract ? 'Nothing waits.' : 'No contract is in force, so nothing falls due.'

function eventRow({ planned, teamName, still }: CalendarEvent): Html {
  const state =
    still.missing === 0
      ? tag('advertised', 'green')
      : still.tooLate
        ? tag('too late to advertise', 'red')
        : tag('not advertised yet', 'yellow')
  const facts = html`<p class="week-row__facts">${state} <span>${teamName}</span> <span><b>On</b> ${inWords(planned.heldOn)}</span> <span><b>Where</b> ${planned.place}</span></p>`
  return row(link(`/desk/${planned.teamId}/events/${planned.id}`, planned.title), facts, nothing)
}

const criteriaRow = ({ id, teamId, title, heldOn }: NeoWeekShown['withoutCriteria'][number]): Html =>
  row(
    link(`/desk/${teamId}/events/${id}`, title),
    html`<p class="week-row__facts"><span><b>On</b> ${inWords(heldOn)}</span></p>`,
    html`<a class="govuk-button govuk-button--secondary week-row__button" href="/desk/${teamId}/events/${id}/assessment">Answer them<span class="govuk-visually-hidden">: ${title}, ${inWords(heldOn)}</span></a>`,
  )

const learningRow = (force: Force, { id, teamId, engagementId, words, title }: LearningToShare): Html =>
  row(
    html`${words}`,
    html`<p class="week-row__facts"><span><b>At</b> ${link(`/desk/${teamId}/engagements/${engagementId}`, title)}</span></p>`,
    html`<form method="post" action="/desk/${force.id}/neo/learning/${id}"><button type="submit" class="govuk-button govuk-button--secondary week-row__button">It was shared<span class="govuk-visually-hidden">: ${shortened(words)}</span></button></form>`,
  )

const figures = ({ contacts, hours }: NeoWeekShown): Html =>
  html`<h2 class="govuk-heading-m">In twelve months</h2><dl class="facts">
<dt>Contacts with stakeholders, together with the NEO</dt><dd>${contacts.thisYear}; ${contacts.lastYear} in the twelve months before</dd>
<dt>Hours that volunteers gave</dt><dd>${hours.hours}, of which ${hours.freed} freed an officer</dd></dl>`

function meetings({ force, teams, met, id, values, errors }: NeoWeekShown): Html {
  const lines = met.map(
    ({ name, lastOn }) => html`<dt>${name}</dt><dd>${lastOn === null ? 'not yet' : inWords(lastOn)}</dd>\n`,
  )
  return html`<section aria-labelledby="met"><h2 class="govuk-heading-m" id="met">Meetings with teams</h2>
<dl class="facts">\n${lines}</dl>
<form class="desk-form" method="post" action="/desk/${force.id}/neo/met" novalidate><input type="hidden" name="id" value="${id}">
${select({ name: 'team', label: 'Which team did you meet?', choices: teams.map((team) => ({ value: team.id, words: team.name })), value: typed(values, 'team'), error: errors['team'], size: 's' })}
${dateInput({ name: 'on', legend: 'When?', value: typedDay(values, 'on'), error: errors['on'], size: 's' })}
${button('Note the meeting', { kind: 'secondary' })}</form></section>`
}
