import type { Team } from '#areas/area.ts'
import { inWords } from '#platform/day.ts'
import { backLink, buttonLink, insetText, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { Priority } from '#priorities/priority.ts'

type Shown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly priorities: readonly Priority[]
  readonly mayPropose: boolean
}

const colours = {
  triaged: 'yellow',
  set: 'blue',
  planned: 'blue',
  'in hand': 'purple',
  'reported back': 'teal',
  closed: 'green',
  reopened: 'orange',
  'turned down': 'grey',
} as const
const words = { triaged: 'proposed' } as const

/** Where a priority stands, in a word; never by colour alone. */
export const stateTag = (state: Priority['state']): Html =>
  tag(state === 'triaged' ? words.triaged : state, colours[state])

/** A team's priorities: what is open, and what came of the others. */
export function prioritiesPage({ site, team, priorities, mayPropose }: Shown): Html {
  const isOver = ({ state }: Priority) => state === 'closed' || state === 'turned down'
  const open = priorities.filter((one) => !isOver(one))
  const over = priorities.filter(isOver)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">Priorities</h1>
${mayPropose && buttonLink('Propose a priority', `/desk/${team.id}/priorities/new`, { kind: 'secondary' })}
${open.length === 0 ? insetText('No priority is open.') : list(team, open)}
${over.length > 0 && html`<h2 class="govuk-heading-m">What came of others</h2>${list(team, over)}`}
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/priorities">As the public sees them</a></p>
</div></div>`
  return page({ title: `Priorities – ${team.name}`, body, site, before: backLink(`/desk/${team.id}`, 'This week') })
}

const list = (team: Team, priorities: readonly Priority[]): Html =>
  html`<ul class="week-list__rows">
${priorities.map(
  ({ id, title, state, level, setOn, outcome }) => html`<li class="week-row">
<div class="week-row__told">
<p class="week-row__what"><a class="govuk-link" href="/desk/${team.id}/priorities/${id}">${title}</a></p>
<p class="week-row__facts">${stateTag(state)} ${level === 'higher' && html`${tag('higher', 'red')} `}${setOn !== null && html`<span><b>Set</b> ${inWords(setOn)}</span> `}${outcome !== null && html`<span><b>Outcome</b> ${outcome}</span>`}</p>
</div>
</li>
`,
)}</ul>`
