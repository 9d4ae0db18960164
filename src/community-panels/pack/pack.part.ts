import type { Pack, PackPromise } from '#assessments/packs/pack.ts'
import { stateInWords } from '#assessments/recommendations/recommendation.ts'
import { details } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { mark } from '#standings/standing-mark.ts'
import type { CommunityPack, Recommended } from './community-pack.ts'
import { keptInWords, selfEvaluationTold } from './standard-in-words.ts'
import type { Reach } from '../reach/reach.sql.ts'

type Told = {
  readonly pack: Pack
  readonly lastYear: readonly Recommended[]
  readonly say: Say
  readonly isUnfolded?: boolean
}

/** So many promises that are missed or late are told at once, the others when they are asked for. */
const toldAtOnce = 3

/** One standard in plain words: how it stands and what is wrong, what was promised, what the team says, and what was asked of it last year. */
export const standardTold = ({ pack, lastYear, say, isUnfolded = false }: Told): Html =>
  html`<p class="govuk-body">${keptInWords(pack, say)}</p>
${promisesTold(pack.promises, say, isUnfolded)}
${pack.selfEvaluation.length > 0 && details(say`What the team says of itself`, selfEvaluationTold(pack, say), { open: isUnfolded })}
${lastYear.filter(({ standardId }) => standardId === pack.standardId).map((each) => recommendedTold(each, say))}`

function promisesTold(promises: readonly PackPromise[], say: Say, isUnfolded: boolean): Html {
  if (isUnfolded) return promiseLines(promises, say)
  const first = promises.filter(({ standing }) => standing === 'missed' || standing === 'late').slice(0, toldAtOnce)
  const further = promises.filter((each) => !first.includes(each))
  const asked = first.length === 0 ? manyPromised(further, say) : manyFurther(further, say)
  return html`${first.length > 0 && promiseLines(first, say)}${further.length > 0 && details(asked, promiseLines(further, say))}`
}

const manyPromised = ({ length }: readonly unknown[], say: Say): string =>
  say.count(length, { one: 'What was promised: {n} promise', other: 'What was promised: {n} promises' })

const manyFurther = ({ length }: readonly unknown[], say: Say): string =>
  say.count(length, { one: '{n} more promise', other: '{n} more promises' })

const promiseLines = (promises: readonly PackPromise[], say: Say): Html =>
  html`<ul class="govuk-list govuk-list--spaced">
${promises.map((each) => promiseLine(each, say))}</ul>`

const promiseLine = ({ text, standing, reason }: PackPromise, say: Say): Html =>
  html`<li>${mark(standing, say)} ${say.own(text)}<br><span class="week-row__why">${say.marked(reason)}</span></li>
`

const recommendedTold = ({ words, year, state, steps }: Recommended, say: Say): Html =>
  html`<p class="govuk-body"><strong>${say`Asked of the team in ${year}:`}</strong> ${say.own(words)} <strong>${say.told(stateInWords[state])}.</strong></p>
${steps.map((step) => html`<p class="govuk-body">${say.day(step.takenOn)}: ${say.own(step.words)}</p>\n`)}`

/** R05: what the team told of communities that are harder to reach. */
export function reachTold(reach: Reach | null, say: Say): Html {
  if (reach === null)
    return html`<p class="govuk-body">${say`The team has told nothing yet of communities that it finds harder to reach.`}</p>`
  const told = [
    { asked: say`Whom do we find harder to reach?`, answer: reach.identifying },
    { asked: say`By which channels do we try?`, answer: reach.channels },
    { asked: say`What stands in the way?`, answer: reach.blockers },
    { asked: say`What works?`, answer: reach.goodPractice },
  ]
  return html`${told.map(({ asked, answer }) => html`<h3 class="govuk-heading-s">${asked}</h3>\n${lines(answer, say)}`)}`
}

const lines = (words: string, say: Say): Html[] =>
  words.split('\n').map((line) => html`<p class="govuk-body">${say.own(line)}</p>\n`)

/** From what a pack was taken. */
export function takenFrom({ asAt, frozen }: CommunityPack, say: Say): Html {
  if (asAt === null) return say`Nothing can be told of this contract.`
  return frozen === null
    ? say`How it stands on ${say.day(asAt)}, worked out from the evidence alone.`
    : say`How it stood on ${say.day(asAt)}, worked out from the evidence alone, and frozen when the team handed it in.`
}
