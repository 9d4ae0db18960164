import type { Team } from '#areas/area.ts'
import type { Person } from '#people/person.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, checkboxes, dateInput, errorSummary, input, radios, textarea } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { networkOf } from '../keeper-at.ts'
import type { Organisation } from '../organisation.ts'
import { sergeantsDay, takesReports } from './meeting.ts'

/** What is done with a meeting: said that it is to come, told how it was, or put right. */
export type MeetingForm = 'plan' | 'record' | 'correct'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly form: MeetingForm
  /** Kept in the form, so that sending it twice keeps one meeting. */
  readonly id: string
  /** Null for the sergeants' day. */
  readonly organisation: Organisation | null
  readonly people: readonly Person[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

const titles: Readonly<Record<MeetingForm, string>> = {
  plan: 'Plan a meeting',
  record: 'Record a meeting',
  correct: 'Put the record of a meeting right',
}

/** The form of a meeting: its name and day; once it was held, how we took part, who was there, and its minutes. */
export function meetingFormPage(shown: Shown): Html {
  const { site, team, form, id, organisation, values, errors } = shown
  const meetings = `${networkOf(team.id)}/meetings`
  const action = { plan: `${meetings}/plan`, record: `${meetings}/new`, correct: `${meetings}/${id}/correct` }[form]
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${organisation?.name ?? 'The sergeants of the Force'}</span>
<h1 class="govuk-heading-l">${titles[form]}</h1>
<form class="desk-form" method="post" action="${action}" novalidate>
<input type="hidden" name="id" value="${id}"><input type="hidden" name="with" value="${organisation?.id ?? sergeantsDay}">
${input({ name: 'title', label: 'What is the meeting called?', value: typed(values, 'title'), error: errors['title'], size: 's' })}
${dateInput({ name: 'heldOn', legend: form === 'plan' ? 'When will it be?' : 'When was it?', value: typedDay(values, 'heldOn'), error: errors['heldOn'], size: 's' })}
${form === 'plan' ? nothing : whatHappened(shown)}
${form === 'correct' && textarea({ name: 'reason', label: 'Why is it put right?', value: typed(values, 'reason'), error: errors['reason'], rows: 2, size: 's' })}
${button(form === 'plan' ? 'Save the plan' : 'Save the meeting')}
</form>
</div></div>`
  const back = form === 'correct' ? `${meetings}/${id}` : `/desk/${team.id}/partners`
  const mistaken = Object.keys(errors).length > 0
  return page({ title: titles[form], body, site, before: backLink(back), mistaken })
}

function whatHappened({ organisation, people, values, errors }: Shown): Html {
  const report = { value: 'written report', words: 'We sent a written report instead' }
  return joined([
    radios({
      name: 'came',
      legend: 'How did we take part?',
      choices: [
        { value: 'there', words: 'One of us or more was there' },
        ...(takesReports(organisation?.kind ?? null) ? [report] : []),
        { value: 'nobody', words: 'Nobody of us was there' },
      ],
      value: typed(values, 'came'),
      error: errors['came'],
      size: 's',
      small: true,
    }),
    people.length === 0 ? nothing : whoCame(people, values, errors),
    ...(takesReports(organisation?.kind ?? null)
      ? [tick('withClerk', 'Its clerk was there, so that it counts as contact with the clerk too', values, errors)]
      : []),
    tick('withNeo', 'Together with the Neighbourhood Engagement Officer', values, errors),
    organisation === null
      ? tick('firstHourWithNeos', 'Its first hour belonged to the Neighbourhood Engagement Officers', values, errors)
      : nothing,
    textarea({
      name: 'minutes',
      label: 'Minutes (optional)',
      hint: 'They stay here and never enter the public ledger.',
      value: typed(values, 'minutes'),
      error: errors['minutes'],
      rows: 8,
      size: 's',
    }),
  ])
}

const whoCame = (people: readonly Person[], values: FormValues, errors: FieldErrors): Html =>
  checkboxes({
    name: 'people',
    legend: 'Who of us was there? (optional)',
    choices: people.map(({ id, name }) => ({ value: id, words: name })),
    values: typedList(values, 'people'),
    error: errors['people'],
    size: 's',
    small: true,
  })

const tick = (name: string, words: string, values: FormValues, errors: FieldErrors): Html =>
  checkboxes({
    name,
    legend: html`<span class="govuk-visually-hidden">${words}</span>`,
    choices: [{ value: 'yes', words }],
    values: typedList(values, name),
    error: errors[name],
    small: true,
  })
