import { randomUUID } from 'node:crypto'
import { inWords } from '#platform/day.ts'
import { button } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import type { Team } from '#areas/area.ts'
import { fewestTold } from './survey.ts'
import type { SurveyLine } from './surveys.sql.ts'

type Shown = { readonly team: Team; readonly surveys: readonly SurveyLine[]; readonly mayManage: boolean }

/** What councillors were asked: how many answered, never what; the answers are told together once a survey is closed. */
export function surveyPart({ team, surveys, mayManage }: Shown): Html {
  const open = surveys.find(({ closedOn }) => closedOn === null)
  const lines = surveys.map((survey) => html`<li>${toldOf(survey)}</li>\n`)
  return html`<section aria-labelledby="survey"><h2 class="govuk-heading-m" id="survey">What councillors say of us</h2>
${surveys.length === 0 ? html`<p class="govuk-body">Councillors were never asked.</p>` : html`<ul class="govuk-list govuk-list--bullet">\n${lines}</ul>`}
${mayManage && (open === undefined ? beginForm(team) : closeForm(team, open))}
</section>`
}

function toldOf({ begunOn, closedOn, asked, answered }: SurveyLine): string {
  const so = closedOn === null ? ' so far' : ''
  const begun = `Asked on ${inWords(begunOn)}: ${answered} of ${asked} answered${so}.`
  if (closedOn === null) return begun
  const few =
    answered < fewestTold ? ' Too few to be told without telling who said what.' : ' The answers are in the ledger.'
  return `${begun} Closed on ${inWords(closedOn)}.${few}`
}

const beginForm = (team: Team): Html =>
  html`<form method="post" action="/desk/${team.id}/councils/surveys">
<input type="hidden" name="id" value="${randomUUID()}">
<p class="govuk-body">Each councillor in the network is asked three things by a link of their own: whether they feel informed, in time, and pass it on.</p>
${button('Ask the councillors', { kind: 'secondary' })}
</form>`

const closeForm = (team: Team, { id }: SurveyLine): Html =>
  html`<form method="post" action="/desk/${team.id}/councils/surveys/${id}/close">
${button('Close the survey and count the answers', { kind: 'secondary' })}
</form>`
