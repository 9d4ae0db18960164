import type { Team } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { inWords, instantAt, weekdayInWords, type Day } from '#platform/day.ts'
import { breadcrumbs, details, summaryList, tag, textarea, warningText } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { absoluteAddress, page, type SiteChrome } from '#platform/page.ts'
import type { TeamFound } from './find.ts'

type Shown = TeamFound & { readonly site: SiteChrome }
type OneShown = Shown & { readonly planned: PlannedEngagement; readonly today: Day }

/** Where people can talk to a team from today on, by day. */
export function eventsPage({ site, force, team, planned }: Shown & { planned: readonly PlannedEngagement[] }): Html {
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${team.name} neighbourhood policing team</span> Where you can talk to us</h1>
${planned.length === 0 ? html`<p class="govuk-body">Nothing is planned at the moment.</p>` : eventList(planned)}
${followLinks(team)}
${forOtherSites(site, team)}
</div></div>`
  return page({
    title: `Where you can talk to us – ${team.name}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: force.name, href: `/${force.id}` },
      { words: team.name, href: `/${team.id}` },
    ]),
    description: `When and where you can talk to ${team.name} neighbourhood policing team.`,
    head: feedLink(team),
  })
}

/** What the keeper of another site, such as a parish council's, puts into a page there. */
function forOtherSites(site: SiteChrome, team: Team): Html {
  const address = absoluteAddress(site, `/${team.id}/events/embed`)
  const title = `Where you can talk to ${team.name} neighbourhood policing team`
  const frame = html`<iframe src="${address}" title="${title}" width="100%" height="480" loading="lazy"></iframe>`
  const asked = textarea({
    name: 'frame',
    label: 'Copy this into a page of your site',
    value: frame.text,
    rows: 4,
    readOnly: true,
  })
  const words = html`<p class="govuk-body">It keeps itself up to date, and sets no cookies. <a class="govuk-link" href="/${team.id}/events/embed">See the list alone</a></p>`
  return details('Put this list on your own site', joined([asked, words]))
}

/** One planned engagement for whoever may come to it, also as schema.org tells machines of it. */
export function eventPage({ site, force, team, planned, today }: OneShown): Html {
  const { id, title, state, method, howToAsk, accessibility } = planned
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds" itemscope itemtype="https://schema.org/Event">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${team.name} neighbourhood policing team</span> <span itemprop="name">${title}</span></h1>
${changeSaid(planned)}
<link itemprop="eventStatus" href="https://schema.org/${statusOf(planned)}">
${summaryList([
  { key: 'When', value: timeOf(planned, force.timeZone) },
  {
    key: 'Where',
    value: html`<span itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">${planned.place}</span></span>`,
  },
  { key: 'What', value: capitalised(method) },
  { key: 'Accessibility', value: accessibility || 'Nobody has said yet: ask before you come.' },
  { key: 'To ask about it', value: howToAsk ?? 'Call 101 and ask for the neighbourhood policing team.' },
])}
${
  state === 'planned' &&
  html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events/${id}/event.ics">Add it to your calendar</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events/${id}/follow">Tell me if this changes</a></p>\n`
}${
    state !== 'cancelled' &&
    planned.heldOn <= today &&
    html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events/${id}/feedback">Were you there? Tell us how it was</a></p>\n`
  }<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events/${id}/poster.pdf">Poster to print (PDF, one page)</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events">All dates of ${team.name}</a></p>
</div></div>`
  return page({
    title: `${state === 'cancelled' ? 'Cancelled: ' : ''}${title}, ${inWords(planned.heldOn)} – ${team.name}`,
    body,
    site,
    before: breadcrumbs([
      { words: 'Find your team', href: '/' },
      { words: team.name, href: `/${team.id}` },
      { words: 'Where you can talk to us', href: `/${team.id}/events` },
    ]),
    description: `${title}: ${whenInWords(planned)}, ${planned.place}.`,
    head: feedLink(team),
  })
}

/** The next engagements as a list of days. */
export const eventList = (planned: readonly PlannedEngagement[]): Html =>
  html`<ul class="meetings">\n${[...Map.groupBy(planned, ({ heldOn }) => heldOn)].map(
    ([
      on,
      ofDay,
    ]) => html`<li><p class="meetings__day"><time datetime="${on}">${weekdayInWords(on)} ${inWords(on)}</time></p>
<div class="meetings__what">${ofDay.map(line)}</div></li>
`,
  )}</ul>`

const line = ({ teamId, id, title, begins, ends, place, state, moved }: PlannedEngagement): Html =>
  html`<p class="meetings__one"><a class="govuk-link" href="/${teamId}/events/${id}"><strong>${title}</strong></a> ${state === 'cancelled' ? tag('Cancelled', 'red') : moved && tag('Moved', 'yellow')}<br>${begins} to ${ends}${!title.includes(place) && ` · ${place}`}</p>
`

/** Ways to keep up with a team's dates without an account. */
export const followLinks = ({ id }: Team): Html =>
  html`<p class="govuk-body">Follow: <a class="govuk-link" href="/${id}/events.ics">calendar</a>, <a class="govuk-link" href="/${id}/events.atom">feed</a>, <a class="govuk-link" href="/${id}/events/follow">mail when dates change</a></p>
`

/** `Saturday 5 December 2026, 10:00 to 12:00`. */
export const whenInWords = ({ heldOn, begins, ends }: PlannedEngagement): string =>
  `${weekdayInWords(heldOn)} ${inWords(heldOn)}, ${begins} to ${ends}`

function changeSaid({ state, moved, reason }: PlannedEngagement): Html | false {
  if (state === 'cancelled') return warningText(`This is cancelled. ${reason ?? ''}`)
  return moved && warningText(`This was moved: the time and place below are the new ones. ${reason ?? ''}`)
}

function statusOf({ state, moved }: PlannedEngagement): string {
  if (state === 'cancelled') return 'EventCancelled'
  return moved ? 'EventRescheduled' : 'EventScheduled'
}

function timeOf({ heldOn, begins, ends }: PlannedEngagement, timeZone: string): Html {
  const at = (time: string) =>
    Temporal.Instant.fromEpochMilliseconds(instantAt(heldOn, time, timeZone).getTime()).toString({ timeZone })
  return html`${weekdayInWords(heldOn)} ${inWords(heldOn)}, <time itemprop="startDate" datetime="${at(begins)}">${begins}</time> to <time itemprop="endDate" datetime="${at(ends)}">${ends}</time>`
}

const feedLink = ({ id }: Team): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="/${id}/events.atom">
<link rel="alternate" type="text/calendar" href="/${id}/events.ics">
`
