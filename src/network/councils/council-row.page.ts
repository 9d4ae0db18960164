import type { Team } from '#areas/area.ts'
import { inWords, type Day } from '#platform/day.ts'
import { details, tag } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import { networkOf } from '../keeper-at.ts'
import { dueAfter, isOverdue, nextThingOf, weeksLookedAt, type Council } from './council.ts'

/** A council: its clerk, who keeps in touch, meetings, briefings, and the next thing that is due. */
export function councilRow(council: Council, team: Team, today: Day): Html {
  const { organisation, own, clerk, clerkName } = council
  const network = networkOf(team.id)
  const next = nextThingOf(council)
  return html`<li class="week-row"><div class="week-row__told">
<h3 class="week-row__what"><a class="govuk-link" href="${network}/organisations/${organisation.id}">${organisation.name}</a></h3>
<p class="week-row__facts">${isOverdue(next, today) ? tag('Due now', 'red') : tag('Next', 'blue')} <span><b>${sentence(next.what)}</b>${next.by === null ? ', which never happened yet' : ` by ${inWords(next.by)}`}</span></p>
<p class="week-row__facts"><span><b>Clerk</b> ${clerkName === null ? 'nobody known' : html`<bdi>${clerkName}</bdi>`}</span> <span><b>Kept in touch by</b> ${clerk?.owner ?? own?.owner ?? 'nobody'}</span></p>
${factsOf(council, team)}
${councillorsOf(council)}
<ul class="govuk-list council-ways">
${clerk && way(`${network}/contacts/new?with=${clerk.relationshipId}`, 'Log a contact with the clerk', organisation.name)}
${way(`${network}/meetings/new?with=${organisation.id}`, 'Record a meeting', organisation.name)}
${way(`${network}/meetings/plan?with=${organisation.id}`, 'Plan a meeting', organisation.name)}
${way(`/desk/${team.id}/councils/${organisation.id}/briefing`, 'Quarterly briefing', organisation.name)}
</ul></div></li>
`
}

/** Rows repeat, so the words heard say whose link it is. */
const way = (href: string, words: string, of: string): Html =>
  html`<li><a class="govuk-link" href="${href}">${words}<span class="govuk-visually-hidden">: ${of}</span></a></li>
`

function factsOf({ clerk, told, clerkTold, nextMeeting }: Council, team: Team): Html {
  const [briefed, asked] = [clerkTold?.briefedOn ?? null, clerkTold?.askedOn ?? null]
  const meeting =
    nextMeeting &&
    html`<a class="govuk-link" href="${networkOf(team.id)}/meetings/${nextMeeting.id}">${inWords(nextMeeting.heldOn)}</a>`
  return html`<dl class="facts">
<dt>Last meeting</dt><dd>${on(told?.metOn ?? null)}${told !== null && told.reports > 0 && `; ${told.reports} written ${told.reports === 1 ? 'report' : 'reports'} within a year`}</dd>
<dt>Next meeting</dt><dd>${meeting ?? 'None is planned'}</dd>
${
  clerk !== null &&
  html`<dt>Clerk briefed</dt><dd>${on(briefed)}${again(briefed)}</dd>
<dt>Clerk asked how we do</dt><dd>${on(asked)}${again(asked)}</dd>
<dt>In touch with the clerk</dt><dd>in ${clerkTold?.contactWeeks ?? 0} of the last ${weeksLookedAt} weeks</dd>`
}
</dl>`
}

const on = (day: Day | null): string => (day === null ? 'Never noted' : inWords(day))

function again(last: Day | null): string {
  const due = dueAfter(last, 'P6M')
  return due === null ? '' : `; again by ${inWords(due)}`
}

function councillorsOf({ councillors }: Council): Html {
  if (councillors.length === 0) return nothing
  const lines = councillors.map(
    ({
      name,
      ward,
      party,
    }) => html`<li><bdi>${name}</bdi>${ward !== '' && `, ${ward}`}${party !== null && ` (${party})`}</li>
`,
  )
  return details(
    councillors.length === 1 ? 'One councillor' : `${councillors.length} councillors`,
    html`<ul class="govuk-list">\n${lines}</ul>`,
  )
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
