import type { Pack } from '#assessments/packs/pack.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { keptOf } from '../verdict/three-way.ts'

/** How many promises of a standard are kept, where anything can be told. */
export function keptInWords({ promises }: Pick<Pack, 'promises'>, say: Say): Html {
  const { kept, of } = keptOf(promises)
  if (of === 0) return say`Nothing can be told yet of what was promised here.`
  return say`Kept or on course: ${kept} of ${of} promises whose day has come or that are under way.`
}

/** One sentence that a team says of itself: by hand in its own language, or drafted from the figures. */
export const sentenceTold = ({ words, isAssertion }: Pack['selfEvaluation'][number], say: Say): Html =>
  isAssertion ? say.own(words) : say.marked(words)

/** What a team says of a standard; what rests on no evidence is marked so. */
export const selfEvaluationTold = ({ selfEvaluation }: Pick<Pack, 'selfEvaluation'>, say: Say): Html =>
  html`${selfEvaluation.map((each) => html`<p class="govuk-body">${sentenceTold(each, say)}${each.isAssertion && html` <em>${say`(the team’s own word, without evidence)`}</em>`}</p>\n`)}`
