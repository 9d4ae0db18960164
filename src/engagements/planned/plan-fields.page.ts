import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { checkboxes, dateInput, details, input, radios, select, textarea } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { inWords } from '#platform/day.ts'
import { capitalised } from '#platform/capitalised.ts'
import { methods } from '../engagement.ts'
import { reachFields } from '../engagement-fields.page.ts'
import type { OpenPriority } from './linked-priorities.sql.ts'
import type { PlannedEngagement } from './planned-engagement.ts'

/** What it is and how it is held. */
export function whatFields(values: FormValues, errors: FieldErrors): Html {
  const field = fieldOf(values, errors)
  return joined([
    input({ ...field('title'), label: 'What will it be?', hint: 'For example, Saturday market', size: 's' }),
    select({
      ...field('method'),
      label: 'How will you meet people?',
      choices: [{ value: '', words: 'Choose' }, ...methods.map((value) => ({ value, words: capitalised(value) }))],
      size: 's',
    }),
  ])
}

/** What somebody must know before they come. */
export function comingFields(values: FormValues, errors: FieldErrors): Html {
  const field = fieldOf(values, errors)
  return joined([
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
  ])
}

/** Where it is, in words and, if somebody knows, on the ground. */
export function whereFields(values: FormValues, errors: FieldErrors): Html {
  const field = fieldOf(values, errors)
  const degrees = joined([
    input({ ...field('latitude'), label: 'Latitude', hint: 'For example, 50.7336', width: '10', size: 's' }),
    input({ ...field('longitude'), label: 'Longitude', hint: 'For example, -2.7584', width: '10', size: 's' }),
    input({
      ...field('gridReference'),
      label: 'Or grid reference',
      hint: 'For example, SY 466 929',
      width: '10',
      size: 's',
    }),
  ])
  const open = ['latitude', 'longitude', 'gridReference'].some(
    (name) => typed(values, name) !== '' || errors[name] !== undefined,
  )
  return joined([
    input({ ...field('place'), label: 'Where?', hint: 'For example, Bucky Doo Square, Bridport', size: 's' }),
    details('Where it is on the map (optional)', degrees, { open }),
  ])
}

/** Day and time, for a plan and for a date that is moved. */
export function whenFields(values: FormValues, errors: FieldErrors): Html {
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

/** Whom it is meant to reach, whose it is, how big, and which priorities it works on. */
export const furtherFields = (values: FormValues, errors: FieldErrors, priorities: readonly OpenPriority[]): Html =>
  joined([
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
    priorityFields(values, priorities),
  ])

function priorityFields(values: FormValues, priorities: readonly OpenPriority[]): Html {
  if (priorities.length === 0) return nothing
  return checkboxes({
    name: 'priorities',
    legend: 'Which priorities does it work on?',
    choices: priorities.map((one) => ({ value: one.about, words: priorityInWords(one) })),
    values: typedList(values, 'priorities'),
    size: 's',
    small: true,
  })
}

/** A priority by its title, or else by what the ledger calls it; where, and since when. */
export function priorityInWords({ about, title, places, setOn }: OpenPriority): string {
  const where = places.length === 0 ? '' : `, ${places.join(' and ')}`
  const called = title ?? capitalised(about.replace(/^priority\//, '').replaceAll('-', ' '))
  return `${called}${where}, since ${inWords(setOn)}`
}

/** Whether a change is for one date of a series or for the rest of it too; nothing where there is no series. */
export function datesField({ seriesId }: Pick<PlannedEngagement, 'seriesId'>, name: string, values: FormValues): Html {
  if (seriesId === null) return nothing
  return radios({
    name,
    legend: 'For which dates?',
    choices: [
      { value: 'this', words: 'This date alone' },
      { value: 'later', words: 'This date and all later ones of the series' },
    ],
    value: typed(values, name) || 'this',
    size: 's',
    small: true,
  })
}

export const fieldOf = (values: FormValues, errors: FieldErrors) => (name: string) => ({
  name,
  value: typed(values, name),
  error: errors[name],
})
