import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import type { Person } from '#people/person.ts'
import { inWords, type Day } from '#platform/day.ts'
import { backLink, button, details, insetText, select, summaryList } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { advocatesPart, type Advocates } from './advocates.page.ts'
import { councilRow } from './council-row.page.ts'
import type { Council } from './council.ts'
import { surveyPart } from './survey-part.page.ts'
import type { SurveyLine } from './surveys.sql.ts'

export type CouncilsShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly councils: readonly Council[]
  readonly inspector: { readonly name: string; readonly personId: string; readonly since: string } | null
  /** Those who could be named; empty for those who may not name one. */
  readonly inspectors: readonly Person[]
  readonly patrol: { readonly stands: boolean; readonly on: Day | null; readonly taken: number }
  /** Null where the team has no councillor advocate. */
  readonly advocates: Advocates | null
  readonly surveys: readonly SurveyLine[]
  readonly mayManage: boolean
}

/** What a team keeps up with its councils: each with its clerk, meetings and councillors, and what is due next. */
export function councilsPage(shown: CouncilsShown): Html {
  const { site, team, today, councils, advocates } = shown
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Councils</h1>
${inspectorPart(shown)}
<section class="week-list" aria-labelledby="councils"><h2 class="govuk-heading-m" id="councils">Councils and parishes</h2>
${councils.length === 0 ? html`<p class="govuk-body week-list__empty">No council is in the network yet.</p>` : html`<ul class="week-list__rows">\n${councils.map((council) => councilRow(council, team, today))}</ul>`}
</section>
${patrolPart(shown)}
${advocates !== null && advocatesPart(advocates, team, today)}
${surveyPart(shown)}
<p class="govuk-body"><a class="govuk-link" href="/desk/${team.id}/partners">Partners, watch schemes and the sergeants’ day</a></p>
</div></div>`
  return page({ title: `Councils – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

function inspectorPart({ team, inspector, inspectors }: CouncilsShown): Html {
  const named =
    inspector === null ? 'Nobody is named yet' : `${inspector.name}, since ${inWords(inspector.since as Day)}`
  const form = html`<form class="desk-form" method="post" action="/desk/${team.id}/councils/inspector">
<input type="hidden" name="id" value="${randomUUID()}">
${select({ name: 'inspector', label: 'Which inspector?', choices: inspectors.map(({ id, name }) => ({ value: id, words: name })), value: inspector?.personId })}
${button('Name this inspector', { kind: 'secondary' })}
</form>`
  return html`${summaryList([{ key: 'Inspector responsible for councillors', value: named }])}
${inspectors.length > 0 && details('Name the inspector', form)}`
}

function patrolPart({ team, today, patrol, councils }: CouncilsShown): Html {
  const { stands, on, taken } = patrol
  const told = stands
    ? `The offer to come on patrol stands${on === null ? '' : `, since ${inWords(on)}`}. ${taken === 1 ? 'One place was' : `${taken} places were`} taken within a year.`
    : 'No offer to come on patrol stands.'
  return html`<section aria-labelledby="patrol"><h2 class="govuk-heading-m" id="patrol">Councillors on patrol</h2>
<p class="govuk-body">${told}</p>
${noteForm(team, 'offered', stands ? 'Take the offer back' : 'Offer councillors a place', html`<input type="hidden" name="stands" value="${stands ? 'no' : 'yes'}">`)}
${councils.length > 0 && details('A councillor came along', takenForm(team, councils, today))}
</section>`
}

const takenForm = (team: Team, councils: readonly Council[], today: Day): Html =>
  noteForm(
    team,
    'taken',
    `Note it for today, ${inWords(today)}`,
    select({
      name: 'with',
      label: 'Of which council?',
      choices: councils.map(({ organisation: { id, name } }) => ({ value: id, words: name })),
    }),
  )

/** A form of one button that notes something for today; sent twice, it is noted once. */
export const noteForm = (team: Team, what: string, words: string, fields: Html = nothing): Html =>
  html`<form method="post" action="/desk/${team.id}/councils/${what}">
<input type="hidden" name="id" value="${randomUUID()}">${fields}
${button(words, { kind: 'secondary' })}
</form>`

/** What is said where a form was sent for something that needs no more than saying so. */
export const notEmergency = (): Html =>
  insetText('This is not for emergencies: call 999 in an emergency, 101 otherwise.')
