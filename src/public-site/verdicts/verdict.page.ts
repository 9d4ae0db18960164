import { keptInWords, selfEvaluationTold } from '#community-panels/pack/standard-in-words.ts'
import type { ContractOutcome } from '#community-panels/verdict/contract-outcome.ts'
import type { StandardOutcome } from '#community-panels/verdict/outcome.ts'
import type { Sitting } from '#community-panels/sittings/sitting.ts'
import { fewestVotes, type Tally } from '#community-panels/votes/tally.ts'
import { byGap, type Side } from '#community-panels/verdict/three-way.ts'
import type { Attendance } from '#community-panels/sittings/record.sql.ts'
import type { Dissent } from '#community-panels/own-words/dissents.sql.ts'
import { details } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { worstFirst } from '#standings/standing.ts'
import { mark, titled } from '#standings/standing-mark.ts'
import { contractAddress } from '../addresses.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import type { ContractFound } from '../find.ts'
import { contractTrail } from '../trails.ts'
import { sittingTold } from './sitting.part.ts'

export type VerdictShown = ContractFound & {
  readonly site: SiteChrome
  readonly sitting: Sitting | null
  readonly outcome: ContractOutcome
  readonly attendance: readonly Attendance[]
  readonly dissents: readonly Dissent[]
}

/** A contract as evidence, team, commissioner’s panel and community see it: what they see most differently comes first. */
export function verdictPage(shown: VerdictShown): Html {
  const { site, force, team, contract, outcome } = shown
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const title = say.text`How the contract of ${years} is judged`
  const body = html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${title}</h1>
<p class="govuk-body-l">${say`Four sides of each standard: the evidence, the team, the commissioner’s panel and the community. What they see most differently comes first.`}</p>
<p class="govuk-body">${say`So that they can be compared, each has points from 0 to 100: the evidence by the share of promises that are kept or on course, the commissioner’s panel by the place of its grade on its scale, the community by the mean of its votes. The team gives itself no grade, so it has no points: its words and the figures stand for it.`}</p>
<p class="govuk-body">${say`Where a side has not judged, it says so: that is not the same as a bad mark.`}</p>
${wholeTold(shown, say)}
${byGap(outcome.standards).map((each) => standardTold(shown, each, say))}
${sittingTold(shown, say)}`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`How evidence, team, commissioner’s panel and community judge the engagement contract of ${team.name} for ${years}.`,
  })
}

function wholeTold({ team, contract, outcome, sitting }: VerdictShown, say: Say): Html {
  const { rating, whole } = outcome
  const to = contractAddress(team.id, contract.year)
  const panel =
    rating === null
      ? notJudged(say)
      : html`<strong>${say.told(rating.grade)}</strong><br><a class="govuk-link" href="${to}/rating">${say`How the panel came to it`}</a>`
  const sides = [
    { side: say`The commissioner’s panel`, told: panel },
    { side: say`The community`, told: whole === null ? notJudged(say) : tallyTold(whole, say) },
  ]
  return html`<h2 class="govuk-heading-l">${say`The whole contract`}</h2>
${sitting?.panel === 'community scrutiny forum' && html`<p class="govuk-body">${say`The forum was asked whether communities are well connected with their police.`}</p>`}
${sidesList(sides)}`
}

function standardTold({ team, contract }: VerdictShown, outcome: StandardOutcome, say: Say): Html {
  const { pack, grade, tally, gap, positions } = outcome
  const href = `${contractAddress(team.id, contract.year)}/standards/${encodeURIComponent(pack.standardId)}`
  const sides = [
    {
      side: say`The evidence`,
      told: html`${mark(pack.standing, say)}${pointsTold(positions.evidence, say)}\n${keptInWords(pack, say)}${countsTold(pack, say)}`,
    },
    { side: say`The team`, told: teamTold(pack, say) },
    {
      side: say`The commissioner’s panel`,
      told:
        grade === null
          ? notJudged(say)
          : html`<strong>${say.told(grade)}</strong>${pointsTold(positions['OPCC panel'], say)}`,
    },
    {
      side: say`The community`,
      told: tally === null ? notJudged(say) : tallyTold(tally, say, pointsTold(positions.community, say)),
    },
  ]
  return html`<section><h2 class="govuk-heading-m"><a class="govuk-link" href="${href}">${say.own(pack.title)}</a></h2>
<p class="govuk-body">${gap === null ? say`Fewer than two sides have judged it, so they cannot be compared.` : gapInWords(gap, say)}</p>
${sidesList(sides)}</section>
`
}

const sidesList = (sides: readonly { readonly side: Html; readonly told: Html }[]): Html =>
  html`<dl class="sides">${sides.map(({ side, told }) => html`<div class="sides__side"><dt>${side}</dt><dd>${told}</dd></div>`)}</dl>`

const notJudged = (say: Say): Html => say`Not judged.`

/** Where a side stands between the worst and the best; it says nothing where that side has not judged. */
const pointsTold = (position: number | null, say: Say): Html | false =>
  position !== null && html`<p class="sides__points">${say`${Math.round(100 * position)} of 100 points`}</p>`

/** How many promises stand how, from the worst to the best. */
function countsTold({ promises }: StandardOutcome['pack'], say: Say): Html | false {
  const of = Map.groupBy(promises, ({ standing }) => standing)
  const words = worstFirst.filter((word) => of.has(word))
  return (
    words.length > 0 &&
    html`<ul>${words.map((word) => html`<li>${titled(word, say)}: ${say.number(of.get(word)?.length ?? 0)}</li>`)}</ul>`
  )
}

const teamTold = (pack: StandardOutcome['pack'], say: Say): Html =>
  html`<p class="sides__points">${say`No grade of its own`}</p>
${ownWords(pack, say)}`

const ownWords = (pack: StandardOutcome['pack'], say: Say): Html =>
  pack.selfEvaluation.length === 0
    ? say`It has said nothing of this.`
    : details(say`What the team says of itself`, selfEvaluationTold(pack, say))

const sideInWords: Readonly<Record<Side, string>> = {
  evidence: 'the evidence',
  team: 'the team',
  'OPCC panel': 'the commissioner’s panel',
  community: 'the community',
}

function gapInWords({ size, best, worst }: NonNullable<StandardOutcome['gap']>, say: Say): Html {
  const points = Math.round(100 * size)
  return points === 0
    ? say`All who judged it agree.`
    : say`${points} of 100 points apart: best by ${say.word(sideInWords[best])}, worst by ${say.word(sideInWords[worst])}.`
}

/** What voters made of a question; under three it is nobody’s verdict, and their votes could be known. */
function tallyTold({ choices, votes, verdict }: Tally, say: Say, points: Html | false = false): Html {
  if (verdict === null) return say`Not judged: fewer than ${fewestVotes} people voted.`
  return html`<strong>${say.told(verdict)}</strong>${points}
<ul>${choices.map(({ choice, share }) => html`<li>${say.told(choice)}: ${say.number(share ?? 0)}%</li>`)}</ul>
${say.count(votes, { one: '{n} vote', other: '{n} votes' })}`
}
