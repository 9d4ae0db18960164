import type { Force } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, input, notificationBanner, radios, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { offered } from '../verdict/outcome.ts'
import { addressOf } from '../sittings/sitting-shown.ts'
import type { Sitting } from '../sittings/sitting.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'
import { choiceField, commentField } from './vote.form.ts'
import { wholeAsked } from './vote.page.ts'

type OfContract = {
  readonly site: SiteChrome
  readonly force: Force
  readonly sitting: Sitting
  readonly contract: ContractLine
  readonly standards: readonly { readonly standardId: string; readonly title: string }[]
}

type Keying = OfContract & {
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
  /** The number of the sheet that was just kept. */
  readonly kept: string | null
}

/** Where a sheet of paper is keyed in, as it was filled in. */
export function paperPage(shown: Keying): Html {
  const { site, sitting, contract, standards, values, errors, refused, kept } = shown
  const title = 'Key in a sheet'
  const at = addressOf(shown)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}${kept !== null && notificationBanner(`Sheet ${kept} is kept. Key in the next.`, { success: true })}
<span class="govuk-caption-l">${contract.teamName}, ${nameOf(sitting)}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${at}/${contract.slug}/paper" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}">
${input({ name: 'sheet', label: 'Number on the sheet', value: typed(values, 'sheet'), error: errors['sheet'], numeric: true, width: '4', size: 's' })}
${standards.map(({ standardId, title: words }) => question(shown, choiceField(standardId), commentField(standardId), `${standardId} ${words}`, sitting.choices))}
${question(shown, 'grade', 'comment', wholeAsked(sitting.panel, english).text, sitting.grades)}
${button('Keep this sheet')}
</form>
</div></div>`
  const before = backLink(at, nameOf(sitting))
  return page({
    title: `${title} – ${contract.teamName}`,
    body,
    site,
    before,
    mistaken: Object.keys(errors).length > 0,
  })
}

const nameOf = ({ panel, heldOn }: Sitting): string => `${capitalised(panel)} of ${inWords(heldOn)}`

function question({ values, errors }: Keying, name: string, comment: string, legend: string, scale: readonly string[]) {
  const choices = offered(scale).map((value) => ({ value, words: capitalised(value) }))
  return html`${radios({ name, legend, choices, value: typed(values, name), error: errors[name], size: 's', small: true })}
${textarea({ name: comment, label: 'What they wrote (optional)', value: typed(values, comment), error: errors[comment], rows: 2 })}`
}

/** Numbered sheets to print, one page each: whoever fills one in stays unnamed. */
export function sheetsPage(shown: OfContract & { readonly numbers: readonly number[] }): Html {
  const { site, sitting, contract, numbers } = shown
  const title = `Sheets for ${contract.teamName}`
  const body = html`<div class="no-print"><h1 class="govuk-heading-l"><span class="govuk-caption-l">${nameOf(sitting)}</span> ${title}</h1>
<p class="govuk-body">Print this page: it is ${numbers.length} sheets, numbered from ${numbers[0]} to ${numbers.at(-1)}.</p>
<form class="desk-form" method="get" action="${addressOf(shown)}/${contract.slug}/sheets">
${input({ name: 'from', label: 'First number', value: String(numbers[0]), numeric: true, width: '4' })}
${input({ name: 'sheets', label: 'How many sheets?', value: String(numbers.length), numeric: true, width: '3' })}
${button('Show these sheets', { kind: 'secondary' })}
</form></div>
${numbers.map((number) => sheet(shown, number))}`
  return page({ title, body, site, before: backLink(addressOf(shown), nameOf(sitting)) })
}

const sheet = ({ sitting, contract, standards }: OfContract, number: number): Html =>
  html`<section class="paper-sheet" aria-label="Sheet ${number}">
<p class="govuk-body-l"><strong>Sheet ${number}.</strong> ${contract.teamName}: the contract of ${sitting.year}. ${capitalised(sitting.panel)}, ${inWords(sitting.heldOn)}.</p>
<p class="govuk-body">Did the team keep its word? Tick one in each line. Please write no names.</p>
${ticks(
  standards.map(({ title }) => title),
  offered(sitting.choices),
)}
<p class="govuk-body">${wholeAsked(sitting.panel, english)}</p>
${ticks(['The whole contract'], offered(sitting.grades))}
<p class="govuk-body">What else do you want to say?</p><p class="paper-sheet__lines"></p>
</section>
`

const ticks = (lines: readonly string[], choices: readonly string[]): Html =>
  html`<ul class="paper-sheet__ticks">${lines.map((line) => html`<li><span>${line}</span> ${choices.map((choice) => html`<span class="paper-sheet__choice">☐ ${capitalised(choice)}</span> `)}</li>\n`)}</ul>`
