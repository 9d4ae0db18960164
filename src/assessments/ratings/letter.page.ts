import type { Force, Team } from '#areas/area.ts'
import { roleInWords } from '#people/person.ts'
import { inWords } from '#platform/day.ts'
import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ClosedRating, Judged } from './ratings.sql.ts'
import type { Recommendation } from '#assessments/recommendations/recommendations.sql.ts'

type Letter = {
  readonly site: SiteChrome
  readonly force: Force
  readonly team: Team
  readonly year: number
  readonly rating: ClosedRating
  readonly judged: readonly Judged[]
  readonly dissents: readonly { readonly words: string }[]
  readonly recommendations: readonly Recommendation[]
}

/** The panel’s letter to a team: what it decided, why, and what it asks for. */
export function letterPage({ site, team, year, rating, judged, dissents, recommendations }: Letter): Html {
  const title = `Letter of the panel on the contract of ${year}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}, ${inWords(rating.closedOn)}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">To the neighbourhood policing team of ${team.name}.</p>
<p class="govuk-body-l">The panel rates your contract <strong>${rating.grade}</strong>.</p>
<p class="govuk-body">${rating.reason}</p>
<h2 class="govuk-heading-m">Each standard</h2>
${judged.map(({ standardId, title: words, grade, reason, fewWhy }) => html`<p class="govuk-body">${standardId} ${words}: <strong>${grade}</strong>. ${reason}${fewWhy !== null && ` Decided with fewer than two scores: ${fewWhy}`}</p>\n`)}
${dissents.length > 0 && html`<h2 class="govuk-heading-m">Not all of us agree</h2>${dissents.map(({ words }) => html`<p class="govuk-body">${words}</p>`)}`}
<h2 class="govuk-heading-m">What we recommend</h2>
${recommendations.length === 0 ? html`<p class="govuk-body">We recommend nothing this year.</p>` : html`<ol class="govuk-list govuk-list--number">${recommendations.map(recommended)}</ol><p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/recommendations">Answer them</a>. Your answers are public.</p>`}
<p class="govuk-body">The OPCC panel: ${rating.scored} of ${rating.members === 1 ? '1 member' : `${rating.members} members`} scored every standard.</p>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/contract/${year}/rating">What the public reads of it</a></p>
</div></div>`
  const before = backLink(`/desk/${team.id}/recommendations`, 'Recommendations of the panel')
  return page({ title: `${title} – ${team.name}`, body, site, before })
}

const recommended = ({ words, closedBy, ownerRole, dueOn, answerBy }: Recommendation): Html =>
  html`<li>${words} Owner: ${roleInWords[ownerRole]}. To be done by ${inWords(dueOn)}${answerBy !== null && `, answered by ${inWords(answerBy)}`}. We would take as proof: ${closedBy}</li>
`
