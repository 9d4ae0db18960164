import { typed, typedDay } from '#platform/form.ts'
import { button, checkboxes, dateInput, input, radios, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { tasks, taskInWords } from './volunteer.ts'
import type { VolunteersShown } from './volunteers.page.ts'

const fieldOf =
  ({ values, errors }: Pick<VolunteersShown, 'values' | 'errors'>) =>
  (name: string) => ({
    name,
    value: typed(values, name),
    error: errors[name],
    size: 's' as const,
  })

/** Offers something to do. */
export function newTaskForm(shown: VolunteersShown): Html {
  const { team, ids, values, errors } = shown
  const field = fieldOf(shown)
  return html`<section aria-labelledby="new-task"><h2 class="govuk-heading-m" id="new-task">Offer a task</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/volunteers/tasks" novalidate>
<input type="hidden" name="id" value="${ids.task}">
${radios({ ...field('task'), legend: 'What kind of task?', choices: tasks.map((value) => ({ value, words: taskInWords[value] })), small: true })}
${input({ ...field('words'), label: 'What is to be done?', hint: 'Name nobody.' })}
${dateInput({ name: 'onDay', legend: 'On which day?', value: typedDay(values, 'onDay'), error: errors['onDay'], size: 's' })}
${input({ ...field('hours'), label: 'How many hours will it take?', width: '4' })}
${input({ ...field('needs'), label: 'Skills it needs (optional)', hint: 'Parted by commas' })}
${checkboxes({ name: 'forAnOfficer', legend: 'Whose time does it free?', choices: [{ value: 'yes', words: 'An officer would do it otherwise' }], values: typed(values, 'forAnOfficer') === '' ? [] : ['yes'], size: 's', small: true })}
${button('Offer the task', { kind: 'secondary' })}
</form></section>`
}

/** Adds a volunteer. */
export function newVolunteerForm(shown: VolunteersShown): Html {
  const { team, ids, logins, values, errors } = shown
  const field = fieldOf(shown)
  const choices = [{ value: '', words: 'No login' }, ...logins.map(({ id, name }) => ({ value: id, words: name }))]
  return html`<section aria-labelledby="new-volunteer"><h2 class="govuk-heading-m" id="new-volunteer">Add a volunteer</h2>
<form class="desk-form" method="post" action="/desk/${team.id}/volunteers" novalidate>
<input type="hidden" name="id" value="${ids.volunteer}">
${input({ ...field('name'), label: 'Name', hint: 'It stays here: the ledger knows them by a number.', autocomplete: 'off' })}
${select({ ...field('personId'), label: 'Their login', choices })}
${input({ ...field('skills'), label: 'What can they do? (optional)', hint: 'Parted by commas, such as web pages, photography' })}
${dateInput({ name: 'activeFrom', legend: 'Since when?', value: typedDay(values, 'activeFrom'), error: errors['activeFrom'], size: 's' })}
${button('Add the volunteer', { kind: 'secondary' })}
</form></section>`
}
