import type { Force, Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  details,
  errorSummary,
  input,
  notificationBanner,
  radios,
  summaryList,
  tag,
  textarea,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { findings, rightOf, type DipCheck, type DipCheckItem, type Finding } from './dip-check.ts'
import type { DipCheckLine } from './dip-checks.sql.ts'

type OfForce = { readonly site: SiteChrome; readonly force: Force }

/** Past dip-checks of a force, and drawing the next page (D7.1). */
export function dipChecksPage(
  shown: OfForce & { readonly id: string; readonly checks: readonly DipCheckLine[]; readonly maySet: boolean },
): Html {
  const { site, force, id, checks, maySet } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">Dip-checks of team pages</h1>
<p class="govuk-body">A page is drawn by lot among all teams. You look at it as the public does and answer a few questions; what is wrong goes to the team to be put right.</p>
<form method="post" action="/desk/${force.id}/dip-check"><input type="hidden" name="id" value="${id}">${button('Draw a page')}</form>
${maySet && html`<p class="govuk-body"><a class="govuk-link" href="/desk/${force.id}/settings/dip-check">Questions that are asked</a></p>`}
<h2 class="govuk-heading-m">So far</h2>
${checks.length === 0 ? html`<p class="govuk-body">No page was looked at yet.</p>` : html`<ul class="week-list__rows">${checks.map((check) => row(force, check))}</ul>`}
</div></div>`
  return page({
    title: `Dip-checks of team pages – ${force.name}`,
    body,
    site,
    before: backLink('/desk', 'Choose a team'),
  })
}

const row = (force: Force, { id, team, drawer, checkedOn, right, checked, toFix }: DipCheckLine): Html =>
  html`<li class="week-row"><div class="week-row__told"><p class="week-row__what"><a class="govuk-link" href="/desk/${force.id}/dip-check/${id}">${team}${checkedOn === null ? ', drawn and not yet answered' : `, ${inWords(checkedOn)}`}</a></p>
<p class="week-row__why">${drawer}. ${checkedOn === null ? 'Waits for them.' : `${right} of ${checked} right${toFix === 0 ? '' : `, ${toFix} to be put right`}.`}</p></div></li>
`

type Asked = OfForce & {
  readonly team: Team
  readonly check: DipCheck
  readonly questions: readonly string[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

const inFindingWords: Readonly<Record<Finding, string>> = { right: 'Right', wrong: 'Wrong', 'not there': 'Not there' }

/** The questions about the page that was drawn. */
export function askDipCheckPage({ site, force, team, check, questions, values, errors }: Asked): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">Dip-check</span>
<h1 class="govuk-heading-l">${team.name}</h1>
<p class="govuk-body">Look at <a class="govuk-link" href="/${team.id}">the page of ${team.name}</a>, then say of each whether it is right.</p>
<form class="desk-form" method="post" action="/desk/${force.id}/dip-check/${check.id}" novalidate>
${questions.map((question, n) => questionAsked(question, n + 1, values, errors))}
${dateInput({ name: 'fixBy', legend: 'By when is what is wrong to be put right? (optional)', hint: 'In a week, unless you say otherwise.', value: typedDay(values, 'fixBy'), error: errors['fixBy'], size: 's' })}
${button('Keep what I found')}
</form>
${howDrawn(check)}
</div></div>`
  return page({
    title: `Dip-check of ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/dip-check`, 'Dip-checks'),
    mistaken: Object.keys(errors).length > 0,
  })
}

function questionAsked(question: string, place: number, values: FormValues, errors: FieldErrors): Html {
  const [finding, note] = [`finding-${place}`, `note-${place}`]
  const choices = findings.map((value) => ({ value, words: inFindingWords[value] }))
  return html`<input type="hidden" name="question-${place}" value="${question}">
${radios({ name: finding, legend: `${place}. ${question}`, choices, value: typed(values, finding), error: errors[finding], size: 's', inline: true, small: true })}
${input({ name: note, label: html`What is to be put right?<span class="govuk-visually-hidden"> For question ${place}</span>`, value: typed(values, note), error: errors[note] })}
`
}

/** So that anybody can see that nobody chose the page. */
const howDrawn = ({ seed, drawnFrom }: DipCheck): Html =>
  details(
    'How it was drawn',
    html`<p class="govuk-body">The teams in the order of the alphabet: ${drawnFrom.toSorted().join(', ')}.</p>
<p class="govuk-body">The seed: <code class="dip-check__seed">${seed}</code></p>
<p class="govuk-body">The first six bytes of the SHA-256 of the seed, read as a number and divided by the number of teams, leave the place of the team in that order, counted from 0.</p>`,
  )

type Answered = OfForce & { readonly team: Team; readonly check: DipCheck; readonly items: readonly DipCheckItem[] }

/** What was found, and what was put right since. */
export function answeredDipCheckPage({ site, force, team, check, items }: Answered): Html {
  const { right, checked } = rightOf(items)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Dip-check${check.checkedOn !== null && ` of ${inWords(check.checkedOn)}`}</span>
<h1 class="govuk-heading-l">${team.name}: ${right} of ${checked} right</h1>
${items.length === 0 ? html`<p class="govuk-body">It was drawn for somebody else, who has not answered yet.</p>` : summaryList(items.map((item) => ({ key: item.question, value: itemFound(item) })))}
${howDrawn(check)}
</div></div>`
  return page({
    title: `Dip-check of ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${force.id}/dip-check`, 'Dip-checks'),
  })
}

const itemFound = ({ finding, note, fixBy, fixedOn }: DipCheckItem): Html =>
  finding === 'right'
    ? tag('Right', 'green')
    : html`${tag(inFindingWords[finding], fixedOn === null ? 'red' : 'grey')} ${note}<br>${fixedOn === null ? fixBy !== null && `To be put right by ${inWords(fixBy)}.` : `Put right on ${inWords(fixedOn)}.`}`

/** Where a force sets what its dip-checks ask. */
export function questionsPage({
  site,
  force,
  values,
  errors,
  saved,
}: OfForce & { readonly values: FormValues; readonly errors: FieldErrors; readonly saved: boolean }): Html {
  const title = 'What a dip-check asks'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${saved && notificationBanner('Saved.', { success: true })}
${errorSummary(errors)}
<span class="govuk-caption-l">${force.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="/desk/${force.id}/settings/dip-check" novalidate>
${textarea({ name: 'questions', label: 'What should be right on a page?', hint: 'One on a line, so that it can be said to be right, wrong or not there. Checks that were answered keep their own.', value: typed(values, 'questions'), error: errors['questions'], rows: 12, size: 's' })}
${button('Save')}
</form>
</div></div>`
  const before = backLink(`/desk/${force.id}/dip-check`, 'Dip-checks')
  return page({ title: `${title} – ${force.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}
