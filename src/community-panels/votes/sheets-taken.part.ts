import { dayAt, inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, input, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Sheet } from './sheets.sql.ts'

export type SheetsShown = {
  readonly sheets: readonly Sheet[]
  readonly isClosed: boolean
  readonly timeZone: string
  /** Where a sheet is taken out. */
  readonly action: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Which sheets count and which were taken out; until the sitting is closed, one that was keyed in wrongly can be. */
export function sheetsTaken(shown: SheetsShown): Html | false {
  const { sheets, isClosed, timeZone } = shown
  if (sheets.length === 0) return false
  const counting = sheets.filter(({ withdrawnAt }) => withdrawnAt === null)
  return html`<h2 class="govuk-heading-m">Sheets that were keyed in</h2>
<p class="govuk-body">${counting.length === 0 ? 'None counts.' : `These count: ${counting.map(({ sheet }) => sheet).join(', ')}.`}</p>
${sheets.map((sheet) => takenOut(sheet, timeZone))}${!isClosed && counting.length > 0 && takingOut(shown, counting)}`
}

const takenOut = ({ sheet, withdrawnAt, withdrawnWhy }: Sheet, timeZone: string): Html | false =>
  withdrawnAt !== null &&
  html`<p class="govuk-body">Sheet ${sheet} was taken out on ${inWords(dayAt(withdrawnAt, timeZone))}: <span class="received__words">${withdrawnWhy}</span></p>\n`

function takingOut({ action, values, errors }: SheetsShown, counting: readonly Sheet[]): Html {
  const choices = counting.map(({ voteId, sheet }) => ({ value: voteId, words: `Sheet ${sheet}` }))
  return html`<form class="desk-form" method="post" action="${action}" novalidate>
<h3 class="govuk-heading-s">Take out a sheet that was keyed in wrongly</h3>
<p class="govuk-body">It is kept with your reason and counts no more. Its number can be keyed in again.</p>
${select({ name: 'voteId', label: 'Which?', choices: [{ value: '', words: 'Choose a sheet' }, ...choices], value: typed(values, 'voteId'), error: errors['voteId'] })}
${input({ name: 'why', label: 'Why? Please name nobody.', value: typed(values, 'why'), error: errors['why'] })}
${button('Take it out', { kind: 'secondary' })}
</form>`
}
