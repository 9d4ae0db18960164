import type { ClosedRating, Judged } from '#assessments/ratings.sql.ts'
import { stateInWords } from '#assessments/recommendation.ts'
import type { Recommendation } from '#assessments/recommendations.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { roleInWords } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { breadcrumbs, summaryList, tag, type Fact } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { contractAddress } from '../addresses.ts'
import { yearsInWords } from '../contract.page.ts'
import type { TeamFound } from '../find.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly contract: Contract
  readonly today: Day
  readonly rating: ClosedRating
  readonly judged: readonly Judged[]
  readonly dissents: readonly { readonly words: string }[]
  readonly recommendations: readonly Recommendation[]
}

/** What the panel of the commissioner’s office made of a contract, who did not agree, what it recommended, and the answers. */
export function ratingPage(shown: Shown): Html {
  const { site, force, team, contract, rating, judged } = shown
  const years = yearsInWords(contract.span, sayIn(site.language))
  const title = `How the panel rated the contract of ${years}`
  const to = contractAddress(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${team.name} neighbourhood policing team</span> ${title}</h1>
<p class="govuk-body-l">Rated <strong>${rating.grade}</strong> on ${inWords(rating.ratedOn)}.</p>
<p class="govuk-body">${rating.reason}</p>
<p class="govuk-body">${rating.members === 1 ? 'One member' : `${rating.members} members`} of the commissioner’s panel judged it. Each scored it alone before they discussed it. It is their judgement; what the evidence says is in <a class="govuk-link" href="${to}">the contract</a>.</p>
${dissentTold(shown)}
<h2 class="govuk-heading-l">Each standard</h2>
${summaryList(judged.map((one) => judgedStandard(one, to)))}
<h2 class="govuk-heading-l">What the panel recommended, and what the team answered</h2>
${shown.recommendations.length === 0 ? html`<p class="govuk-body">It recommended nothing.</p>` : shown.recommendations.map((each) => recommendationTold(each, shown.today))}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: force.name, href: `/${force.id}` },
      { words: team.name, href: `/${team.id}` },
      { words: `Engagement contract ${years}`, href: to },
    ]),
    description: `How the panel rated the engagement contract of ${team.name} for ${years}, what it recommended and what was answered.`,
  })
}

/** The reason stands below its grade, so that both can be read on a narrow screen. */
const judgedStandard = ({ standardId, title, grade, reason }: Judged, to: string): Fact => ({
  key: html`<a class="govuk-link" href="${to}/standards/${encodeURIComponent(standardId)}">${title}</a>`,
  value: html`<strong>${grade}</strong><br>${reason}`,
})

const dissentTold = ({ dissents }: Shown): Html | false =>
  dissents.length > 0 &&
  html`<h2 class="govuk-heading-m">Not all members agreed</h2>
${dissents.map(({ words }) => html`<p class="govuk-body">${words}</p>\n`)}`

/** Owners are told by what they do, never by name. */
function recommendationTold(told: Recommendation, today: Day): Html {
  const { words, ownerRole, dueOn, closedBy, answerBy, state, steps } = told
  const isOver = state !== 'closure accepted' && dueOn < today
  const isLate = state === 'not answered' && answerBy !== null && answerBy < today
  const facts = [
    { key: 'Where it stands', value: html`${stateInWords[state]}${isOver && html` ${tag('Overdue', 'red')}`}` },
    { key: 'Owner', value: roleInWords[ownerRole] },
    { key: 'To be done by', value: inWords(dueOn) },
    { key: 'What would show it', value: closedBy },
    ...(steps.length === 0 && answerBy !== null
      ? [{ key: isLate ? 'An answer was due by' : 'To be answered by', value: inWords(answerBy) }]
      : []),
    ...steps.map((step) => ({ key: `${stateInWords[step.step]}, ${inWords(step.takenOn)}`, value: step.words })),
  ]
  return html`<h3 class="govuk-heading-m">${words}</h3>
${summaryList(facts)}
`
}
