import type { Force } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { backLink, errorSummary, notificationBanner, table } from '#platform/govuk.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { addressOf } from '../sittings/sitting-shown.ts'
import { cannotSay, type Sitting } from '../sittings/sitting.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'
import { sheetsTaken, type SheetsShown } from './sheets-taken.part.ts'
import type { Sheet } from './sheets.sql.ts'
import { fewestVotes, tallyOf, votesOn, type Counted } from './tally.ts'

type Shown = {
  readonly site: SiteChrome
  readonly force: Force
  readonly sitting: Sitting
  readonly contract: ContractLine
  readonly standards: readonly { readonly standardId: string; readonly title: string }[]
  readonly counted: readonly Counted[]
  readonly comments: readonly { readonly standardId: string | null; readonly comment: string }[]
  /** Too few voted by link: members are told that nobody learns how they voted. */
  readonly isHeldBack: boolean
  readonly sheets: readonly Sheet[]
  readonly values: FormValues
  readonly errors: FieldErrors
  /** Why a sheet was not taken out. */
  readonly refused: string | null
}

/** The votes on one contract, by link, on paper and together; never who gave them. */
export function votesPage(shown: Shown): Html {
  const { site, sitting, contract, standards, comments, isHeldBack, errors, refused } = shown
  const back = `${capitalised(sitting.panel)} of ${inWords(sitting.heldOn)}`
  const body = html`${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'Not now' })}
<span class="govuk-caption-l">${back}</span>
<h1 class="govuk-heading-l">${contract.teamName}</h1>
<p class="govuk-body">Each figure is: by link + on paper = together. Under ${fewestVotes} votes nothing is a verdict.</p>
${isHeldBack && html`<p class="govuk-body">How members voted by link, and what they wrote, is shown once ${fewestVotes} of them have voted: before that you could tell who chose what.</p>\n`}${scaleTable(shown, { caption: 'Each standard', scale: sitting.choices, rows: standards.map((each) => ({ id: each.standardId, words: `${each.standardId} ${each.title}` })) })}
${scaleTable(shown, { caption: 'The whole contract', scale: sitting.grades, rows: [{ id: null, words: 'The whole' }] })}
<h2 class="govuk-heading-m">What was written</h2>
${comments.length === 0 ? html`<p class="govuk-body">Nobody wrote anything.</p>` : html`<ul class="govuk-list govuk-list--bullet">${comments.map(({ standardId, comment }) => html`<li>${standardId ?? 'The whole'}: <span class="received__words">${comment}</span></li>\n`)}</ul>`}
${sheetsTaken(sheetsShown(shown))}`
  return page({
    title: `${contract.teamName} – ${back}`,
    body,
    site,
    before: backLink(addressOf(shown), back),
    mistaken: Object.keys(errors).length > 0,
  })
}

const sheetsShown = (shown: Shown): SheetsShown => ({
  ...shown,
  isClosed: shown.sitting.closedOn !== null,
  timeZone: shown.force.timeZone,
  action: `${addressOf(shown)}/${shown.contract.slug}/take-out`,
})

type Asked = {
  readonly caption: string
  readonly scale: readonly string[]
  readonly rows: readonly { readonly id: string | null; readonly words: string }[]
}

function scaleTable({ contract, counted, isHeldBack }: Shown, { caption, scale, rows }: Asked): Html {
  const head = ['Asked', ...scale.map(capitalised), capitalised(cannotSay), 'Verdict']
  const cells = rows.map(({ id, words }) => {
    const votes = votesOn(counted, contract.contractId, id)
    const figure = (choice: string) => {
      const of = (isPaper: boolean) => sum(votes.filter((each) => each.choice === choice && each.isPaper === isPaper))
      return isHeldBack ? `? + ${of(true)} = ?` : `${of(false)} + ${of(true)} = ${of(false) + of(true)}`
    }
    const { verdict } = tallyOf(scale, votes)
    return [words, ...[...scale, cannotSay].map(figure), (isHeldBack ? null : verdict) ?? 'None yet']
  })
  return html`<section class="scrolls" tabindex="0" aria-label="${caption}">${table({ caption, head, rows: cells })}</section>`
}

const sum = (votes: readonly Counted[]): number => votes.reduce((total, each) => total + each.votes, 0)
