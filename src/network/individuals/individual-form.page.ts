import type { Neighbourhood, Team } from '#areas/area.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  dateInput,
  errorSummary,
  input,
  radios,
  select,
  textarea,
} from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { lawfulBases, waysToReach } from '../key-individual.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Kept in the form, so that sending it twice keeps one person. */
  readonly id: string
  readonly isNew: boolean
  /** The organisation whose post they hold, to come back to; empty where none was named. */
  readonly organisationId: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The form to add a key individual, or to change what is held about one. */
export function individualFormPage(shown: Shown): Html {
  const { site, team, id, isNew, organisationId, errors } = shown
  const network = networkOf(team.id)
  const title = isNew ? 'Add a key individual' : 'Change what is held about a key individual'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">They may ask at any time to see what you write here.</p>
<form class="desk-form" method="post" action="${network}/individuals/${isNew ? 'new' : `${id}/change`}" novalidate>
<input type="hidden" name="id" value="${id}">
<input type="hidden" name="organisation" value="${organisationId}">
${whoTheyAre(shown)}
${howToReachThem(shown)}
${whyWeHoldIt(shown)}
${button('Save')}
</form>
</div></div>`
  const before = isNew ? backLink(network, 'Network') : backLink(`${network}/individuals/${id}`, 'Back')
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const fieldOf =
  ({ values, errors }: Shown) =>
  (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })

function whoTheyAre(shown: Shown): Html {
  const field = fieldOf(shown)
  return joined([
    input({ ...field('name'), label: 'Name', autocomplete: 'off' }),
    input({
      ...field('speaksFor'),
      label: 'Whom or what do they speak for?',
      hint: 'For example, traders of Bridport. Never a name: the public ledger shows it.',
    }),
    shown.isNew
      ? standsFor(field)
      : html`<input type="hidden" name="standsFor" value="${typed(shown.values, 'standsFor')}">`,
    input({
      ...field('tags'),
      label: 'Tags (optional)',
      hint: 'With commas between them. Never faith, ethnicity, health, politics or whom they love: those are sensitive facts.',
    }),
    neighbourhoodsField(shown),
  ])
}

const standsFor = (field: ReturnType<typeof fieldOf>): Html =>
  radios({
    ...field('standsFor'),
    legend: 'With whom do you keep in touch?',
    choices: [
      { value: 'themselves', words: 'With this person', hint: 'Contact counts for what they speak for.' },
      {
        value: 'a post',
        words: 'With whoever holds the post they hold now',
        hint: 'Such as the clerk of a council. Contact counts for the post, whoever comes after.',
      },
    ],
    small: true,
  })

function neighbourhoodsField({ neighbourhoods, values }: Shown): Html {
  if (neighbourhoods.length < 2) return nothing
  return checkboxes({
    name: 'neighbourhoods',
    legend: 'In which neighbourhoods? (optional)',
    choices: neighbourhoods.map(({ id, name }) => ({ value: id, words: name })),
    values: typedList(values, 'neighbourhoods'),
    size: 's',
    small: true,
  })
}

function howToReachThem(shown: Shown): Html {
  const field = fieldOf(shown)
  return html`<h2 class="govuk-heading-m">How to reach them</h2>
${joined([
  input({ ...field('email'), label: 'E-mail address (optional)', type: 'email', autocomplete: 'off' }),
  input({ ...field('telephone'), label: 'Telephone (optional)', type: 'tel', width: '20', autocomplete: 'off' }),
  textarea({ ...field('address'), label: 'Address (optional)', rows: 3 }),
  select({
    ...field('reachBy'),
    label: 'How do they like to be reached?',
    choices: [{ value: '', words: 'Nobody has asked yet' }, ...waysToReach.map(choiceOf)],
  }),
  input({
    ...field('languages'),
    label: 'Languages (optional)',
    hint: 'Those in which they like to talk, with commas between them.',
  }),
])}`
}

function whyWeHoldIt(shown: Shown): Html {
  const field = fieldOf(shown)
  const day = (name: string, legend: string, hint: string) =>
    dateInput({ name, legend, hint, value: typedDay(shown.values, name), error: shown.errors[name], size: 's' })
  return html`<h2 class="govuk-heading-m">Why we hold it</h2>
${joined([
  select({ ...field('lawfulBasis'), label: 'Lawful basis', choices: lawfulBases.map(choiceOf) }),
  input({ ...field('purpose'), label: 'Purpose' }),
  day('toldOn', 'When were they told that we hold it? (optional)', 'Leave it empty where nobody has told them yet.'),
  day('reviewOn', 'By when must somebody look at it again?', 'Whatever is not needed then goes.'),
])}`
}

const choiceOf = (value: string) => ({ value, words: capitalised(value) })
