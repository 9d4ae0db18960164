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
  textarea,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { inOrder } from '../in-order.ts'
import type { OpenPriority } from './linked-priorities.sql.ts'
import { comingFields, fieldOf, furtherFields, whatFields, whenFields, whereFields } from './plan-fields.page.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** Kept in the form, so that sending it twice plans it once. */
  readonly id: string
  readonly priorities: readonly OpenPriority[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

// prettier-ignore
const asked = ['title', 'method', 'place', 'latitude', 'longitude', 'gridReference', 'accessibility', 'howToAsk', 'heldOn', 'begins', 'ends', 'repeat', 'rule',
  'until', 'times', 'leftOut']

/** The form to plan an engagement, or a series of them. */
export function planEngagementPage(shown: Shown): Html {
  const { site, team, id, values, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(inOrder(errors, asked))}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Plan an engagement</h1>
<p class="govuk-body">Everybody can see it on the team’s page, and in calendars that follow it, as soon as you save it.</p>
<form class="desk-form" method="post" action="/desk/${team.id}/events/new" novalidate>
<input type="hidden" name="id" value="${id}">
${whatFields(values, errors)}
${whereFields(values, errors)}
${comingFields(values, errors)}
${whenFields(values, errors)}
${repeating(shown)}
${further(shown)}
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

function repeating({ values, errors }: Shown): Html {
  const field = fieldOf(values, errors)
  return joined([
    radios({
      name: 'repeat',
      legend: 'Does it come again?',
      choices: howOften,
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
    exceptions(values, errors),
  ])
}

const howOften = [
  { value: 'once', words: 'No, once' },
  { value: 'week', words: 'Every week' },
  { value: 'two weeks', words: 'Every two weeks' },
  {
    value: 'month',
    words: 'Every month on the same weekday',
    hint: 'For example, on each second Saturday. A fifth is taken as the last.',
  },
  { value: 'rule', words: 'By a rule' },
] as const

function exceptions(values: FormValues, errors: FieldErrors): Html {
  const fields = joined([
    textarea({
      ...fieldOf(values, errors)('leftOut'),
      label: 'Which of its days are left out?',
      hint: 'One on a line, such as 25/12/2026.',
      rows: 3,
      size: 's',
    }),
    checkboxes({
      name: 'noHolidays',
      legend: html`<span class="govuk-visually-hidden">Bank holidays</span>`,
      choices: [{ value: 'yes', words: 'Leave out bank holidays' }],
      values: typedList(values, 'noHolidays'),
      small: true,
    }),
  ])
  const open = ['leftOut', 'noHolidays'].some((name) => typed(values, name) !== '' || errors[name] !== undefined)
  return details('Leave out some of its days', fields, { open })
}

function further({ values, errors, priorities }: Shown): Html {
  const names = ['communities', 'ledBy', 'keyEvent', 'priorities']
  const open = names.some((name) => typed(values, name) !== '' || errors[name] !== undefined)
  return details('Add more, if you know it', furtherFields(values, errors, priorities), { id: 'more', open })
}
