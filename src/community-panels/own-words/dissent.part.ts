import { typed } from '#platform/form.ts'
import { button, input, radios } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sealOfWords } from './decide-dissent.ts'
import { addressOf, type SittingShown } from '../sittings/sitting-shown.ts'
import type { Dissent } from './dissents.sql.ts'

/** Members’ own words: each is looked over for personal data, then published without a name, or kept with why it is not. */
export const dissentPart = (shown: SittingShown): Html | false =>
  shown.dissents.length > 0 &&
  html`<h2 class="govuk-heading-m">Members’ own words</h2>
<p class="govuk-body">Publish them as they stand unless they name or point at somebody. Nobody is told whose they are.</p>
${shown.dissents.map((each) => dissentTold(shown, each))}`

function dissentTold(shown: SittingShown, dissent: Dissent): Html {
  const { contractId, words, decision, reason } = dissent
  const team = shown.contracts.find((each) => each.contractId === contractId)?.teamName ?? ''
  const decided = decision === 'published' ? 'Published with the outcome.' : `Not published: ${reason}`
  return html`<section class="received" aria-label="Words on ${team}"><p class="govuk-body-s govuk-!-margin-bottom-1">On ${team}</p>
<p class="govuk-body received__words">${words}</p>
${decision === null ? deciding(shown, dissent) : html`<p class="govuk-body">${decided}</p>`}</section>
`
}

/** Several forms stand on the page, so each field is named with its own words’ id. */
function deciding(shown: SittingShown, dissent: Dissent): Html {
  const { id } = dissent
  const { values, errors } = shown
  const name = (field: string) => `${field}-${id}`
  return html`<form class="desk-form" method="post" action="${addressOf(shown)}/dissent/${id}" novalidate>
<input type="hidden" name="${name('seal')}" value="${sealOfWords(dissent)}">
${radios({
  name: name('decision'),
  legend: 'What becomes of it?',
  choices: [
    { value: 'published', words: 'It is published' },
    { value: 'refused', words: 'It is not published' },
  ],
  value: typed(values, name('decision')),
  error: errors[name('decision')],
  size: 's',
  small: true,
})}
${input({ name: name('reason'), label: 'Why not? The member reads this.', value: typed(values, name('reason')), error: errors[name('reason')] })}
${button('Decide', { kind: 'secondary' })}
</form>`
}
