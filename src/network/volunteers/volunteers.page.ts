import type { Team } from '#areas/area.ts'
import { inWords, monthInWords, type Day } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { backLink, errorSummary, table, tag } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { MonthOfHours } from './tasks.sql.ts'
import { newTaskForm, newVolunteerForm } from './volunteer-forms.page.ts'
import { taskInWords, type TaskLine, type Volunteer } from './volunteer.ts'

export type VolunteersShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly volunteers: readonly Volunteer[]
  readonly tasks: readonly TaskLine[]
  readonly months: readonly MonthOfHours[]
  readonly logins: readonly { readonly id: string; readonly name: string }[]
  readonly ids: { readonly task: string; readonly volunteer: string }
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** A team's engagement volunteers, the tasks offered to them, and the hours they gave (D10.4). */
export function volunteersPage(shown: VolunteersShown): Html {
  const { site, team, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Volunteers</h1>
${tasksOf(shown)}
${hoursOf(shown)}
${peopleOf(shown)}
${newTaskForm(shown)}
${newVolunteerForm(shown)}
</div></div>`
  return page({
    title: `Volunteers – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function tasksOf({ team, tasks }: VolunteersShown): Html {
  return html`<section class="week-list" aria-labelledby="tasks"><h2 class="govuk-heading-m" id="tasks">Tasks</h2>
${tasks.length === 0 ? html`<p class="govuk-body week-list__empty">No task is offered.</p>` : html`<ul class="week-list__rows">\n${tasks.map((one) => taskRow(team, one))}</ul>`}
</section>`
}

function taskRow(team: Team, task: TaskLine): Html {
  const { id, words, onDay, hours, skills, takenByName, doneHours, forAnOfficer } = task
  const withdraw = html`<form method="post" action="/desk/${team.id}/volunteers/tasks/${id}/withdraw"><button type="submit" class="govuk-button govuk-button--secondary week-row__button">Withdraw<span class="govuk-visually-hidden">: ${words}</span></button></form>`
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${words}</p>
<p class="week-row__facts">${stateOf(task)} <span>${taskInWords[task.task]}</span> <span><b>On</b> ${inWords(onDay)}</span> <span><b>Hours</b> ${doneHours ?? hours}</span>${skills.length > 0 && html` <span><b>Needs</b> ${skills.join(', ')}</span>`}${takenByName !== null && html` <span><b>By</b> <bdi>${takenByName}</bdi></span>`}${forAnOfficer && html` <span>frees an officer</span>`}</p>
</div>${doneHours === null && withdraw}</li>
`
}

function stateOf({ takenBy, doneHours }: TaskLine): Html {
  if (doneHours !== null) return tag('done', 'green')
  return takenBy === null ? tag('offered', 'yellow') : tag('taken', 'blue')
}

function hoursOf({ months }: VolunteersShown): Html {
  if (months.length === 0) return html`<p class="govuk-body">No hours were noted in the last year.</p>`
  const hours = table({
    caption: 'Hours given',
    head: ['Month', ...['People', 'Hours', 'Freed'].map((words) => ({ words, numeric: true }))],
    rows: months.map(({ month, volunteers, hours, freed }) => [
      monthInWords(month),
      ...[volunteers, hours, freed].map((figure) => ({ words: String(figure), numeric: true })),
    ]),
  })
  return html`<section class="scrolls" tabindex="0" aria-label="Hours given">${hours}</section>
<p class="govuk-body-s">Freed: hours that an officer would have given otherwise.</p>`
}

function peopleOf({ team, volunteers }: VolunteersShown): Html {
  return html`<section class="week-list" aria-labelledby="volunteers"><h2 class="govuk-heading-m" id="volunteers">Who they are</h2>
${volunteers.length === 0 ? html`<p class="govuk-body week-list__empty">Nobody yet.</p>` : html`<ul class="week-list__rows">\n${volunteers.map((one) => volunteerRow(team, one))}</ul>`}
</section>`
}

function volunteerRow(team: Team, { id, name, number, skills, activeFrom, activeTo, personId }: Volunteer): Html {
  const link = html`<a class="govuk-button govuk-button--secondary week-row__button" href="/desk/${team.id}/volunteers/${id}/end">They leave<span class="govuk-visually-hidden">: ${name}</span></a>`
  return html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what"><bdi>${name}</bdi></p>
<p class="week-row__facts">${activeTo === null ? tag('active', 'green') : tag('left', 'grey')} <span><b>In the ledger</b> Engagement volunteer ${number}</span> <span><b>Since</b> ${inWords(activeFrom)}</span>${activeTo !== null && html` <span><b>Until</b> ${inWords(activeTo)}</span>`}${skills.length > 0 && html` <span><b>Can</b> ${skills.join(', ')}</span>`}${personId === null && activeTo === null ? html` <span>no login</span>` : nothing}</p>
</div>${activeTo === null && link}</li>
`
}
