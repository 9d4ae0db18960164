import type { Force } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import { inWords } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  details,
  errorSummary,
  insetText,
  notificationBanner,
  radios,
  table,
  textarea,
} from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mark } from '#standings/standing-mark.ts'
import { takenFrom, type Pack, type PackPromise } from '#assessments/packs/pack.ts'
import type { LastYear } from '#assessments/packs/packs.sql.ts'
import { agreementInWords } from './agreement.ts'
import { stateInWords, type RecommendationState } from '#assessments/recommendations/recommendation.ts'
import type { ContractSeat } from '#assessments/rounds/panel-seat.ts'
import type { ContractLine } from '#assessments/rounds/rounds.sql.ts'
import type { Sampled } from '#assessments/packs/sampled-entries.ts'
import { sampledInWords } from '#assessments/packs/sampled-in-words.ts'
import type { Moderated, Score, SeenScore } from './scores.sql.ts'

export type Scoring = ContractSeat & {
  readonly site: SiteChrome
  readonly force: Force
  readonly pack: Pack
  readonly criteria: string | null
  readonly lastYear: LastYear | null
  readonly sample: readonly Sampled[]
  /** How much was recorded since the freeze and does not count; null where nothing was frozen. */
  readonly later: number | null
  readonly own: Score | null
  /** Empty until the member’s own score is submitted. */
  readonly seen: readonly SeenScore[]
  readonly agreement: number | null
  readonly moderated: Moderated | null
  readonly mayModerate: boolean
  readonly mayScore: boolean
  /** Who may judge the contract and has not scored this standard. */
  readonly notScored: readonly string[]
  readonly given: number
  readonly standards: number
  readonly next: string | null
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** One standard before a member of the panel: on the left what there is to know, on the right their score. */
export function scorePage(shown: Scoring): Html {
  const { site, pack, round, contract, errors, refused, given, standards } = shown
  const title = `${pack.standardId} ${pack.title}`
  const body = html`${errorSummary(errors)}${refused !== null && notificationBanner(refused, { title: 'This was not kept' })}
<span class="govuk-caption-l">${contract.teamName}, round of ${round.year}: ${given} of ${standards} scored</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body"><a class="govuk-link" href="#own-score">Go to your score</a></p>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-half">${known(shown)}</div>
<div class="govuk-grid-column-one-half" id="own-score">${isGiven(shown) ? discussion(shown) : scoreForm(shown)}</div>
</div>`
  return page({
    title: `${title} – ${contract.teamName}`,
    body,
    site,
    before: backLink(addressOf(shown), contract.teamName),
    mistaken: Object.keys(errors).length > 0,
  })
}

const addressOf = ({ force, round, contract }: Pick<Scoring, 'force' | 'round' | 'contract'>) =>
  `/desk/${force.id}/rounds/${round.id}/${contract.slug}`

const isGiven = ({ own }: Scoring): boolean => own !== null && own.submittedAt !== null

const lines = (words: string): Html[] => words.split('\n').map((line) => html`<p class="govuk-body">${line}</p>\n`)

function known({ pack, criteria, lastYear, sample, later, contract }: Scoring): Html {
  return html`<h2 class="govuk-heading-m">What the panel asks</h2>
${criteria === null ? html`<p class="govuk-body">Nothing was set for this standard.</p>` : lines(criteria)}
<h2 class="govuk-heading-m">Where it stands</h2>
<p class="govuk-body">${mark(pack.standing)} as at ${inWords(pack.asAt)}, worked out from the evidence alone${pack.frozen !== null && ', frozen when the team handed it in'}.</p>
<ul class="govuk-list govuk-list--spaced">
${pack.promises.map(promiseLine)}</ul>
${pack.selfEvaluation.length > 0 && details('What the team says of itself', html`${pack.selfEvaluation.map(({ words, isAssertion }) => html`<p class="govuk-body">${words}${isAssertion && html` <em>(an assertion)</em>`}</p>`)}`)}
<h2 class="govuk-heading-m">Last year</h2>
${lastYear === null ? html`<p class="govuk-body">No panel judged this standard of the team before.</p>` : lastYearTold(lastYear)}
<h2 class="govuk-heading-m">Evidence drawn by lot</h2>
${sampleTold(pack, sample, contract)}
<p class="govuk-body"><a class="govuk-link" href="${livingContract(contract.contractId)}/standards/${encodeURIComponent(pack.standardId)}?as-at=${pack.asAt}">The standard in the living contract as at ${inWords(pack.asAt)}, with all of its evidence</a>${later !== null && ` (recorded since the freeze, and not judged: ${later.toLocaleString('en-GB')})`}</p>`
}

const promiseLine = ({ text, standing, reason, entries }: PackPromise): Html =>
  html`<li>${mark(standing)} ${text}<br><span class="week-row__why">${reason} ${entries === 1 ? '1 piece' : `${entries} pieces`} of evidence.</span></li>
`

const lastYearTold = ({ year, grade, reason, recommendations }: LastYear): Html =>
  html`<p class="govuk-body"><strong>${grade}</strong> in the round of ${year}. ${reason}</p>
${recommendations.map(({ words, dueOn, state }) => html`<p class="govuk-body">Recommended: ${words} By ${inWords(dueOn)}. <strong>${stateInWords[state as RecommendationState]}.</strong></p>`)}`

function sampleTold(pack: Pack, rows: readonly Sampled[], { contractId, seed }: ContractLine): Html {
  const { sample, drawnFrom, standardId } = pack
  if (sample.length === 0) return html`<p class="govuk-body">There is no evidence to draw from.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${rows.map((row) => html`<li>${sampledInWords(row)} ${entryLink(pack, row.entry, contractId)}</li>\n`)}</ul>
${details('How it was drawn', html`<p class="govuk-body">${sample.length} of ${drawnFrom} entries: those for which the SHA-256 of the seed, the standard and the entry’s number, joined by “/”, comes first.</p><p class="govuk-body">Seed: <code class="dip-check__seed">${seed}/${standardId}</code></p>`)}`
}

/** Where the entry stands among the evidence of its promise, as anybody may read it. */
function entryLink({ sampledFor, asAt }: Pack, entry: number, contractId: string): Html | false {
  const ref = sampledFor?.[entry] ?? ''
  if (ref === '') return false
  const promise = `${livingContract(contractId)}/commitments/${encodeURIComponent(ref)}`
  return html`<a class="govuk-link" href="${promise}?as-at=${asAt}&amp;page=entry-${entry}#entry-${entry}">Open entry ${entry}, behind ${ref}</a>`
}

const livingContract = (contractId: string): string => `/${contractId.replace(/\/(\d+)$/, '/contract/$1')}`

function scoreForm(shown: Scoring): Html {
  const { round, pack, values, errors, mayScore } = shown
  if (!mayScore)
    return html`<h2 class="govuk-heading-m">Your score</h2><p class="govuk-body">You gave no score of this standard, and none is taken now. What the others gave is not shown to you.</p>`
  const choices = round.grades.map((grade) => ({ value: grade, words: capitalised(grade) }))
  return html`<h2 class="govuk-heading-m">Your score</h2>
<form class="desk-form" method="post" action="${addressOf(shown)}/standards/${encodeURIComponent(pack.standardId)}" novalidate>
<input type="hidden" name="readFrom" value="${takenFrom(pack)}">
${radios({ name: 'grade', legend: 'Which grade do you give?', choices, value: typed(values, 'grade'), error: errors['grade'], size: 's' })}
${textarea({ name: 'reason', label: 'Why?', hint: 'If you do not agree with the figures, say why not.', value: typed(values, 'reason'), error: errors['reason'], rows: 5, size: 's' })}
${textarea({ name: 'better', label: 'What would make it better? (optional)', value: typed(values, 'better'), error: errors['better'], rows: 3, size: 's' })}
<p class="govuk-body">Once you submit it, it stays, and you see what the others gave.</p>
<div class="govuk-button-group">${button('Submit my score', { name: 'press', value: 'submit' })}${button('Keep it for later', { name: 'press', value: 'keep', kind: 'secondary' })}</div>
</form>`
}

function discussion(shown: Scoring): Html {
  const { own, seen, agreement, round, next } = shown
  const rows = seen.map(({ name, grade, reason, better }) => [
    name,
    grade,
    html`${reason}${better !== '' && html`<br>Better: ${better}`}`,
  ])
  return html`<h2 class="govuk-heading-m">Your score: ${own?.grade}</h2>
${next !== null && html`<p class="govuk-body"><a class="govuk-link" href="${next}">Go on to the next standard</a></p>`}
<section class="scrolls" tabindex="0" aria-label="What the members gave">${table({ caption: 'What the members gave', captionSize: 's', head: ['Member', 'Grade', 'Why'], rows })}</section>
${insetText(spreadInWords(seen, round.grades))}
<p class="govuk-body">${agreementInWords(agreement)} It is worked out over the standards of this contract that you scored.</p>
${moderation(shown)}`
}

/** From the best to the worst grade that was given. */
function spreadInWords(seen: readonly SeenScore[], grades: readonly string[]): string {
  const given = grades.filter((grade) => seen.some((each) => each.grade === grade))
  const [best, worst] = [given[0], given.at(-1)]
  if (best === undefined || worst === undefined || seen.length < 2) return 'Nobody else has given a score yet.'
  const steps = grades.indexOf(worst) - grades.indexOf(best)
  return steps === 0
    ? `All ${seen.length} gave ${best}.`
    : `From ${best} to ${worst}: ${steps} ${steps === 1 ? 'grade' : 'grades'} apart.`
}

function moderation(shown: Scoring): Html {
  const { moderated, mayModerate, round, pack, values, errors, seen } = shown
  const decided =
    moderated &&
    html`<h2 class="govuk-heading-m">The panel’s score: ${moderated.grade}</h2>${lines(moderated.reason)}${moderated.fewWhy !== null && lines(`Decided with fewer than two scores: ${moderated.fewWhy}`)}`
  if (!mayModerate) return decided ?? nothing
  const choices = round.grades.map((grade) => ({ value: grade, words: capitalised(grade) }))
  return html`${decided}<h2 class="govuk-heading-m">${moderated === null ? 'Moderate it' : 'Put it otherwise'}</h2>
<form class="desk-form" method="post" action="${addressOf(shown)}/standards/${encodeURIComponent(pack.standardId)}/moderate" novalidate>
${radios({ name: 'grade', legend: 'Which grade does the panel give?', choices, value: typed(values, 'grade'), error: errors['grade'], size: 's' })}
${textarea({ name: 'reason', label: 'Why?', hint: 'It is published with the rating, without naming members.', value: typed(values, 'reason'), error: errors['reason'], rows: 5, size: 's' })}
${notScoredTold(shown)}
${seen.length < 2 && textarea({ name: 'fewWhy', label: 'Why does the panel decide with fewer than two scores?', hint: 'It is published beside the grade.', value: typed(values, 'fewWhy'), error: errors['fewWhy'], rows: 3, size: 's' })}
${button('Keep the panel’s score')}
</form>`
}

const notScoredTold = ({ notScored, moderated }: Scoring): Html | false =>
  notScored.length > 0 &&
  moderated === null &&
  insetText(
    `Not scored by ${notScored.join(', ')}. Once the panel’s score is kept, they can no longer give one of this standard.`,
  )
