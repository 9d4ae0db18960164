import { keptInWords, selfEvaluationTold } from '#community-panels/standard-in-words.ts'
import type { ContractOutcome } from '#community-panels/contract-outcome.ts'
import type { StandardOutcome } from '#community-panels/outcome.ts'
import type { Sitting } from '#community-panels/sitting.ts'
import { fewestVotes, type Tally } from '#community-panels/tally.ts'
import { byGap, type Side } from '#community-panels/three-way.ts'
import type { Attendance, Dissent } from '#community-panels/told.sql.ts'
import { details } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { mark } from '#standings/standing-mark.ts'
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

function standardTold({ team, contract }: VerdictShown, { pack, grade, tally, gap }: StandardOutcome, say: Say): Html {
  const href = `${contractAddress(team.id, contract.year)}/standards/${encodeURIComponent(pack.standardId)}`
  const sides = [
    { side: say`The evidence`, told: html`${mark(pack.standing, say)}<br>${keptInWords(pack, say)}` },
    { side: say`The team`, told: teamTold(pack, say) },
    {
      side: say`The commissioner’s panel`,
      told: grade === null ? notJudged(say) : html`<strong>${say.told(grade)}</strong>`,
    },
    { side: say`The community`, told: tally === null ? notJudged(say) : tallyTold(tally, say) },
  ]
  return html`<section><h2 class="govuk-heading-m"><a class="govuk-link" href="${href}">${say.own(pack.title)}</a></h2>
<p class="govuk-body">${gap === null ? say`Fewer than two sides have judged it, so they cannot be compared.` : gapInWords(gap, say)}</p>
${sidesList(sides)}</section>
`
}

const sidesList = (sides: readonly { readonly side: Html; readonly told: Html }[]): Html =>
  html`<dl class="sides">${sides.map(({ side, told }) => html`<div class="sides__side"><dt>${side}</dt><dd>${told}</dd></div>`)}</dl>`

const notJudged = (say: Say): Html => say`Not judged.`

const teamTold = (pack: StandardOutcome['pack'], say: Say): Html =>
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
export function tallyTold({ choices, votes, verdict }: Tally, say: Say): Html {
  if (verdict === null) return say`Not judged: fewer than ${fewestVotes} people voted.`
  return html`<strong>${say.told(verdict)}</strong>
<ul>${choices.map(({ choice, share }) => html`<li>${say.told(choice)}: ${say.number(share ?? 0)}%</li>`)}</ul>
${say.count(votes, { one: '{n} vote', other: '{n} votes' })}`
}
