import { explainIn } from '#measures/explain.ts'
import type { Measure } from '#measures/measure.ts'
import { tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'

/** What each measure asks, in a sentence; one that lacks a decision says so before anything else. */
export const explained = (measures: readonly Measure[], say: Say): Html =>
  html`${measures.map(
    (measure) => html`<p class="govuk-body measured__how">${isUndecided(measure) && html`${tag(say`Decision missing`, 'yellow')} `}${say.marked(explainIn(say)(measure))}</p>
`,
  )}`

/** Whether somebody has still to decide an interval, a limit or a level before anyone could judge. */
function isUndecided(measure: Measure): boolean {
  if (measure.measure === 'cadence') return measure.every === null
  if (measure.measure === 'latency' || measure.measure === 'age') return measure.within === null
  const tallies = ['count', 'sum', 'distinct', 'share']
  return tallies.includes(measure.measure) && !('target' in measure && measure.target !== undefined)
}
