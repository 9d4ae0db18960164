import type { ClosedRating, Judged } from '#assessments/ratings/ratings.sql.ts'
import { stepFacts } from '#assessments/follow-up/step-facts.part.ts'
import { standsAt, stateInWords } from '#assessments/recommendations/recommendation.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { roleInWords } from '#people/person.ts'
import type { Day } from '#platform/day.ts'
import { summaryList, tag, type Fact } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import { contractAddress } from '../addresses.ts'
import type { TeamFound } from '../find.ts'
import { contractTrail } from '../trails.ts'

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
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const title = say.text`How the panel rated the contract of ${years}`
  const to = contractAddress(team.id, contract.year)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${title}</h1>
<p class="govuk-body-l">${say`Rated ${html`<strong>${say.told(rating.grade)}</strong>`} on ${say.day(rating.ratedOn)}.`}</p>
<p class="govuk-body">${say.own(rating.reason)}</p>
<p class="govuk-body">${membersTold(rating, say)} ${say`Whoever scored it did so alone, before they discussed it. It is their judgement; what the evidence says is in ${html`<a class="govuk-link" href="${to}">${say`the contract`}</a>`}.`}</p>
<p class="govuk-body">${say`The panel’s letter to the team: ${html`<a class="govuk-link" href="${to}/rating.pdf">${say`PDF`}</a>`}, ${html`<a class="govuk-link" href="${to}/rating.docx" download>${say`Word`}</a>`}, or ${html`<a class="govuk-link" href="${to}/documents">${say`all its documents, also in large print`}</a>`}.`}</p>
${dissentTold(shown, say)}
<h2 class="govuk-heading-l">${say`Each standard`}</h2>
${summaryList(judged.map((one) => judgedStandard(one, to, say)))}
<h2 class="govuk-heading-l">${say`What the panel recommended, and what the team answered`}</h2>
${shown.recommendations.length === 0 ? html`<p class="govuk-body">${say`It recommended nothing.`}</p>` : shown.recommendations.map((each) => recommendationTold(each, shown.today, say))}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`How the panel rated the engagement contract of ${team.name} for ${years}, what it recommended and what was answered.`,
  })
}

const membersTold = ({ members, scored }: ClosedRating, say: Say): Html =>
  say`Of the commissioner’s panel ${scored} of ${say.count(members, { one: '{n} member', other: '{n} members' })} scored every standard.`

/** The reason stands below its grade, so that both can be read on a narrow screen. */
const judgedStandard = ({ standardId, title, grade, reason, fewWhy }: Judged, to: string, say: Say): Fact => ({
  key: html`<a class="govuk-link" href="${to}/standards/${encodeURIComponent(standardId)}">${say.own(title)}</a>`,
  value: html`<strong>${say.told(grade)}</strong><br>${say.own(reason)}${fewWhy !== null && html`<br>${say`Decided with fewer than two scores: ${say.own(fewWhy)}`}`}`,
})

const dissentTold = ({ dissents }: Shown, say: Say): Html | false =>
  dissents.length > 0 &&
  html`<h2 class="govuk-heading-m">${say`Not all members agreed`}</h2>
${dissents.map(({ words }) => html`<p class="govuk-body">${say.own(words)}</p>\n`)}`

/** Owners are told by what they do, never by name. */
function recommendationTold(told: Recommendation, today: Day, say: Say): Html {
  const { words, ownerRole, firstDueOn, closedBy, answerBy, steps } = told
  const { state, dueOn, overdueSince } = standsAt(told, today)
  const isLate = state === 'not answered' && answerBy !== null && answerBy < today
  const overdue = overdueSince !== null && html`<br>${tag(say`Overdue`, 'red')} ${say`since ${say.day(overdueSince)}`}`
  const facts = [
    { key: say`Where it stands`, value: html`${say.word(stateInWords[state])}${overdue}` },
    { key: say`Owner`, value: say.word(roleInWords[ownerRole]) },
    {
      key: say`To be done by`,
      value: dueOn === firstDueOn ? say.day(dueOn) : say`${say.day(dueOn)} (at first ${say.day(firstDueOn)})`,
    },
    { key: say`What would show it`, value: say.own(closedBy) },
    ...(state === 'not answered' && answerBy !== null
      ? [{ key: isLate ? say`An answer was due by` : say`To be answered by`, value: say.day(answerBy) }]
      : []),
    ...stepFacts(steps, 'public', say),
  ]
  return html`<h3 class="govuk-heading-m">${say.own(words)}</h3>
${summaryList(facts)}
`
}
