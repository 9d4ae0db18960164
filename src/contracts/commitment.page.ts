import type { Framework } from '#frameworks/framework.ts'
import { explain } from '#measures/explain.ts'
import type { Day } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { input, select, textarea } from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import { readCommitment } from './confirm-contract.form.ts'
import { measuresOffered } from './measures-offered.ts'
import { everyChoices } from './rhythms-offered.ts'
import type { CommitmentGuess } from './reading/commitments.ts'
import { declareMeasure } from './reading/declare.ts'

type Form = {
  readonly framework: Framework
  readonly completedOn: Day | null
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** One promise of the form, with the words it came from and how it would be measured. */
export function commitmentFields(n: number, { framework, completedOn, values, errors }: Form): Html {
  const value = (name: string) => typed(values, `${name}-${n}`)
  const field = (name: string) => ({ name: `${name}-${n}`, value: value(name), error: errors[`${name}-${n}`] })
  const words = value('words')
  return html`<fieldset class="govuk-fieldset confirm-promise">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words === '' ? 'A promise that we did not find (optional)' : `Promise ${n + 1}`}</legend>
${words !== '' && html`<blockquote class="confirm-promise__words">${words}</blockquote>\n`}<input type="hidden" name="words-${n}" value="${words}">
${textarea({ ...field('text'), label: 'What is promised', rows: rowsFor(value('text')) })}
<div class="confirm-promise__choices">
${select({ ...field('standard'), label: 'Standard', choices: standardChoices(framework) })}
${select({ ...field('every'), label: 'How often', choices: everyChoices(value('every')) })}
${select({ ...field('measure'), label: 'How it is measured', choices: measureChoices })}
</div>
${measuredSo(readCommitment(values, n, framework).guess, completedOn)}
${furtherFields(n, field, value, errors)}
${words !== '' && leaveOut(n, value('out') !== '')}</fieldset>
`
}

type FieldOf = (name: string) => { readonly name: string; readonly value: string; readonly error: string | undefined }

function furtherFields(n: number, field: FieldOf, value: (name: string) => string, errors: FieldErrors): Html {
  const names = ['who', 'with', 'value', 'unit', 'baseline', 'by']
  const wrong = names.some((name) => errors[`${name}-${n}`] !== undefined)
  const said = [value('who'), value('with'), value('value') && `${value('value')} ${value('unit')}`].filter(
    (each) => each !== '',
  )
  const fields = joined([
    input({ ...field('who'), label: 'Who does it' }),
    textarea({ ...field('with'), label: 'With whom, parted by semicolons', rows: 2 }),
    html`<div class="confirm-promise__choices">`,
    input({ ...field('value'), label: 'Figure to reach', width: '5' }),
    input({ ...field('unit'), label: 'Of what', width: '10' }),
    input({ ...field('baseline'), label: 'Where it stood', width: '5' }),
    input({ ...field('by'), label: 'By which day', width: '10' }),
    html`</div>`,
  ])
  return html`<details class="govuk-details"${wrong && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${said.length === 0 ? 'Who, with whom, figure' : said.join(' · ')}</span></summary>
<div class="govuk-details__text">${fields}</div></details>
`
}

/** How the promise would be measured as it now stands, in one sentence. */
function measuredSo(guess: CommitmentGuess | null, completedOn: Day | null): Html {
  if (!guess) return nothing
  const { measures } = declareMeasure(guess, completedOn)
  if (measures.length > 0) return html`<p class="confirm-promise__measure">${measures.map(explain).join(' ')}</p>`
  const why =
    guess.measure === null
      ? 'An assertion: nobody will be able to tell whether it is kept.'
      : 'Its words name no evidence that we know, so it would stand as an assertion.'
  return html`<p class="confirm-promise__measure">${why}</p>`
}

const leaveOut = (n: number, isOut: boolean): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="out-${n}" name="out-${n}" type="checkbox" value="yes"${isOut && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="out-${n}">Not a promise: leave it out</label>
</div></div>
`

const measureChoices = [
  { value: '', words: 'Not at all: an assertion' },
  ...measuresOffered.map(({ name, words }) => ({ value: name, words })),
]

const standardChoices = (framework: Framework) => [
  { value: '', words: 'None of them' },
  ...framework.standards.map(({ id, title }) => ({ value: id, words: `${id} ${title}` })),
]

const rowsFor = (text: string) => Math.min(8, Math.max(2, Math.ceil(text.length / 80)))
