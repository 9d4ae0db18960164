import type { Force } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  buttonLink,
  checkboxes,
  dateInput,
  errorSummary,
  input,
  insetText,
  radios,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { dayLegends } from './round-days.page.ts'
import { dayNames, inPhaseWords, type Round } from './round.ts'

type OfForce = { readonly site: SiteChrome; readonly force: Force }

/** The rounds of a force, and the years for which one can be opened. */
export function roundsPage({
  site,
  force,
  rounds,
  leaderless,
  years,
}: OfForce & {
  readonly rounds: readonly Round[]
  /** Those whose chair has left. */
  readonly leaderless: readonly Round[]
  readonly years: readonly number[]
}): Html {
  const title = 'Rounds of the panel'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">In a round each member of the panel scores every contract alone. Nobody sees another’s score of a standard before giving their own. Then the panel discusses, moderates, rates and recommends.</p>
${rounds.length === 0 ? html`<p class="govuk-body">There was no round yet.</p>` : html`<ul class="week-list__rows">${rounds.map((round) => roundRow(force, round))}</ul>`}
${leaderless.map(({ id, year }) => insetText(html`Whoever led the panel of ${year} has left. <a class="govuk-link" href="/desk/${force.id}/rounds/${id}/panel">Say who leads it now</a>`))}
${years.map((year) => buttonLink(`Open the round of ${year}`, `/desk/${force.id}/rounds/new?year=${year}`, { kind: 'secondary' }))}
<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/recommendations">Recommendations that are open</a></p>
</div></div>`
  return page({ title: `${title} – ${force.name}`, body, site, before: backLink('/desk', 'Teams and their contracts') })
}

const roundRow = (force: Force, { id, year, phase, opensOn, closesOn, closedOn }: Round): Html =>
  html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><a class="govuk-link" href="/desk/${force.id}/rounds/${id}">Round of ${year}</a></p>
<p class="week-row__why">${closedOn === null ? `It is ${inPhaseWords[phase]}: from ${inWords(opensOn)} to ${inWords(closesOn)}.` : `Closed on ${inWords(closedOn)}.`}</p></div></li>
`

type Choice = { readonly value: string; readonly words: string; readonly hint?: string | undefined }
type NewRoundAsked = OfForce & {
  readonly year: number
  readonly contracts: readonly Choice[]
  readonly people: readonly Choice[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Opening a round: its days, its contracts, its panel. */
export function newRoundPage(asked: NewRoundAsked): Html {
  const { site, force, year, contracts, people, values, errors } = asked
  const title = `Open the round of ${year}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="/desk/${force.id}/rounds/new?year=${year}" novalidate>
<input type="hidden" name="id" value="${typed(values, 'id')}">
${dayNames.map((name) => dateInput({ name, legend: dayLegends[name], value: typedDay(values, name), error: errors[name], size: 's' }))}
${checkboxes({ name: 'contracts', legend: 'Which contracts are judged?', choices: contracts, values: typedList(values, 'contracts'), error: errors['contracts'], size: 's', small: true })}
${checkboxes({ name: 'members', legend: 'Who sits on the panel?', choices: people, values: typedList(values, 'members'), error: errors['members'], size: 's', small: true })}
${radios({ name: 'chairId', legend: 'Who leads it?', choices: people, value: typed(values, 'chairId'), error: errors['chairId'], size: 's', small: true })}
${textarea({ name: 'grades', label: 'Grades', hint: 'One on a line, the best first.', value: typed(values, 'grades'), error: errors['grades'], rows: 6, size: 's' })}
${input({ name: 'answerWithin', label: 'Within how many days is a recommendation to be answered in public?', hint: 'Counted from the day on which the round is closed.', value: typed(values, 'answerWithin'), error: errors['answerWithin'], numeric: true, width: '3', size: 's' })}
${button('Open this round')}
</form>
</div></div>`
  return page({
    title: `${title} – ${force.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/rounds`, 'Rounds of the panel'),
    mistaken: Object.keys(errors).length > 0,
  })
}

/** Where the chair says what the panel asks of each standard. */
export function rubricPage({
  site,
  force,
  round,
  standards,
}: OfForce & {
  readonly round: Round
  readonly standards: readonly { readonly id: string; readonly title: string; readonly criteria: string }[]
}): Html {
  const title = 'What the panel asks of each standard'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Round of ${round.year}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Grades, the best first: ${round.grades.join(', ')}.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/rounds/${round.id}/rubric" novalidate>
${standards.map(({ id, title: words, criteria }) => textarea({ name: `criteria-${id}`, label: `${id} ${words}`, value: criteria, rows: 4, size: 's' }))}
${button('Save')}
</form>
</div></div>`
  const before = backLink(`/desk/${force.id}/rounds/${round.id}`, `Round of ${round.year}`)
  return page({ title: `${title} – Round of ${round.year}`, body, site, before })
}
