import { kinds, type Kind } from '#measures/kinds.ts'
import type { Fact } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { english, type Say } from '#platform/language/say.ts'
import { stateInWords } from '#assessments/recommendations/recommendation.ts'
import type { Shown, Taken, TakenUp } from '#assessments/recommendations/recommendations.sql.ts'

/** Everything said to a recommendation, in order, with what shows that it is done; the public does not read why an owner changed. */
export const stepFacts = (steps: readonly Taken[], reader: 'desk' | 'public', say: Say = english): Fact[] =>
  steps.map((taken) => ({
    key: `${say.word(stateInWords[taken.step])}, ${say.day(taken.takenOn)}`,
    value: html`${reader === 'desk' || taken.step !== 'reassigned' ? say.own(taken.words) : say`The owner changed.`}${taken.until !== null && html`<br>${say`Until ${say.day(taken.until)}.`}`}${shownBy(taken, say)}`,
  }))

function shownBy({ entries, promise }: Taken, say: Say): Html | false {
  return (
    (entries.length > 0 || promise !== null) &&
    html`<br>${say`Shown by:`}
<ul class="govuk-list govuk-list--bullet">${entries.map((entry) => entryLine(entry, say))}${promise !== null && promiseLine(promise, say)}</ul>`
  )
}

const entryLine = (shown: Shown, say: Say): Html =>
  html`<li>${entryInWords(shown, say)}, ${ledgerEntry(shown, say)}</li>
`

/** The ledger of a team is open to all; that of a force has no page. */
function ledgerEntry({ chain, entry }: Shown, say: Say): Html {
  const words = say`entry ${entry} of the ledger`
  return chain.includes('/') ? html`<a class="govuk-link" href="/${chain}/ledger">${words}</a>` : words
}

/** An entry of the ledger as somebody chooses it from a list. */
export function entryInWords({ kind, happenedOn, detail }: Shown, say: Say = english): string {
  const label = say.word(isKind(kind) ? kinds[kind].label : kind)
  return `${label}${detail === null ? '' : ` (${say.word(detail)})`}, ${say.day(happenedOn)}`
}

const isKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind)

const promiseLine = ({ contractId, ref, text }: TakenUp, say: Say): Html => {
  const to = `/${contractId.replace(/\/(\d+)$/, '/contract/$1')}/commitments/${encodeURIComponent(ref)}`
  const link = html`<a class="govuk-link" href="${to}">${text === null ? say`Promise ${ref}` : say.own(text)}</a>`
  return html`<li>${say`${link}, a promise of the contract`}</li>
`
}
