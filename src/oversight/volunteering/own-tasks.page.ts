import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { skillsLacking, tasks, taskInWords, type TaskLine, type Volunteer } from '#network/volunteers/volunteer.ts'
import { inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, dateInput, errorSummary, input, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly volunteer: Volunteer
  readonly tasks: readonly TaskLine[]
  readonly events: readonly PlannedEngagement[]
  readonly given: { readonly hours: number; readonly since: Day }
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What a volunteer sees: tasks they may take, those they took, events they are expected at, and their hours. */
export function ownTasksPage(shown: Shown): Html {
  const { site, team, today, volunteer, errors, given } = shown
  const offered = shown.tasks.filter(({ takenBy, onDay }) => takenBy === null && onDay >= today)
  const own = shown.tasks.filter(({ takenBy, doneHours }) => takenBy === volunteer.id && doneHours === null)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Your tasks</h1>
${list(
  'own',
  'You took',
  own.map((task) => ownRow(task, shown)),
  'You took no task.',
)}
${list(
  'offered',
  'Offered',
  offered.map((task) => offeredRow(task, shown)),
  'No task is offered just now.',
)}
${list(
  'events',
  'Events you are expected at',
  shown.events.map((event) => eventRow(event)),
  'No event is planned with you.',
)}
${ownHoursForm(shown)}
<p class="govuk-body">You gave ${given.hours} ${given.hours === 1 ? 'hour' : 'hours'} since ${inWords(given.since)}. Thank you.</p>
</div></div>`
  return page({ title: `Your tasks – ${team.name}`, body, site, mistaken: Object.keys(errors).length > 0 })
}

const list = (id: string, title: string, rows: readonly Html[], empty: string): Html =>
  html`<section class="week-list" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${title}</h2>
${rows.length === 0 ? html`<p class="govuk-body week-list__empty">${empty}</p>` : html`<ul class="week-list__rows">\n${rows}</ul>`}
</section>
`

const told = ({ words, task, onDay, hours, skills }: TaskLine): Html => html`<div class="week-row__told">
<p class="week-row__what">${words}</p>
<p class="week-row__facts"><span>${taskInWords[task]}</span> <span><b>On</b> ${inWords(onDay)}</span> <span><b>About</b> ${hours} hours</span>${skills.length > 0 && html` <span><b>Needs</b> ${skills.join(', ')}</span>`}</p>`

function offeredRow(task: TaskLine, { team, volunteer }: Shown): Html {
  const lacking = skillsLacking(task, volunteer)
  return html`<li class="week-row">${told(task)}
${lacking.length > 0 && html`<p class="week-row__why">You have not told us that you can: ${lacking.join(', ')}.</p>`}</div>
${lacking.length === 0 && press(team, task, 'take', 'Take it')}</li>
`
}

function ownRow(task: TaskLine, { team, today, values, errors }: Shown): Html {
  const isSent = typed(values, 'of') === task.id
  const name = `hours-${task.id}`
  const error = isSent ? errors['hours'] : undefined
  const form = html`<form class="contact-line" method="post" action="/desk/${team.id}/tasks/${task.id}/hours" novalidate>
<input type="hidden" name="id" value="${randomUUID()}">
${input({ name: 'hours', id: isSent ? 'hours' : name, label: html`Hours it took<span class="govuk-visually-hidden">: ${task.words}</span>`, value: isSent ? typed(values, 'hours') : '', error, width: '4' })}
${button(html`Note the hours<span class="govuk-visually-hidden">: ${task.words}</span>`, { kind: 'secondary' })}</form>`
  return html`<li class="week-row">${told(task)}${task.onDay <= today && form}</div>${press(team, task, 'give-back', 'Give it back')}</li>
`
}

const press = (team: Team, task: TaskLine, verb: string, words: string): Html =>
  html`<form method="post" action="/desk/${team.id}/tasks/${task.id}/${verb}"><button type="submit" class="govuk-button govuk-button--secondary week-row__button">${words}<span class="govuk-visually-hidden">: ${task.words}</span></button></form>`

const eventRow = ({ title, place, heldOn, begins, ends }: PlannedEngagement): Html =>
  html`<li class="week-row"><div class="week-row__told"><p class="week-row__what">${title}</p>
<p class="week-row__facts"><span><b>On</b> ${inWords(heldOn)}, ${begins} to ${ends}</span> <span><b>Where</b> ${place}</span></p></div></li>
`

function ownHoursForm({ team, values, errors }: Shown): Html {
  const isSent = typed(values, 'of') === ''
  const field = (name: string) => ({
    name,
    value: isSent ? typed(values, name) : '',
    error: isSent ? errors[name] : undefined,
    size: 's' as const,
  })
  return html`<section aria-labelledby="more-hours"><h2 class="govuk-heading-m" id="more-hours">Note other hours you gave</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/tasks/hours" novalidate>
<input type="hidden" name="id" value="${randomUUID()}">
${radios({ ...field('task'), legend: 'What did you do?', choices: tasks.map((value) => ({ value, words: taskInWords[value] })), small: true })}
${input({ ...field('hours'), id: isSent ? 'hours' : 'hours-own', label: 'How many hours?', width: '4' })}
${dateInput({ name: 'doneOn', legend: 'On which day?', value: typedDay(values, 'doneOn'), error: isSent ? errors['doneOn'] : undefined, size: 's' })}
${button('Note the hours', { kind: 'secondary' })}
</form></section>`
}
