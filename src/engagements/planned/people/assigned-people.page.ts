import type { Person } from '#people/person.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, details, input, radios, select } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import type { Assigned } from './assigned-people.ts'
import { datesField, fieldOf } from '../plan-fields.page.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'

type Shown = {
  readonly planned: PlannedEngagement
  readonly assigned: readonly Assigned[]
  readonly people: readonly Person[]
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly open: boolean
}

/** Who is to be at an engagement, how each can be taken off, and the form that puts somebody on. */
export function peopleSection(shown: Shown): Html {
  const { planned, assigned, values, open } = shown
  const at = `/desk/${planned.teamId}/events/${planned.id}/people`
  const form = html`<form class="desk-form" method="post" action="${at}" novalidate>
${whoFields(shown)}
${datesField(planned, 'dates-people', values)}
${button('Put them on', { kind: 'secondary' })}
</form>`
  return html`<h2 class="govuk-heading-m">Who will be there</h2>
${assigned.length === 0 ? html`<p class="govuk-body">Nobody is down for it yet.</p>` : html`<ul class="on-plan">${assigned.map((one) => line(one, at))}</ul>`}
${details('Put somebody on it', form, { id: 'people', open })}`
}

const line = ({ id, name, part, hours }: Assigned, at: string): Html =>
  html`<li><form method="post" action="${at}/${id}/remove"><span>${name}, ${part === 'police' ? 'police' : part}${hours !== null && ` · ${hoursInWords(hours)}`}</span>
<button type="submit" class="govuk-link on-plan__off">Take off<span class="govuk-visually-hidden"> ${name}</span></button></form></li>
`

/** `1 hour`, `2.5 hours`. */
export const hoursInWords = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`

function whoFields({ people, values, errors }: Shown): Html {
  const field = fieldOf(values, errors)
  return joined([
    radios({
      name: 'part',
      legend: 'What are they?',
      choices: (['police', 'Special Constable', 'volunteer'] as const).map((value) => ({
        value,
        words: value === 'police' ? 'Police officer or staff' : capitalised(value),
      })),
      value: typed(values, 'part'),
      error: errors['part'],
      size: 's',
      small: true,
    }),
    select({
      ...field('person'),
      label: 'Who?',
      choices: [{ value: '', words: 'Choose' }, ...people.map(({ id, name }) => ({ value: id, words: name }))],
      size: 's',
    }),
    input({
      ...field('name'),
      label: 'Or the name of a volunteer or Special Constable who is not listed',
      hint: 'It is seen at the desk alone.',
      size: 's',
    }),
    input({ ...field('hours'), label: 'For how many hours? (optional)', width: '4', size: 's' }),
  ])
}
