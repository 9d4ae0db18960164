import type { Commitment } from '#contracts/commitment.ts'
import { measuresOffered } from '#contracts/measures-offered.ts'
import { everyChoices } from '#contracts/rhythms-offered.ts'
import { typed, typedList, type FormValues } from '#platform/form.ts'
import { button, checkboxes, details, input, insetText, radios, select, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'
import { deskOfPlan } from '#plans/plan-at.ts'
import { planFormPage, type PlanFormShown } from '#plans/plan-form.page.ts'

export type PromiseShown = PlanFormShown & {
  /** The ref of a promise that is in the plan; null for a new one. */
  readonly ref: string | null
  /** What it is until it is changed, or what a new one is like; null where it is written free. */
  readonly before: Commitment | null
  /** Where a new promise comes from, as the library names it; empty where it is written free. */
  readonly like: string
  readonly formId: string
  readonly revision: number
  readonly values: FormValues
  /** How it would be measured as the form stands; null where that cannot be told yet. */
  readonly measured: string | null
}

/** One promise to be written, with how it will be measured in a sentence before it is kept. */
export function promisePage(shown: PromiseShown): Html {
  const { ref, measured } = shown
  const isSeen = measured !== null
  const path = `promises/${ref === null ? 'new' : encodeURIComponent(ref)}`
  const fields = html`${hiddenOf(shown)}${wordsPart(shown)}${measuredPart(shown)}${figuresPart(shown)}
${isSeen && insetText(html`<strong>This is how it will be measured.</strong> ${measured}`)}
<div class="govuk-button-group">${button(isSeen ? 'Keep this promise' : 'Show how it will be measured')}${isSeen && button('Show again how it will be measured', { kind: 'secondary', name: 'check', value: 'again' })}</div>`
  return planFormPage(shown, {
    title: ref === null ? 'Add a promise' : `Change ${ref}`,
    path,
    backTo: ref === null ? 'part-2' : `promise-${ref}`,
    fields,
    after:
      ref !== null &&
      takeOutPart(shown, `${deskOfPlan(shown.found.team.id, shown.found.contract.year)}/${path}/take-out`),
  })
}

const hiddenOf = ({ ref, like, formId, revision, measured }: PromiseShown): Html =>
  joined([
    html`<input type="hidden" name="revision" value="${revision}">`,
    ref === null &&
      html`<input type="hidden" name="id" value="${formId}"><input type="hidden" name="like" value="${like}">`,
    html`<input type="hidden" name="seen" value="${measured ?? ''}">`,
  ])

function wordsPart({ found, values, errors }: PromiseShown): Html {
  const { standards } = found.framework
  const value = (name: string) => ({ name, value: typed(values, name), error: errors[name] })
  return joined([
    textarea({
      ...value('text'),
      label: 'What do you promise?',
      hint: 'Say who does what, how often, with whom. Name posts, never people.',
      rows: 4,
      most: 5000,
      size: 's',
    }),
    checkboxes({
      name: 'standards',
      legend: 'Which standards does it serve?',
      choices: standards.map(({ id, title }) => ({ value: id, words: `${id} ${title}` })),
      values: typedList(values, 'standards'),
      error: errors['standards'],
      small: true,
      size: 's',
    }),
    input({ ...value('who'), label: 'Who does it?', size: 's' }),
    input({ ...value('with'), label: 'With whom? (optional)', hint: 'Parted by semicolons.', size: 's' }),
  ])
}

function measuredPart({ before, like, values, errors }: PromiseShown): Html {
  const as = like === '' ? 'As it is now' : 'As where it comes from'
  return radios({
    name: 'measured',
    legend: 'How is it measured?',
    choices: [
      ...(before === null ? [] : [{ value: 'as it is', words: as, hint: measuredInWords(before.measures) }]),
      ...measuresOffered.map(({ name, words, example }) => ({ value: name, words, hint: `Such as: ${example}.` })),
      { value: 'framework', words: 'As the framework measures it', hint: 'Choose the measure below.' },
      {
        value: 'not at all',
        words: 'Not at all: an assertion',
        hint: 'Nobody will be able to tell whether it is kept.',
      },
    ],
    value: typed(values, 'measured'),
    error: errors['measured'],
    small: true,
    size: 's',
  })
}

const figures = ['line', 'every', 'value', 'unit', 'baseline', 'by'] as const

/** What a measure needs besides the words. */
function figuresPart({ found, before, values, errors }: PromiseShown): Html {
  const value = (name: (typeof figures)[number]) => ({ name, value: typed(values, name), error: errors[name] })
  const lines = found.framework.standards.flatMap(({ measures }) => measures)
  const offered = [
    { value: '', words: 'None' },
    ...lines.map(({ id, title }) => ({ value: id, words: `${id} ${title}` })),
  ]
  const fields = joined([
    select({ ...value('every'), label: 'How often', choices: everyChoices(typed(values, 'every')) }),
    input({ ...value('value'), label: 'Figure to reach', width: '5' }),
    input({ ...value('unit'), label: 'Of what', hint: 'Such as events, likes or %.', width: '10' }),
    input({ ...value('baseline'), label: 'Where it stands now, for a figure that grows', width: '5' }),
    input({ ...value('by'), label: 'By which day', hint: 'Such as 31/12/2026.', width: '10' }),
    select({ ...value('line'), label: 'Measure of the framework', choices: offered }),
  ])
  const isOpen = before === null || figures.some((name) => errors[name] !== undefined || typed(values, name) !== '')
  return details('How often, figures to reach, and measures of the framework', fields, { open: isOpen })
}

function takeOutPart({ ref, values, errors, revision }: PromiseShown, at: string): Html {
  const why = textarea({
    name: 'why',
    label: 'Why is it no longer promised?',
    hint: 'Whoever compares this plan with last year’s reads it. Name nobody.',
    value: typed(values, 'why'),
    error: errors['why'],
    rows: 3,
    most: 500,
  })
  const form = html`<form class="desk-form" method="post" action="${at}" novalidate><input type="hidden" name="revision" value="${revision}">${why}${button('Take it out', { kind: 'warning' })}</form>`
  return details(`Take ${ref ?? ''} out of the plan`, form, { open: errors['why'] !== undefined })
}
