import type { Force, Team } from '#areas/area.ts'
import { insetText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { ToScore } from '#assessments/rounds/waiting.sql.ts'
import type { Way } from './rooms.ts'

export type TeamsOfForce = {
  readonly force: Force
  readonly teams: readonly Team[]
  /** Places of the force's desk as a whole. */
  readonly rooms: readonly Way[]
  /** What waits for this person as one of the panel; null where they sit on none. */
  readonly waiting: { readonly toScore: readonly ToScore[]; readonly toJudge: number } | null
}

type Shown = {
  readonly site: SiteChrome
  readonly reach: readonly TeamsOfForce[]
  /** Whether this person works at the desk; those who judge read the public pages instead. */
  readonly seesWeeks: boolean
  readonly loadsFrameworks: boolean
}

/** Where somebody who looks after several teams chooses one. */
export function chooseTeamPage({ site, reach, seesWeeks, loadsFrameworks }: Shown): Html {
  const title = seesWeeks ? 'Choose a team' : 'Teams and their contracts'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${reach.every(({ teams }) => teams.length === 0) && insetText('There are no teams here yet.')}
${reach.map((each) => teamsOf(each, seesWeeks))}
${loadsFrameworks && html`<p class="govuk-body"><a class="govuk-link" href="/desk/frameworks/load">Load a framework</a></p>`}
</div></div>`
  return page({ title, body, site })
}

function teamsOf({ force, teams, rooms, waiting }: TeamsOfForce, seesWeeks: boolean): Html {
  const links = teams.map(
    ({ id, name }) => html`<li><a class="govuk-link" href="${seesWeeks ? '/desk' : ''}/${id}">${name}</a></li>\n`,
  )
  return html`<h2 class="govuk-heading-m">${force.name}</h2>
${waiting !== null && waitingOf(force, waiting)}<ul class="govuk-list govuk-list--spaced">
${links}</ul>
${rooms.length > 0 && roomsOf(force, rooms)}
`
}

function waitingOf({ id }: Force, { toScore, toJudge }: NonNullable<TeamsOfForce['waiting']>): Html {
  const contracts = (n: number) => (n === 1 ? '1 contract' : `${n} contracts`)
  const scores = (n: number) => (n === 1 ? '1 score' : `${n} scores`)
  const rounds = toScore.map(
    (each) =>
      html`<li><a class="govuk-link" href="/desk/${id}/rounds/${each.roundId}">Contracts to score in the round of ${each.year}</a>: ${contracts(each.contracts)}, ${scores(each.scores)}</li>\n`,
  )
  const answers =
    toJudge > 0 &&
    html`<li><a class="govuk-link" href="/desk/${id}/recommendations">Answers to judge</a>: ${toJudge}</li>\n`
  return html`<h3 class="govuk-heading-s">Waiting for you</h3>
${rounds.length === 0 && toJudge === 0 ? html`<p class="govuk-body">Nothing waits for you.</p>` : html`<ul class="govuk-list govuk-list--spaced">${rounds}${answers}</ul>`}
<h3 class="govuk-heading-s">Teams</h3>
`
}

const roomsOf = ({ name }: Force, rooms: readonly Way[]): Html => html`<h3 class="govuk-heading-s">All of ${name}</h3>
<ul class="govuk-list govuk-list--spaced">
${rooms.map(({ words, href }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>\n`)}</ul>
`
