import { notJudgedInWords } from '#contract-year/freeze/not-judged-in-words.ts'
import type { DaysNotJudged } from '#contract-year/freezes.sql.ts'
import type { Force } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  errorSummary,
  insetText,
  notificationBanner,
  radios,
  select,
  table,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { agreementInWords } from './agreement.ts'
import { isSuperseded, sentBackWords } from '#assessments/packs/pack.ts'
import type { StandardLine } from '#assessments/packs/packs.sql.ts'
import type { ContractLine } from '#assessments/rounds/rounds.sql.ts'
import type { ContractSeat } from '#assessments/rounds/panel-seat.ts'
import type { Rating } from '#assessments/ratings/ratings.sql.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { mayStep } from '#assessments/rounds/round.ts'

export type ContractShown = ContractSeat & {
  readonly site: SiteChrome
  readonly force: Force
  readonly standards: readonly StandardLine[]
  readonly notJudged: DaysNotJudged | null
  readonly agreement: number | null
  readonly rating: Rating | null
  readonly dissents: number
  readonly recommendations: readonly Recommendation[]
  readonly owners: readonly { readonly value: string; readonly words: string }[]
  /** What is sent with the form that recommends. */
  readonly newId: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
  /** Which of the forms has the mistakes. */
  readonly form: 'conflict' | 'rating' | 'dissent' | 'recommend' | null
}

/** One contract before a member: its standards and how far they are; later the rating of the whole. */
export function contractPage(shown: ContractShown): Html {
  const { site, round, contract, errors, refused, standards } = shown
  const given = standards.filter(({ isGiven }) => isGiven).length
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">Round of ${round.year}</span>
<h1 class="govuk-heading-l">${contract.teamName}</h1>
${shown.notJudged !== null && insetText(notJudgedInWords(shown.notJudged, english))}
${freezeTold(contract)}
${round.phase === 'set up' ? html`<p class="govuk-body-l">The pack opens when scoring begins.</p>` : html`<p class="govuk-body-l">${given} of ${standards.length} scored.</p>${packLinks(shown)}${standardTable(shown)}`}
${round.phase !== 'set up' && given > 0 && html`<p class="govuk-body">${agreementInWords(shown.agreement)} It is worked out over the standards that you scored.</p>`}
${ratingPart(shown)}${dissentPart(shown)}${recommendationPart(shown)}${conflictPart(shown)}
</div></div>`
  return page({
    title: `${contract.teamName} – Round of ${round.year}`,
    body,
    site,
    before: backLink(`/desk/${shown.force.id}/rounds/${round.id}`, `Round of ${round.year}`),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** Where the contract went back to its team, or was frozen after somebody had scored it. */
function freezeTold(contract: ContractLine): Html | false {
  if (contract.isSentBack) return insetText(sentBackWords)
  return (
    isSuperseded(contract) &&
    insetText(
      'Its team froze this contract after a member had scored it. The panel goes on with the pack that was scored.',
    )
  )
}

const packLinks = (shown: ContractShown): Html =>
  html`<p class="govuk-body">The whole pack to take along: <a class="govuk-link" href="${addressOf(shown)}/pack.pdf">PDF</a>, <a class="govuk-link" href="${addressOf(shown)}/pack.docx" download>Word</a>, <a class="govuk-link" href="${addressOf(shown)}/pack.pdf?size=large">PDF in large print</a> or <a class="govuk-link" href="${addressOf(shown)}/pack.docx?size=large" download>Word in large print</a>. No score is in it.</p>
`

const addressOf = ({ force, round, contract }: ContractShown) => `/desk/${force.id}/rounds/${round.id}/${contract.slug}`

const of = (shown: ContractShown, form: ContractShown['form']) =>
  shown.form === form ? { values: shown.values, errors: shown.errors } : { values: {}, errors: {} as FieldErrors }

function standardTable(shown: ContractShown): Html {
  const rows = shown.standards.map(({ standardId, title, isGiven, isBegun, moderated }) => [
    html`<a class="govuk-link" href="${addressOf(shown)}/standards/${encodeURIComponent(standardId)}">${standardId} ${title}</a>`,
    isGiven ? tag('Given', 'green') : isBegun ? tag('Begun', 'yellow') : tag('Not yet', 'grey'),
    moderated ?? (isGiven ? 'Not yet' : ''),
  ])
  return html`<section class="scrolls" tabindex="0" aria-label="Standards">${table({ caption: 'Standards', head: ['Standard', 'Your score', 'Moderated'], rows })}</section>`
}

function ratingPart(shown: ContractShown): Html | false {
  const { round, seat, rating } = shown
  const told =
    rating && html`<h2 class="govuk-heading-m">Rated ${rating.grade}</h2><p class="govuk-body">${rating.reason}</p>`
  if (!mayStep('rate a contract', round.phase, seat)) return told ?? false
  const { values, errors } = of(shown, 'rating')
  const choices = round.grades.map((grade) => ({ value: grade, words: capitalised(grade) }))
  return html`${told}<h2 class="govuk-heading-m">${rating === null ? 'Rate the whole contract' : 'Rate it otherwise'}</h2>
<form class="desk-form" method="post" action="${addressOf(shown)}/rating" novalidate>
${radios({ name: 'grade', legend: 'How does the panel rate it?', choices, value: typed(values, 'grade'), error: errors['grade'], size: 's', small: true })}
${textarea({ name: 'reason', label: 'Why?', hint: 'It is the letter to the team, and public.', value: typed(values, 'reason'), error: errors['reason'], rows: 5, size: 's' })}
${button('Keep this rating')}
</form>`
}

function dissentPart(shown: ContractShown): Html | false {
  const { round, seat, rating, dissents } = shown
  if (rating === null || !mayStep('dissent', round.phase, seat)) return false
  const { values, errors } = of(shown, 'dissent')
  return html`<h2 class="govuk-heading-m">Do you not agree?</h2>
<p class="govuk-body">${dissents === 0 ? 'Nobody has dissented.' : dissents === 1 ? 'One member has dissented.' : `${dissents} members have dissented.`} What you say is published beside the rating, without your name.</p>
<form class="desk-form" method="post" action="${addressOf(shown)}/dissent" novalidate>
${textarea({ name: 'words', id: errors['words'] ? 'words' : 'dissent-words', label: 'What do you hold instead?', value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${button('Keep my dissent', { kind: 'secondary' })}
</form>`
}

function recommendationPart(shown: ContractShown): Html | false {
  const { round, seat, recommendations } = shown
  const may = mayStep('recommend', round.phase, seat)
  if (!may && recommendations.length === 0) return false
  return html`<h2 class="govuk-heading-m">Recommendations</h2>
${recommendations.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="govuk-list govuk-list--spaced">${recommendations.map(recommended)}</ul>`}
${may && recommendForm(shown)}`
}

const recommended = ({ standardId, words, closedBy, ownerName, dueOn }: Recommendation): Html =>
  html`<li>${standardId}: ${words} ${ownerName} by ${inWords(dueOn)}. Closed by: ${closedBy}</li>
`

function recommendForm(shown: ContractShown): Html {
  const { values, errors } = of(shown, 'recommend')
  const standards = shown.standards.map(({ standardId, title }) => ({
    value: standardId,
    words: `${standardId} ${title}`,
  }))
  return html`<form class="desk-form" method="post" action="${addressOf(shown)}/recommendations" novalidate>
<input type="hidden" name="id" value="${shown.newId}">
${select({ name: 'standardId', label: 'Which standard is it about?', choices: standards, value: typed(values, 'standardId'), error: errors['standardId'], size: 's' })}
${textarea({ name: 'words', id: shown.form === 'dissent' ? 'recommend-words' : 'words', label: 'What do you recommend?', value: typed(values, 'words'), error: errors['words'], rows: 3, size: 's' })}
${textarea({ name: 'closedBy', label: 'What evidence would show that it is done?', value: typed(values, 'closedBy'), error: errors['closedBy'], rows: 2, size: 's' })}
${select({ name: 'ownerId', label: 'Who owns it?', choices: shown.owners, value: typed(values, 'ownerId'), error: errors['ownerId'], size: 's' })}
${dateInput({ name: 'dueOn', legend: 'By when?', value: typedDay(values, 'dueOn'), error: errors['dueOn'], size: 's' })}
${button('Recommend this', { kind: 'secondary' })}
</form>`
}

function conflictPart(shown: ContractShown): Html | false {
  if (!mayStep('declare a conflict', shown.round.phase, shown.seat)) return false
  const { values, errors } = of(shown, 'conflict')
  return html`<h2 class="govuk-heading-m">Do you have a conflict of interest?</h2>
<p class="govuk-body">If you know the team too well to judge it, say so. Its pack and its scores are then closed to you, and this cannot be undone in this round.</p>
<form class="desk-form" method="post" action="${addressOf(shown)}/conflict" novalidate>
${textarea({ name: 'why', label: 'What is the conflict?', value: typed(values, 'why'), error: errors['why'], rows: 2, size: 's' })}
${button('Declare it', { kind: 'secondary' })}
</form>`
}
