import { roleInWords } from '#people/person.ts'
import { inWords, dayAt } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  button,
  buttonLink,
  dateInput,
  input,
  pagination,
  radios,
  select,
  summaryList,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { deskPage, type DeskShown } from './desk-page.page.ts'
import { readingPurposes, sensitiveCategories, type SensitiveFact } from './sensitive-fact.ts'
import type { ReadingLine } from './sensitive-facts.sql.ts'

type Shown = Omit<DeskShown, 'title'> & { readonly address: string }
type FormShown = Shown & { readonly values: FormValues; readonly errors: FieldErrors }

/** The question before sensitive facts are shown, each time; nothing is told here, not even whether there are any. */
export function askPurposePage(shown: FormShown): Html {
  const { values, errors, address } = shown
  return deskPage(
    { ...shown, title: 'What do you need the sensitive facts for?' },
    html`${warningText('Your name, the day and your answer are written down. The person sees them in a copy of their record.')}
<form class="desk-form" method="post" action="${address}/sensitive" novalidate>
${radios({
  name: 'purpose',
  legend: 'Purpose',
  choices: readingPurposes.map((value) => ({ value, words: capitalised(value) })),
  value: typed(values, 'purpose'),
  error: errors['purpose'],
  size: 's',
})}
${input({ name: 'words', label: 'In your own words (needed for another purpose)', value: typed(values, 'words'), error: errors['words'], size: 's' })}
${button('Open')}
</form>
<p class="govuk-body"><a class="govuk-link" href="${address}/sensitive/new">Add a sensitive fact</a></p>`,
  )
}

/** The sensitive facts of somebody, once their purpose was asked. */
export const sensitiveFactsPage = (shown: Shown & { readonly facts: readonly SensitiveFact[] }): Html =>
  deskPage(
    { ...shown, title: 'Sensitive facts' },
    html`<p class="govuk-body">That you opened these is written down. Ask yourself of each whether it must be held.</p>
${shown.facts.length === 0 && html`<p class="govuk-body">None are held.</p>`}
${shown.facts.map((fact) => factOf(fact, shown.address))}
${buttonLink('Add a sensitive fact', `${shown.address}/sensitive/new`, { kind: 'secondary' })}`,
  )

const factOf = ({ id, category, words, reason, reviewOn }: SensitiveFact, address: string): Html =>
  html`${summaryList([
    { key: capitalised(category), value: words },
    { key: 'Why it is held', value: reason },
    { key: 'Look at it again by', value: inWords(reviewOn) },
  ])}
<form method="post" action="${address}/sensitive/${id}/erase">
${button(html`Remove it<span class="govuk-visually-hidden">: ${category}</span>`, { kind: 'warning' })}
</form>
`

export function addSensitivePage(shown: FormShown & { readonly id: string }): Html {
  const { values, errors, address, id } = shown
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return deskPage(
    { ...shown, title: 'Add a sensitive fact' },
    html`<p class="govuk-body">Only where keeping in touch cannot do without it. It appears in no list, search or export, and the person sees it.</p>
<form class="desk-form" method="post" action="${address}/sensitive/new" novalidate>
<input type="hidden" name="id" value="${id}">
${select({
  ...field('category'),
  label: 'Category',
  choices: [
    { value: '', words: 'Choose' },
    ...sensitiveCategories.map((value) => ({ value, words: capitalised(value) })),
  ],
})}
${textarea({ ...field('words'), label: 'What must be known?', rows: 3 })}
${textarea({ ...field('reason'), label: 'Why must it be held?', hint: 'For example, they asked us to meet them outside the month of fasting.', rows: 3 })}
${dateInput({ name: 'reviewOn', legend: 'By when must somebody look at it again?', hint: 'Within a year.', value: typedDay(values, 'reviewOn'), error: errors['reviewOn'], size: 's' })}
${button('Save')}
</form>`,
  )
}

type LogShown = Omit<DeskShown, 'title'> & {
  readonly lines: readonly ReadingLine[]
  readonly timeZone: string
  readonly network: string
  readonly stretch: { readonly current: number; readonly pages: number }
}

/** Who opened the sensitive facts of whom, and what for. */
export const readingsPage = (shown: LogShown): Html =>
  deskPage(
    { ...shown, title: 'Who opened sensitive facts' },
    html`${shown.lines.length === 0 && html`<p class="govuk-body">Nobody has opened any.</p>`}
<ul class="week-list__rows">
${shown.lines.map((line) => readingRow(line, shown))}</ul>
${pagination({ label: 'Readings', ...shown.stretch, hrefOf: (n) => `${shown.network}/readings?page=${n}` })}`,
  )

const readingRow = (line: ReadingLine, { timeZone, network }: LogShown): Html =>
  html`<li class="week-row"><div class="week-row__told">
<p class="week-row__what">${line.name === null ? 'Somebody who was erased' : html`<a class="govuk-link" href="${network}/individuals/${line.keyIndividualId}"><bdi>${line.name}</bdi></a>`}</p>
<p class="week-row__facts"><span>${inWords(dayAt(line.at, timeZone))}</span> <span>${line.reader ?? 'Somebody who left'}${line.role !== null && `, ${roleInWords[line.role]}`}</span></p>
<p class="week-row__why">${capitalised(line.purpose)}${line.words !== '' && `: ${line.words}`}</p>
</div></li>
`
