import type { Pack, PackPromise } from '#assessments/packs/pack.ts'
import { stateInWords } from '#assessments/recommendations/recommendation.ts'
import type { CommunityPack, Recommended } from '#community-panels/pack/community-pack.ts'
import { takenFrom } from '#community-panels/pack/pack.part.ts'
import { keptInWords, sentenceTold } from '#community-panels/pack/standard-in-words.ts'
import { html, type Html } from '#platform/html.ts'
import type { Day } from '#platform/day.ts'
import type { Say } from '#platform/language/say.ts'
import { titled } from '#standings/standing-mark.ts'
import { closing } from './closing.ts'
import { heading, list, paragraph, where, type Block, type Document } from './document.ts'

/** What a member of a community panel reads of one contract, in the words of their page (R47, R05). */
export function communityPackDocument(pack: CommunityPack, today: Day, say: Say): Document {
  const title = say.text`${pack.teamName}: the contract of ${pack.year}`
  const blocks = [
    heading(1, title),
    paragraph(takenFrom(pack, say)),
    ...pack.standards.flatMap((standard) => standardBlocks(standard, pack.lastYear, say)),
    heading(2, say`Communities that are harder to reach`),
    ...reachBlocks(pack, say),
    ...closing(null, say),
  ]
  return { title, language: say.language, asAt: pack.asAt ?? today, blocks }
}

const standardBlocks = (pack: Pack, lastYear: readonly Recommended[], say: Say): Block[] => [
  heading(2, say.own(pack.title)),
  paragraph(keptInWords(pack, say)),
  list(pack.promises.map((promise) => promiseLine(promise, say))),
  ...where(
    pack.selfEvaluation.length > 0,
    heading(3, say`What the team says of itself`),
    list(
      pack.selfEvaluation.map(
        (each) =>
          html`${sentenceTold(each, say)}${each.isAssertion && html` ${say`(the team’s own word, without evidence)`}`}`,
      ),
    ),
  ),
  ...lastYear
    .filter(({ standardId }) => standardId === pack.standardId)
    .map(({ year, words, state }) =>
      paragraph(
        html`<strong>${say`Asked of the team in ${year}:`}</strong> ${say.own(words)} <strong>${say.told(stateInWords[state])}.</strong>`,
      ),
    ),
]

const promiseLine = ({ text, standing, reason }: PackPromise, say: Say): Html =>
  html`<strong>${titled(standing, say)}.</strong> ${say.own(text)} ${say.marked(reason)}`

function reachBlocks({ reach }: CommunityPack, say: Say): Block[] {
  if (reach === null)
    return [paragraph(say`The team has told nothing yet of communities that it finds harder to reach.`)]
  return [
    { asked: say`Whom do we find harder to reach?`, answer: reach.identifying },
    { asked: say`By which channels do we try?`, answer: reach.channels },
    { asked: say`What stands in the way?`, answer: reach.blockers },
    { asked: say`What works?`, answer: reach.goodPractice },
  ].flatMap(({ asked, answer }) => [heading(3, asked), ...answer.split('\n').map((line) => paragraph(say.own(line)))])
}
