import type { Team } from '#areas/area.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  details,
  errorSummary,
  fileUpload,
  input,
  radios,
  select,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { lawfulBases } from '../key-individual.ts'
import { organisationKinds } from '../organisation.ts'
import { fieldNames, fields } from './network-columns.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }

export const importOf = (team: Team): string => `${networkOf(team.id)}/import`

/** Where somebody chooses a file of people and organisations. */
export function importPage({ site, team, error }: Shown & { readonly error?: string | undefined }): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Bring people and organisations in</h1>
<p class="govuk-body-l">From a spreadsheet or an address book. You see what would come of each row before anything is saved.</p>
<form class="desk-form" method="post" action="${importOf(team)}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose a CSV file or a vCard file (.vcf)', hint: 'At most 48 MB and 200,000 rows. vCards of version 3.0 or 4.0; their notes are left aside.', error, size: 's' })}
${button('Read the file')}
</form>
<p class="govuk-body">The file is kept for a day at most, and goes as soon as it is taken in.</p>
${details('What a column may hold', columnsTold, { id: 'columns' })}
</div></div>`
  return page({
    title: 'Bring people in',
    body,
    site,
    before: backLink(networkOf(team.id), 'Network'),
    mistaken: error !== undefined,
  })
}

const columnsTold = html`<dl class="facts">
${fieldNames.map((name) => html`<dt><code>${name}</code></dt><dd>${fields[name].words}.</dd>\n`)}</dl>`

type Columns = Shown & {
  readonly id: string
  readonly filename: string
  /** Null for a vCard file, whose parts say themselves what they are. */
  readonly headings: readonly string[] | null
  readonly examples: readonly (readonly string[])[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** What each column means, and what holds for all rows: nobody is held without a lawful basis and a purpose. */
export function importColumnsPage(shown: Columns): Html {
  const { site, team, id, filename, headings, errors } = shown
  const title = headings === null ? 'What holds for all of them?' : 'What does each column mean?'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${filename}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${importOf(team)}/${id}" novalidate>
${headings !== null && columnFields(shown, headings)}
${otherwiseFields(shown)}
${button('Check the rows')}
</form>
</div></div>`
  const mistaken = Object.keys(errors).length > 0
  return page({ title, body, site, before: backLink(importOf(team), 'Bring people in'), mistaken })
}

const choices = [
  { value: '', words: 'Leave this column out' },
  ...fieldNames.map((value) => ({ value, words: fields[value].words })),
]

const columnFields = ({ examples, values, errors }: Columns, headings: readonly string[]): Html =>
  joined(
    headings.map((heading, n) => {
      const told = [...new Set(examples.map((cells) => cells[n] ?? '').filter((cell) => cell !== ''))].slice(0, 3)
      return select({
        name: `column-${n}`,
        label: `Column ${n + 1}${heading === '' ? ', without a heading' : `: ${heading}`}`,
        hint:
          told.length === 0
            ? 'Nothing in its first rows'
            : html`For example ${told.map((cell, at) => html`${at > 0 && ' · '}<bdi>${cell.slice(0, 60)}</bdi>`)}`,
        choices,
        value: typed(values, `column-${n}`),
        error: errors[`column-${n}`],
        size: 's',
      })
    }),
    '\n',
  )

const otherwiseFields = ({ values, errors }: Columns): Html =>
  joined([
    input({
      name: 'speaksFor',
      label: 'Whom do they speak for, where a row does not say?',
      hint: 'As the ledger shows it to everybody, such as “residents of Bridport”. Never a name.',
      value: typed(values, 'speaksFor'),
      error: errors['speaksFor'],
      size: 's',
    }),
    select({
      name: 'organisationKind',
      label: 'What kind is an organisation, where a row does not say?',
      choices: [{ value: '', words: 'Choose' }, ...organisationKinds.map((value) => ({ value, words: capitalised(value) }))],
      value: typed(values, 'organisationKind'),
      error: errors['organisationKind'],
      size: 's',
    }),
    radios({
      name: 'lawfulBasis',
      legend: 'Why does the law let us hold them?',
      hint: 'UK GDPR, article 6',
      choices: lawfulBases.map((value) => ({ value, words: capitalised(value) })),
      value: typed(values, 'lawfulBasis'),
      error: errors['lawfulBasis'],
      size: 's',
      small: true,
    }),
    input({ name: 'purpose', label: 'What are they held for?', value: typed(values, 'purpose'), error: errors['purpose'], size: 's' }),
    dateInput({
      name: 'reviewOn',
      legend: 'By when must somebody look at them again?',
      value: typedDay(values, 'reviewOn'),
      error: errors['reviewOn'],
      size: 's',
    }),
  ]) // prettier-ignore
