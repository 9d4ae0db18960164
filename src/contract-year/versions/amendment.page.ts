import type { Team } from '#areas/area.ts'
import type { Commitment } from '#contracts/commitment.ts'
import { measuresOffered } from '#contracts/measures-offered.ts'
import { everyChoices } from '#contracts/rhythms-offered.ts'
import type { Framework } from '#frameworks/framework.ts'
import { explain } from '#measures/explain.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import {
  backLink,
  button,
  dateInput,
  details,
  errorSummary,
  input,
  insetText,
  radios,
  select,
  textarea,
  warningText,
} from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mostContext, mostWhy } from './amend.form.ts'
import type { Amendment } from './amendment.ts'

export type AmendmentAsked = {
  readonly site: SiteChrome
  readonly team: Team
  readonly year: number
  readonly is: Amendment['is'] | 'withdraw version'
  /** The number of a version, or the ref of a promise, in the title; empty where nothing is named. */
  readonly name: string
  readonly action: string
  readonly back: string
  readonly framework: Framework
  readonly promise: Commitment | null
  /** Chosen with the form, so that one sent twice is kept once. */
  readonly formId: string
  readonly revision: number
  readonly values: FormValues
  readonly errors: FieldErrors
  /** Why what was sent could not be taken; what was typed is kept. */
  readonly refused: string | null
}

/** One amendment of a contract, with the reason that is published with it. */
export function amendmentPage(asked: AmendmentAsked): Html {
  const { site, team, year, is, action, back, errors, refused, formId, revision } = asked
  const title = `${titles[is]}${asked.name === '' ? '' : ` ${asked.name}`}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}, contract ${year}</span>
<h1 class="govuk-heading-l">${title}</h1>
${refused !== null && warningText(refused)}${asItIs(asked)}
<p class="govuk-body">${leads[is]} Name nobody.</p>
<form class="desk-form" method="post" action="${action}" novalidate>
<input type="hidden" name="id" value="${formId}"><input type="hidden" name="revision" value="${revision}">
${fieldsOf(asked)}${whyAsked(asked)}
${button(presses[is], is === 'withdraw version' ? { kind: 'warning' } : {})}
</form>
</div></div>`
  const before = backLink(back, 'Amend the contract')
  return page({ title: `${title} – ${team.name}`, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const titles: Readonly<Record<AmendmentAsked['is'], string>> = {
  change: 'Change promise',
  add: 'Add a promise',
  withdraw: 'Withdraw promise',
  tell: 'Tell what happened in the year',
  'withdraw version': 'Withdraw version',
}

const leads: Readonly<Record<AmendmentAsked['is'], string>> = {
  change: 'The public reads what it said, what it says now and why. Its evidence stays with it.',
  add: 'It is measured over the whole year of the contract, so promise what can still be kept.',
  withdraw: 'It stays in the earlier versions, and the public reads that it was withdrawn and why.',
  tell: 'It stands beside what was missed. It excuses nothing, and changes no figure.',
  'withdraw version':
    'Nobody can read its words any more, only that it was withdrawn and why. What the contract said before is in force again.',
}

const presses: Readonly<Record<AmendmentAsked['is'], string>> = {
  change: 'Publish the change',
  add: 'Publish the new promise',
  withdraw: 'Publish that it is withdrawn',
  tell: 'Publish what happened',
  'withdraw version': 'Withdraw this version',
}

/** What is withdrawn, and to whoever was overtaken, what the promise says now. */
const asItIs = ({ is, promise, refused }: AmendmentAsked): Html | false =>
  promise !== null &&
  (is === 'withdraw' || refused !== null) &&
  insetText(html`${refused !== null && 'It says now: '}${promise.text} (${promise.who})`)

const whyAsked = ({ values, errors, is }: AmendmentAsked): Html =>
  textarea({
    name: 'why',
    label: is === 'tell' ? 'Why do you tell it?' : 'Why?',
    hint: 'The public reads your reason.',
    value: typed(values, 'why'),
    error: errors['why'],
    most: mostWhy,
    size: 's',
  })

function fieldsOf(asked: AmendmentAsked): Html | false {
  if (asked.is === 'tell') return contextFields(asked)
  return (asked.is === 'change' || asked.is === 'add') && promiseFields(asked)
}

type Typed = Pick<AmendmentAsked, 'values' | 'errors'>

const field = ({ values, errors }: Typed, name: string) => ({ name, value: typed(values, name), error: errors[name] })

const day = ({ values, errors }: Typed, name: string) => ({ name, value: typedDay(values, name), error: errors[name] })

const contextFields = (asked: Typed): Html =>
  joined([
    dateInput({ ...day(asked, 'from'), legend: 'From', size: 's' }),
    dateInput({ ...day(asked, 'to'), legend: 'To', size: 's' }),
    textarea({ ...field(asked, 'text'), label: 'What happened?', most: mostContext, size: 's' }),
  ])

function promiseFields(asked: AmendmentAsked): Html {
  const { is, framework } = asked
  const standards = framework.standards.map(({ id, title }) => ({ value: id, words: `${id} ${title}` }))
  return joined([
    textarea({ ...field(asked, 'text'), label: 'What is promised', rows: 4, size: 's' }),
    input({ ...field(asked, 'who'), label: 'Who does it', size: 's' }),
    is === 'add' &&
      select({
        ...field(asked, 'standard'),
        label: 'Standard',
        choices: [{ value: '', words: 'None of them' }, ...standards],
        size: 's',
      }),
    measuredAsked(asked),
  ])
}

/** What a measure needs is folded away while the promise is measured as before. */
function measuredAsked(asked: AmendmentAsked): Html {
  const { promise, values, errors } = asked
  const isMeasured = promise !== null && promise.measures.length > 0
  const hint = isMeasured ? promise.measures.map(explain).join(' ') : undefined
  const otherwise = isMeasured ? 'Otherwise, as told below' : 'As told below'
  const isOpen = !isMeasured || typed(values, 'measured') === 'as told' || fieldNames.some((name) => name in errors)
  return joined([
    radios({
      ...field(asked, 'measured'),
      legend: 'How is it measured?',
      hint: 'A change of how it is measured is named to the public as such.',
      choices: [
        ...(isMeasured ? [{ value: 'as before', words: 'As before', hint }] : []),
        { value: 'as told', words: otherwise },
        { value: 'not at all', words: 'Not at all: an assertion that nobody can prove' },
      ],
      size: 's',
    }),
    details('Tell how it is measured', measureFields(asked), { open: isOpen }),
  ])
}

const fieldNames = ['measure', 'every', 'with', 'value', 'unit', 'baseline', 'by']

const measureFields = (asked: Typed): Html =>
  joined([
    select({
      ...field(asked, 'measure'),
      label: 'Measure',
      choices: [{ value: '', words: 'Choose' }, ...measuresOffered.map(({ name, words }) => ({ value: name, words }))],
    }),
    select({ ...field(asked, 'every'), label: 'How often', choices: [...everyChoices(typed(asked.values, 'every'))] }),
    textarea({ ...field(asked, 'with'), label: 'With whom, parted by semicolons (optional)', rows: 2 }),
    input({ ...field(asked, 'value'), label: 'Figure to reach (optional)', width: '5' }),
    input({ ...field(asked, 'unit'), label: 'Of what (optional)', width: '10' }),
    input({ ...field(asked, 'baseline'), label: 'Where it stood (optional)', width: '5' }),
    input({ ...field(asked, 'by'), label: 'By which day (optional)', hint: 'For example 31/12/2026', width: '10' }),
  ])
