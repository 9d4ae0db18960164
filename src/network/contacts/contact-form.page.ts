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
import { capitalised } from '#platform/capitalised.ts'
import { contactFacets, waysOfContact, type ContactFacet } from '../contact.ts'
import { networkOf } from '../keeper-at.ts'
import type { RelationshipLine } from '../relationships.sql.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly line: RelationshipLine
  /** Kept in the form, so that sending it twice logs it once. */
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The form to log a contact: how and when, then what was said and promised, all of it optional. */
export function contactFormPage(shown: Shown): Html {
  const { site, team, line, id, values, errors } = shown
  const network = networkOf(team.id)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${line.label}${line.name !== null && html` · <bdi>${line.name}</bdi>`}</span>
<h1 class="govuk-heading-l">Log a contact</h1>
<form class="desk-form" method="post" action="${network}/contacts/new" novalidate>
<input type="hidden" name="id" value="${id}"><input type="hidden" name="with" value="${line.id}">
${radios({
  name: 'how',
  legend: 'How were you in touch?',
  choices: waysOfContact.map((value) => ({ value, words: capitalised(value) })),
  value: typed(values, 'how'),
  error: errors['how'],
  size: 's',
  small: true,
})}
${dateInput({ name: 'madeOn', legend: 'When?', value: typedDay(values, 'madeOn'), error: errors['madeOn'], size: 's' })}
${saidFields(shown)}
${button('Log the contact')}
</form>
</div></div>`
  return page({
    title: `Log a contact: ${line.label}`,
    body,
    site,
    before: backLink(`${network}/relationships/${line.id}`, line.label),
    mistaken: Object.keys(errors).length > 0,
  })
}

function saidFields({ values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const words = 'The words stay here: the public ledger learns only that a concern was raised.'
  return joined([
    textarea({ ...field('heard'), label: 'What did they raise? (optional)', hint: words, rows: 3 }),
    textarea({ ...field('voiced'), label: 'What did we raise? (optional)', rows: 3 }),
    promiseFields(values, errors),
    checkboxes({
      name: 'facets',
      legend: 'What else was it? (optional)',
      choices: contactFacets.map((value) => ({ value, words: facetWords[value] })),
      values: typedList(values, 'facets'),
      error: errors['facets'],
      size: 's',
      small: true,
    }),
  ])
}

/** Open where something in it was typed or is wrong, so that no mistake is hidden. */
function promiseFields(values: FormValues, errors: FieldErrors): Html {
  const names = ['promised', 'promisedBy', 'promisedBy-day', 'promisedBy-month', 'promisedBy-year']
  const open = names.some((name) => typed(values, name) !== '' || errors[name] !== undefined)
  const fields = html`${input({ name: 'promised', label: 'What did you promise?', value: typed(values, 'promised'), error: errors['promised'], size: 's' })}
${dateInput({ name: 'promisedBy', legend: 'By when?', value: typedDay(values, 'promisedBy'), error: errors['promisedBy'], size: 's' })}`
  return details('You promised something', fields, { id: 'promise', open })
}

export const facetWords: Readonly<Record<ContactFacet, string>> = {
  briefing: 'A briefing',
  feedback: 'Feedback on what we did',
  'written report': 'A written report',
  'safeguarding officer': 'With the safeguarding officer of a school',
  'with NEO': 'Together with the NEO',
  'on priorities': 'On our priorities',
  'problem solving': 'Solving a problem together',
  'key message': 'A key message to pass on',
}
