import type { Team } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import { inWords } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  checkboxes,
  dateInput,
  details,
  errorSummary,
  insetText,
  select,
  summaryList,
  tag,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { deskOfYear } from './contract-year-at.ts'
import type { Course, PossibleOwner, StepTaken } from './course.sql.ts'
import { draftPart } from './draft.part.ts'
import { daysInWords } from './freeze/early.ts'
import { stateInWords, stepDone, stepPress, waitsFor } from './step-words.ts'
import { nextStep, type ContractStep } from './state.ts'

export type YearDesk = {
  readonly site: SiteChrome
  readonly team: Team
  readonly contract: Contract
  readonly isDraft: boolean
  readonly course: Course
  readonly taken: readonly StepTaken[]
  /** The steps that are open and that whoever looks may take here. */
  readonly mine: readonly ContractStep[]
  /** How many days of its year are still to come. */
  readonly daysLeft: number
  readonly owners: readonly PossibleOwner[]
  /** Chosen with the form of a freeze, so that one sent twice is kept once. */
  readonly formId: string
  /** The year of the draft that follows; null where nobody began it. */
  readonly nextDraft: number | null
  readonly mayBeginNext: boolean
  readonly mayAmend: boolean
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
}

/** Where a contract is in its year, what led there, and the one step that takes it on. */
export function contractYearPage(desk: YearDesk): Html {
  const { site, team, contract, course, errors, refused } = desk
  const title = `Contract ${contract.year}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}: its year</h1>
<p class="govuk-body">${tag(course.state, course.state === 'closed' ? 'grey' : 'blue')} ${stateInWords[course.state]}</p>
${refused !== null && warningText(refused)}
${nextPart(desk)}${facts(desk)}${readingPart(desk)}${sendBackPart(desk)}${reassignPart(desk)}${coursePart(desk)}${beginNextPart(desk)}${draftPart(desk)}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    before: backLink(`/desk/${team.id}`, 'This week'),
    mistaken: Object.keys(errors).length > 0,
  })
}

const addressOf = ({ team, contract }: YearDesk) => deskOfYear(team.id, contract.year)

/** Where the step asks nothing, its button; to everybody else, who is waited for. */
function nextPart(desk: YearDesk): Html | false {
  const step = nextStep(desk.course.state)
  if (step === null) return false
  const press = stepPress[step]
  if (press === null || !desk.mine.includes(step)) return insetText(waitsFor[step])
  const early = step === 'freeze' && desk.daysLeft > 0 && earlyFields(desk)
  return html`<form method="post" action="${addressOf(desk)}/steps/${slugOf(step)}" novalidate>${hiddenOf(desk)}${early}${button(press)}</form>
`
}

/** What is given up where a contract is frozen before its last day, why, and that whoever presses the button knows it. */
function earlyFields({ contract, daysLeft, values, errors }: YearDesk): Html {
  const days = daysInWords(daysLeft)
  return html`${warningText(`Its year runs to ${inWords(contract.span.to)}. If you freeze it today, ${days} of it will not be judged.`)}
${textarea({
  name: 'reason',
  label: 'Why is it frozen before its year is over?',
  hint: 'The public and the panel read it. Name nobody.',
  value: typed(values, 'reason'),
  error: errors['reason'],
  most: 1000,
})}
${checkboxes({
  name: 'confirmed',
  legend: 'Do you confirm it?',
  choices: [{ value: 'yes', words: `Yes, ${days} of the year will not be judged` }],
  values: [typed(values, 'confirmed')],
  error: errors['confirmed'],
  size: 's',
})}`
}

const hiddenOf = ({ course, formId }: YearDesk): Html =>
  html`<input type="hidden" name="revision" value="${course.revision}"><input type="hidden" name="id" value="${formId}">`

/** A step in an address. */
export const slugOf = (step: ContractStep): string => step.replaceAll(' ', '-')

const facts = ({ contract: { span, completedOn, commitments }, course }: YearDesk): Html =>
  summaryList([
    { key: 'Runs', value: `${inWords(span.from)} to ${inWords(span.to)}` },
    { key: 'Completed', value: completedOn === null ? 'Not yet' : inWords(completedOn) },
    { key: 'Promises', value: String(commitments.length) },
    { key: 'In hand with', value: course.owner ?? 'Nobody by name' },
    { key: 'By', value: course.dueOn === null ? 'No day set' : inWords(course.dueOn) },
  ])

function readingPart(desk: YearDesk): Html | false {
  const { isDraft, team, contract, course, mayAmend } = desk
  const plan = html`<li><a class="govuk-link" href="${addressOf(desk)}/plan">${isDraft ? 'The plan, to be read and written' : 'Its plan, and who was asked about it'}</a></li>\n`
  if (isDraft) return html`<ul class="govuk-list">${plan}</ul>\n`
  const hasText = ['self evaluation drafted', 'frozen', 'rated', 'closed'].includes(course.state)
  const isFrozen = ['frozen', 'rated', 'closed'].includes(course.state)
  return html`<ul class="govuk-list">
<li><a class="govuk-link" href="/${team.id}/contract/${contract.year}">The contract as the public reads it</a></li>
${plan}<li><a class="govuk-link" href="/${team.id}/contract/${contract.year}/versions">Its versions, and what changed</a></li>
${mayAmend && html`<li><a class="govuk-link" href="${addressOf(desk)}/amend">Amend it</a></li>`}
${hasText && html`<li><a class="govuk-link" href="${addressOf(desk)}/self-evaluation">The self evaluation</a></li>`}
${isFrozen && html`<li><a class="govuk-link" href="${addressOf(desk)}/frozen">What the panel was given, and whether it can be replayed</a></li>`}
</ul>
`
}

function sendBackPart(desk: YearDesk): Html | false {
  const { mine, errors, values } = desk
  if (!mine.includes('send back')) return false
  const asked = textarea({
    name: 'reason',
    label: 'Why do you send it back?',
    hint: 'It is kept with the contract. Name nobody.',
    value: typed(values, 'reason'),
    error: errors['reason'],
    most: 1000,
  })
  const form = html`<form class="desk-form" method="post" action="${addressOf(desk)}/steps/send-back" novalidate>${hiddenOf(desk)}
${asked}${button('Send it back', { kind: 'secondary' })}</form>`
  return details('Send it back', form, { open: errors['reason'] !== undefined })
}

function reassignPart(desk: YearDesk): Html | false {
  const { mine, errors, values, owners, course } = desk
  if (!mine.includes('reassign')) return false
  const form = html`<form class="desk-form" method="post" action="${addressOf(desk)}/steps/reassign" novalidate>${hiddenOf(desk)}
${select({
  name: 'owner',
  label: 'Who has the next step in hand?',
  choices: [{ value: '', words: 'Nobody by name' }, ...owners.map(({ id, name }) => ({ value: id, words: name }))],
  value: typed(values, 'owner') || (course.ownerId ?? ''),
  error: errors['owner'],
})}
${dateInput({ name: 'dueOn', legend: 'By when? (optional)', value: typedDay(values, 'dueOn'), error: errors['dueOn'] })}
${button('Put it in their hands', { kind: 'secondary' })}</form>`
  return details('Put it in somebody’s hands', form, { open: 'owner' in errors || 'dueOn' in errors })
}

const coursePart = ({ taken }: YearDesk): Html =>
  html`<section class="week-list" aria-labelledby="course"><h2 class="govuk-heading-m" id="course">What led here</h2>
${
  taken.length === 0
    ? html`<p class="govuk-body">It was published before its steps were kept here.</p>`
    : html`<ol class="govuk-list govuk-list--number">
${taken.map(({ step, takenOn, by, reason }) => html`<li>${inWords(takenOn)}: ${stepDone[step]}${by !== null && `, ${by}`}${reason !== '' && ` – ${reason}`}</li>\n`)}</ol>`
}</section>
`

function beginNextPart(desk: YearDesk): Html | false {
  const { mayBeginNext, contract, nextDraft, team } = desk
  if (nextDraft !== null)
    return html`<h2 class="govuk-heading-m">The year after</h2>
<p class="govuk-body"><a class="govuk-link" href="${deskOfYear(team.id, nextDraft)}">The contract of ${nextDraft}</a> is being written.</p>
`
  return (
    mayBeginNext &&
    html`<h2 class="govuk-heading-m">The year after</h2>
<p class="govuk-body">The next contract begins with what was recommended and is still open, then with the promises of ${contract.year}.</p>
<form method="post" action="${addressOf(desk)}/next">${button('Begin the next contract', { kind: 'secondary' })}</form>
`
  )
}
