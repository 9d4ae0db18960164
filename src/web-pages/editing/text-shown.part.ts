import { clockAt } from '#engagements/planned/planned-engagement.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { dateInput, input } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { readMarkup, showMarkup } from './markup.ts'
import { sectionInWords, type TextSection } from './page-text.ts'

type Shown = { readonly section: TextSection | null; readonly title: string; readonly words: string }

/** A text as the public will see it, in a frame that tells it from the desk around it. */
export const asThePublicSees = ({ section, title, words }: Shown): Html =>
  html`<section class="page-preview" aria-label="As the public will see it"><h2 class="govuk-heading-l">${section === null ? title : sectionInWords[section]}</h2>
${showMarkup(readMarkup(words))}</section>
`

/** `2 August 2027, 09:30`. */
export const instantInWords = (at: Date, timeZone: string): string =>
  `${inWords(dayAt(at, timeZone))}, ${clockAt(at, timeZone)}`

/** The questions from when a text is shown. */
export const fromQuestions = (values: FormValues, errors: FieldErrors): Html =>
  joined([
    dateInput({
      name: 'from',
      legend: 'Show it from (optional)',
      hint: 'Leave this empty to show it as soon as it is published.',
      value: typedDay(values, 'from'),
      error: errors['from'],
      size: 's',
    }),
    input({
      name: 'fromTime',
      label: 'At what time? (optional)',
      hint: 'For example 09:30. Without one, from the beginning of that day.',
      value: typed(values, 'fromTime'),
      error: errors['fromTime'],
      width: '5',
      size: 's',
    }),
  ])
