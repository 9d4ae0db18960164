import type { Team } from '#areas/area.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, input, select } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { organisationKinds } from '../organisation.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  /** Kept in the form, so that sending it twice keeps one organisation. */
  readonly id: string
  readonly isNew: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The form to add an organisation, or to change what is held about one. */
export function organisationFormPage(shown: Shown): Html {
  const { site, team, id, isNew, values, errors } = shown
  const network = networkOf(team.id)
  const title = isNew ? 'Add an organisation' : 'Change what is held about an organisation'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${network}/organisations/${isNew ? 'new' : `${id}/change`}" novalidate>
<input type="hidden" name="id" value="${id}">
${isNew ? kindField(values, errors) : html`<p class="govuk-body">${capitalised(typed(values, 'kind'))}</p>`}
${fields(values, errors)}
${button('Save')}
</form>
</div></div>`
  const before = isNew ? backLink(network, 'Network') : backLink(`${network}/organisations/${id}`, 'Back')
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const kindField = (values: FormValues, errors: FieldErrors): Html =>
  select({
    name: 'kind',
    label: 'What is it?',
    choices: [
      { value: '', words: 'Choose' },
      ...organisationKinds.map((value) => ({ value, words: capitalised(value) })),
    ],
    value: typed(values, 'kind'),
    error: errors['kind'],
    size: 's',
  })

function fields(values: FormValues, errors: FieldErrors): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  const day = (name: string, legend: string) =>
    dateInput({ name, legend, value: typedDay(values, name), error: errors[name], size: 's' })
  return joined([
    input({
      ...field('name'),
      label: 'Name',
      hint: 'As a contract names it, such as Bridport Town Council: promises made to it are then kept by what you log.',
    }),
    input({ ...field('place'), label: 'Place (optional)' }),
    input({ ...field('postcode'), label: 'Postcode (optional)', width: '10' }),
    input({ ...field('website'), label: 'Web address (optional)', type: 'url' }),
    input({
      ...field('members'),
      label: 'How many members? (optional)',
      hint: 'For a watch scheme.',
      numeric: true,
      width: '5',
    }),
    input({ ...field('tags'), label: 'Tags (optional)', hint: 'With commas between them. They are never public.' }),
    day('opensOn', 'When did it open? (optional)'),
    day('closesOn', 'When does it close? (optional)'),
  ])
}
