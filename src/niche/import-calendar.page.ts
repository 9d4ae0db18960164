import type { Team } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { methods } from '#engagements/engagement.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, fileUpload, insetText, select } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { fieldNames, fields, type Headed } from './calendar-columns.ts'
import { columnLetters, type Sheet } from './calendar-sheets.ts'

type Shown = { readonly site: SiteChrome; readonly team: Team }

export const homeOf = (team: Team) => `/desk/${team.id}/events/import`

/** Where somebody chooses the file of a calendar that the team keeps elsewhere. */
export function importCalendarPage({ site, team, error }: Shown & { readonly error?: string | undefined }): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(error === undefined ? {} : { file: error })}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Bring in a calendar</h1>
<p class="govuk-body-l">A spreadsheet of engagements that the team keeps already. What lies ahead is planned; what is over is recorded as held.</p>
<p class="govuk-body">You say what each column means, and see what would come of each row, before anything is saved.</p>
<form class="desk-form" method="post" action="${homeOf(team)}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'file', label: 'Choose an Excel workbook (.xlsx) or a CSV file', hint: 'At most 5 MB and 5,000 rows, without a password.', error, size: 's' })}
${button('Read the file')}
</form>
</div></div>`
  return page({
    title: 'Bring in a calendar',
    body,
    site,
    before: backLink(`/desk/${team.id}/events`, 'Planned engagements'),
    mistaken: error !== undefined,
  })
}

type Columns = Shown & {
  readonly sheets: readonly Sheet[]
  readonly chosen: number
  readonly headed: Headed
  /** The team said before what these headings mean. */
  readonly remembered: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly file: string
  readonly filename: string
}

/** What each column means: as remembered, or as its heading makes likely. */
export function calendarColumnsPage(shown: Columns): Html {
  const { site, team, sheets, chosen, headed, remembered, values, errors, filename } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${filename}, ${sheets[chosen]?.name}</span>
<h1 class="govuk-heading-l">What does each column mean?</h1>
<p class="govuk-body">The headings stand in row ${headed.row}. ${remembered ? 'The team said before what they mean.' : 'What they usually mean is chosen below.'}</p>
${twiceTold(headed)}
${sheets.length > 1 && otherSheet(shown)}
<form class="desk-form" method="post" action="${homeOf(team)}/check" novalidate>
${carriedFields(shown)}
${columnFields(shown)}
${select({
  name: 'otherwise',
  label: 'How are people met where a row does not say?',
  choices: [{ value: '', words: 'Each row says' }, ...methods.map((value) => ({ value, words: capitalised(value) }))],
  value: typed(values, 'otherwise'),
  error: errors['otherwise'],
  size: 's',
})}
${button('Check the rows')}
</form>
</div></div>`
  const mistaken = Object.keys(errors).length > 0
  return page({ title: 'What each column means', body, site, before: backTo(team), mistaken })
}

export const carriedFields = ({ file, filename, chosen }: Pick<Columns, 'file' | 'filename' | 'chosen'>): Html =>
  html`<input type="hidden" name="file" value="${file}">
<input type="hidden" name="filename" value="${filename}">
<input type="hidden" name="sheet" value="${chosen}">`

function otherSheet({ team, sheets, chosen, file, filename }: Columns): Html {
  return html`<form class="desk-form" method="post" action="${homeOf(team)}/sheet" novalidate>
<input type="hidden" name="file" value="${file}">
<input type="hidden" name="filename" value="${filename}">
${select({
  name: 'sheet',
  label: 'Sheet',
  hint: `The file has ${sheets.length} sheets with something in them.`,
  choices: sheets.map(({ name }, n) => ({ value: String(n), words: name })),
  value: String(chosen),
  size: 's',
})}
${button('Read this sheet', { kind: 'secondary' })}
</form>`
}

const choices = [
  { value: '', words: 'Leave this column out' },
  ...fieldNames.map((value) => ({ value, words: fields[value].words })),
]

const columnFields = ({ headed, sheets, chosen, values, errors }: Columns): Html =>
  joined(
    headed.headings.map((heading, n) => {
      const told = samples(sheets[chosen], headed.row, n)
      return select({
        name: `column-${n}`,
        label: `Column ${columnLetters(n)}${heading === '' ? ', without a heading' : `: ${heading}`}`,
        hint: told.length === 0 ? 'Nothing in it' : `For example ${told.join(' · ')}`,
        choices,
        value: typed(values, `column-${n}`),
        error: errors[`column-${n}`],
        size: 's',
      })
    }),
    '\n',
  )

/** The first different things that a column says, so that its meaning can be told without opening the file. */
const samples = (sheet: Sheet | undefined, row: number, column: number): string[] => {
  const cells = (sheet?.rows ?? []).slice(row, row + 50).map((cells) => cells[column] ?? '')
  return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3).map((cell) => cell.slice(0, 60))
}

function twiceTold({ headings }: Headed): Html {
  const twice = headings.filter((heading, n) => heading !== '' && headings.indexOf(heading) < n)
  if (twice.length === 0) return nothing
  const told = [...new Set(twice)].map((heading) => `“${heading}”`).join(', ')
  return insetText(`${told} stands over more than one column: choose which is read.`)
}

export const backTo = (team: Team) => backLink(homeOf(team), 'Bring in a calendar')
