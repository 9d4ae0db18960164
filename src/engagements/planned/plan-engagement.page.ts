import type { Team } from '#areas/area.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  dateInput,
  details,
  errorSummary,
  input,
  radios,
  select,
  textarea,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '../capitalised.ts'
import { methods } from '../engagement.ts'
import { reachFields } from '../engagement-fields.page.ts'
import { inOrder } from '../in-order.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** Kept in the form, so that sending it twice plans it once. */
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

// prettier-ignore
const asked = ['title', 'method', 'place', 'accessibility', 'howToAsk', 'heldOn', 'begins', 'ends', 'repeat', 'rule', 'until', 'times']

/** The form to plan an engagement, or a series of them. */
export function planEngagementPage(shown: Shown): Html {
  const { site, team, id, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(inOrder(errors, asked))}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Plan an engagement</h1>
<p class="govuk-body">Everybody can see it on the team’s page, and in calendars that follow it, as soon as you save it.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/events/new" novalidate>
<input type="hidden" name="id" value="${id}">
${whatAndWhere(shown)}
${whenFields(shown.values, errors)}
${repeating(shown)}
${furtherFields(shown)}
${button('Save the plan')}
</form>
</div></div>`
  return page({
    title: 'Plan an engagement',
    body,
    site,
    before: backLink(`/desk/${team.id}/events`, 'Planned engagements'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function whatAndWhere({ values, errors }: Shown): Html {
  const field = fieldOf(values, errors)
  return joined(
    [
      input({ ...field('title'), label: 'What will it be?', hint: 'For example, Saturday market', size: 's' }),
      select({
        ...field('method'),
        label: 'How will you meet people?',
        choices: [{ value: '', words: 'Choose' }, ...methods.map((value) => ({ value, words: capitalised(value) }))],
        size: 's',
      }),
      input({ ...field('place'), label: 'Where?', hint: 'For example, Bucky Doo Square, Bridport', size: 's' }),
      textarea({
        ...field('accessibility'),
        label: 'How accessible is it? (optional)',
        hint: 'Steps, seats, a hearing loop, where to park.',
        rows: 2,
        size: 's',
      }),
      input({
        ...field('howToAsk'),
        label: 'How can people ask about it? (optional)',
        hint: 'A telephone number or address of the team, never of one person.',
        size: 's',
      }),
    ],
    '\n',
  )
}

/** Day and time, for a plan and for a date that is moved. */
export const whenFields = (values: FormValues, errors: FieldErrors): Html => {
  const field = fieldOf(values, errors)
  return joined([
    dateInput({
      name: 'heldOn',
      legend: 'When?',
      value: typedDay(values, 'heldOn'),
      error: errors['heldOn'],
      size: 's',
    }),
    input({ ...field('begins'), label: 'It begins at', hint: 'For example, 10:00', width: '5', size: 's' }),
    input({ ...field('ends'), label: 'It ends at', width: '5', size: 's' }),
  ])
}

function repeating({ values, errors }: Shown): Html {
  const field = fieldOf(values, errors)
  return joined([
    radios({
      name: 'repeat',
      legend: 'Does it come again?',
      choices: [
        { value: 'once', words: 'No, once' },
        { value: 'week', words: 'Every week' },
        { value: 'two weeks', words: 'Every two weeks' },
        {
          value: 'month',
          words: 'Every month on the same weekday',
          hint: 'For example, on each second Saturday. A fifth is taken as the last.',
        },
        {
          value: 'rule',
          words: 'By a rule',
        },
      ],
      value: typed(values, 'repeat') || 'once',
      error: errors['repeat'],
      size: 's',
      small: true,
    }),
    input({
      ...field('rule'),
      label: 'If by a rule, which?',
      hint: 'As RFC 5545 writes it: FREQ=MONTHLY;BYDAY=2SA',
      size: 's',
    }),
    dateInput({
      name: 'until',
      legend: 'If it comes again, what is the last day?',
      hint: 'Or leave this empty and enter how many times.',
      value: typedDay(values, 'until'),
      error: errors['until'],
      size: 's',
    }),
    input({ ...field('times'), label: 'Or how many times?', numeric: true, width: '3', size: 's' }),
  ])
}

function furtherFields({ values, errors }: Shown): Html {
  const fields = joined([
    reachFields(
      {
        communities: 'Is it meant to reach a community?',
        ledBy: 'Whose event is it?',
        joined: 'A local event that we join',
      },
      values,
      errors,
    ),
    checkboxes({
      name: 'keyEvent',
      legend: html`<span class="govuk-visually-hidden">Size</span>`,
      choices: [{ value: 'yes', words: 'A community event with many visitors' }],
      values: typedList(values, 'keyEvent'),
      small: true,
    }),
  ])
  const open = ['communities', 'ledBy', 'keyEvent'].some((name) => typed(values, name) !== '' || errors[name])
  return details('Add more, if you know it', fields, { id: 'more', open })
}

const fieldOf = (values: FormValues, errors: FieldErrors) => (name: string) => ({
  name,
  value: typed(values, name),
  error: errors[name],
})
