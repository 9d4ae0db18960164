import type { Team } from '#areas/area.ts'
import type { Framework } from '#frameworks/framework.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, dateInput, errorSummary, textarea } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { commitmentFields } from './commitment.page.ts'
import { completedOnOf, numbersIn } from './confirm-contract.form.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly framework: Framework
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** The one page on which a person sees all that was read of a document, and puts it right before it is kept. */
export function confirmContractPage(shown: Shown): Html {
  const { site, team, framework, values, errors } = shown
  const promises = numbersIn(values, 'text')
  const body = html`${errorSummary(namedErrors(errors))}
<span class="govuk-caption-l">${team.name}, ${framework.title}</span>
<h1 class="govuk-heading-l">Is this what the contract says?</h1>
<p class="govuk-body-l">We found ${promises.filter((n) => typed(values, `words-${n}`) !== '').length} promises. Put right what we misread, then keep the contract. Nothing is kept before that.</p>
<form class="confirm-contract" method="post" action="/desk/${team.id}/contracts" novalidate>
<input type="hidden" name="framework" value="${framework.id}">
<div class="confirm-contract__days">
${dayField('completedOn', 'Plan completed on', shown)}
${dayField('from', 'In force from', shown)}
${dayField('to', 'In force to', shown)}
</div>
${selfEvaluation(values)}
<h2 class="govuk-heading-m">Promises</h2>
${[...promises, (promises.at(-1) ?? -1) + 1].map((n) => commitmentFields(n, { framework, completedOn: completedOnOf(values), values, errors }))}
<h2 class="govuk-heading-m">Good practice, requests, and what we could not place</h2>
${asides.map(({ name, label, hint }) => textarea({ name, label, hint, value: typed(values, name), rows: 5, size: 's' }))}
<div class="govuk-button-group">
${button('Keep the contract')}
${button('Check again without keeping', { kind: 'secondary', name: 'check', value: 'again' })}
</div>
</form>`
  const before = backLink(`/desk/${team.id}/contracts/read`, 'Choose another document')
  return page({
    title: 'Is this what the contract says?',
    body,
    site,
    before,
    mistaken: Object.keys(errors).length > 0,
  })
}

const asides = [
  { name: 'goodPractice', label: 'Good practice', hint: 'A line for each.' },
  { name: 'toolRequests', label: 'Tools asked for', hint: 'A line for each.' },
  {
    name: 'unread',
    label: 'What belongs nowhere',
    hint: 'Kept beside the contract, so that nothing of the document is lost.',
  },
] as const

/** A summary of mistakes says of which promise each speaks. */
const namedErrors = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, words]) => {
      const n = /-(\d+)$/.exec(field)?.[1]
      return [field, n === undefined ? words : `Promise ${Number(n) + 1}: ${words}`]
    }),
  )

const dayField = (name: string, legend: string, { values, errors }: Shown): Html =>
  dateInput({ name, legend, value: typedDay(values, name), error: errors[name], size: 's' })

function selfEvaluation(values: FormValues): Html {
  const questions = numbersIn(values, 'question')
  return html`<h2 class="govuk-heading-m">Self evaluation</h2>
${questions.length === 0 && html`<p class="govuk-body">We found no self evaluation in this document.</p>`}
${questions.map((n) => {
  const answer = textarea({
    name: `answer-${n}`,
    label: typed(values, `question-${n}`),
    value: typed(values, `answer-${n}`),
    rows: 6,
    size: 's',
  })
  return html`<input type="hidden" name="question-${n}" value="${typed(values, `question-${n}`)}">\n${answer}`
})}`
}
