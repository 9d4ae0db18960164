import type { Neighbourhood, Team } from '#areas/area.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, details, errorSummary, input, select } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { methods } from '../engagement.ts'
import { concernFields, hotspotField, learningFields, promiseFields, qualityFields } from './close-out-fields.page.ts'
import { footfallFields } from './footfall.page.ts'
import type { Hotspot } from './hotspot.ts'
import { reachFields } from '../engagement-fields.page.ts'
import { inOrder } from '../in-order.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Those that no street corner meeting has answered. */
  readonly hotspots: readonly Hotspot[]
  /** Kept in the form, so that sending it twice records it once. */
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What the first screen asks, in its order; all else is optional and lies below it. */
const asked = ['title', 'method', 'heldOn', 'beganAt', 'place', 'footfall', 'reached', 'spokeWith', 'raisedAConcern']

/** The form to record an engagement: what, where, when and how many, then what may be added. */
export function recordEngagementPage(shown: Shown): Html {
  const { site, team, id, errors } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(inOrder(errors, asked))}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Record an engagement</h1>
<form class="desk-form" method="post" action="/desk/${team.id}/engagements/new" novalidate>
<input type="hidden" name="id" value="${id}">
${askedFirst(shown)}
${button('Save the engagement')}
${askedBelow(shown)}
${heardBelow(shown)}
</form>
</div></div>`
  return page({
    title: 'Record an engagement',
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
    assets: ['tally.js'],
  })
}

function askedFirst({ values, errors }: Shown): Html {
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name] })
  return joined(
    [
      input({
        ...field('title'),
        label: 'What was it?',
        hint: 'For example, Saturday market. Never the name of a member of the public.',
        size: 's',
      }),
      select({
        ...field('method'),
        label: 'How did you meet people?',
        choices: [{ value: '', words: 'Choose' }, ...methods.map(choiceOf)],
        size: 's',
      }),
      input({ ...field('place'), label: 'Where?', hint: 'For example, Bucky Doo Square, Bridport', size: 's' }),
      footfallFields(values, errors),
      dateInput({
        name: 'heldOn',
        legend: 'When?',
        value: typedDay(values, 'heldOn'),
        error: errors['heldOn'],
        size: 's',
      }),
      input({
        ...field('beganAt'),
        label: 'What time did it begin? (optional)',
        hint: 'For example, 14:30',
        width: '5',
        size: 's',
      }),
    ],
    '\n',
  )
}

/** Open where something in it was typed or is wrong, so that no mistake is hidden. */
function askedBelow(shown: Shown): Html {
  const names = [
    'neighbourhood',
    'communities',
    'ledBy',
    'advertised',
    'daysAdvertised',
    'volunteerHours',
    ...ticks.map(({ value }) => value),
  ]
  const open = names.some((name) => typed(shown.values, name) !== '' || shown.errors[name] !== undefined)
  const fields = html`${further(shown)}${button('Save with this', { kind: 'secondary' })}`
  return details('Add more, if you know it', fields, { id: 'more', open })
}

/** What closes an engagement; open where something in it was typed or is wrong. */
function heardBelow({ values, errors, hotspots }: Shown): Html {
  const names = ['concern', 'promised', 'promisedTo', 'promisedBy-day', 'learning', 'hotspot']
  const asked = [...names, 'promisedBy', 'footfallMethod', 'footfallConfidence']
  const open = asked.some((name) => typedList(values, name).some((each) => each !== '') || errors[name] !== undefined)
  const fields = html`${qualityFields(values)}
${hotspotField(values, errors, hotspots)}
${concernFields(values, errors, 3)}
${promiseFields(values, errors)}
${learningFields(values, errors)}
${button('Save with what was heard', { kind: 'secondary' })}`
  return details('What was heard, promised and learned', fields, { id: 'heard', open })
}

const ticks = [
  { value: 'keyEvent', words: 'A community event with many visitors' },
  { value: 'volunteers', words: 'Police volunteers took part' },
  { value: 'specialConstables', words: 'Special constables took part' },
  { value: 'ruralCrimeTeam', words: 'The Rural Crime Team took part' },
  { value: 'assessmentCriteria', words: 'Planned with the assessment criteria' },
  { value: 'inNiche', words: 'Entered in Niche' },
] as const

function further({ values, errors, neighbourhoods }: Shown): Html {
  return joined([
    neighbourhoodField(values, errors, neighbourhoods),
    reachFields(
      {
        communities: 'Was it meant to reach a community?',
        ledBy: 'Whose event was it?',
        joined: 'A local event that we joined',
      },
      values,
      errors,
    ),
    input({
      name: 'daysAdvertised',
      label: 'How many days before was it advertised?',
      hint: 'Leave empty where it was not advertised.',
      value: typed(values, 'daysAdvertised'),
      error: errors['daysAdvertised'],
      numeric: true,
      width: '3',
      size: 's',
    }),
    ticks.map(({ value, words }) => tick(value, words, values)),
    input({
      name: 'volunteerHours',
      label: 'How many hours did volunteers and special constables give?',
      hint: 'All of them together. Leave empty where nobody noted it.',
      value: typed(values, 'volunteerHours'),
      error: errors['volunteerHours'],
      width: '4',
      size: 's',
    }),
  ])
}

const tick = (name: string, words: string, values: FormValues): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small desk-form__tick"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="${name}" name="${name}" type="checkbox" value="yes"${typed(values, name) !== '' && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="${name}">${words}</label>
</div></div>
`

function neighbourhoodField(values: FormValues, errors: FieldErrors, neighbourhoods: readonly Neighbourhood[]): Html {
  if (neighbourhoods.length < 2) return nothing
  return select({
    name: 'neighbourhood',
    label: 'In which neighbourhood?',
    choices: [{ value: '', words: 'Not said' }, ...neighbourhoods.map(({ id, name }) => ({ value: id, words: name }))],
    value: typed(values, 'neighbourhood'),
    error: errors['neighbourhood'],
    size: 's',
  })
}

const choiceOf = (value: string) => ({ value, words: capitalised(value) })
