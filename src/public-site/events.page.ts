import type { Team } from '#areas/area.ts'
import { capitalised } from '#platform/capitalised.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { instantAt, inZone, type Day } from '#platform/day.ts'
import { details, summaryList, tag, textarea, warningText } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress, page, type SiteChrome } from '#platform/page.ts'
import { eventThing } from './discovery/things.ts'
import type { TeamFound } from './find.ts'
import { teamTrail } from './trails.ts'

type Shown = TeamFound & { readonly site: SiteChrome }
type OneShown = Shown & { readonly planned: PlannedEngagement; readonly today: Day }

/** Where people can talk to a team from today on, by day. */
export function eventsPage({ site, force, team, planned }: Shown & { planned: readonly PlannedEngagement[] }): Html {
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say`Where you can talk to us`}</h1>
${planned.length === 0 ? html`<p class="govuk-body">${say`Nothing is planned at the moment.`}</p>` : eventList(planned, say)}
${followLinks(team, say)}
${forOtherSites(site, team, say)}
</div></div>`
  return page({
    title: say.text`Where you can talk to us – ${team.name}`,
    body,
    site,
    trail: teamTrail({ force, team }, say),
    description: say.text`When and where you can talk to ${team.name} neighbourhood policing team.`,
    head: feedLink(team),
  })
}

/** What the keeper of another site, such as a parish council's, puts into a page there. */
function forOtherSites(site: SiteChrome, team: Team, say: Say): Html {
  const address = absoluteAddress(site, addressIn(site.language, `/${team.id}/events/embed`))
  const title = say.text`Where you can talk to ${team.name} neighbourhood policing team`
  const frame = html`<iframe src="${address}" title="${title}" width="100%" height="480" loading="lazy"></iframe>`
  const asked = textarea({
    name: 'frame',
    label: say.text`Copy this into a page of your site`,
    value: frame.text,
    rows: 4,
    readOnly: true,
  })
  const words = html`<p class="govuk-body">${say`It keeps itself up to date, and sets no cookies.`} <a class="govuk-link" href="/${team.id}/events/embed">${say`See the list alone`}</a> · <a class="govuk-link" href="/${team.id}/embed">${say`Put this on your site`}</a></p>`
  return details(say.text`Put this list on your own site`, joined([asked, words]))
}

/** One planned engagement for whoever may come to it, and for machines. */
export function eventPage({ site, force, team, planned, today }: OneShown): Html {
  const { title } = planned
  const say = sayIn(site.language)
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${say.own(title)}</h1>
${changeSaid(planned, say)}
${summaryList(factsOf(planned, force.timeZone, say))}
${waysOn({ team, planned, today, say })}</div></div>`
  return page({
    title: titleOf(planned, team, say),
    body,
    site,
    trail: [
      ...teamTrail({ force, team }, say),
      { words: say.text`Where you can talk to us`, href: `/${team.id}/events` },
    ],
    description: `${title}: ${whenInWords(planned, say)}, ${planned.place}.`,
    about: eventThing({ site, force, team, planned }),
    picture: { path: `/${team.id}/events/${planned.id}/share.png`, alt: titleOf(planned, team, say) },
    head: feedLink(team),
  })
}

function titleOf({ title, heldOn, state }: PlannedEngagement, { name }: Team, say: Say): string {
  const bare = `${title}, ${say.day(heldOn)} – ${name}`
  return state === 'cancelled' ? say.text`Cancelled: ${bare}` : bare
}

const factsOf = (planned: PlannedEngagement, timeZone: string, say: Say) => [
  { key: say`When`, value: timeOf(planned, timeZone, say) },
  {
    key: say`Where`,
    value: planned.place,
  },
  { key: say`What`, value: capitalised(say.word(planned.method)) },
  {
    key: say`Accessibility`,
    value: planned.accessibility ? say.own(planned.accessibility) : say`Nobody has said yet: ask before you come.`,
  },
  {
    key: say`To ask about it`,
    value:
      planned.howToAsk === null
        ? say`Call 101 and ask for the neighbourhood policing team.`
        : say.own(planned.howToAsk),
  },
]

type Ways = Pick<OneShown, 'team' | 'planned' | 'today'> & { readonly say: Say }

function waysOn({ team, planned: { id, state, heldOn }, today, say }: Ways): Html {
  const way = (path: string, words: Html) =>
    html`<p class="govuk-body"><a class="govuk-link" href="/${team.id}/events${path}">${words}</a></p>\n`
  return joined([
    state === 'planned' && way(`/${id}/event.ics`, say`Add it to your calendar`),
    state === 'planned' && way(`/${id}/follow`, say`Tell me if this changes`),
    state !== 'cancelled' && heldOn <= today && way(`/${id}/feedback`, say`Were you there? Tell us how it was`),
    way(`/${id}/poster.pdf`, say`Poster to print (PDF, one page)`),
    way('', say`All dates of ${team.name}`),
  ])
}

/** The next engagements as a list of days. */
export const eventList = (planned: readonly PlannedEngagement[], say: Say): Html =>
  html`<ul class="meetings">\n${[...Map.groupBy(planned, ({ heldOn }) => heldOn)].map(
    ([
      on,
      ofDay,
    ]) => html`<li><p class="meetings__day"><time datetime="${on}">${say.weekday(on)} ${say.day(on)}</time></p>
<div class="meetings__what">${ofDay.map((one) => line(one, say))}</div></li>
`,
  )}</ul>`

function line({ teamId, id, title, begins, ends, place, state, moved }: PlannedEngagement, say: Say): Html {
  const change = state === 'cancelled' ? tag(say`Cancelled`, 'red') : moved && tag(say`Moved`, 'yellow')
  return html`<p class="meetings__one"><a class="govuk-link" href="/${teamId}/events/${id}"><strong>${say.own(title)}</strong></a> ${change}<br>${say`${begins} to ${ends}`}${!title.includes(place) && ` · ${place}`}</p>
`
}

/** Ways to keep up with a team's dates without an account. */
export function followLinks({ id }: Team, say: Say): Html {
  const way = (file: string, words: Html) => html`<a class="govuk-link" href="/${id}/events${file}">${words}</a>`
  return html`<p class="govuk-body">${say`Follow: ${way('.ics', say`calendar`)}, ${way('.atom', say`feed`)}, ${way('/follow', say`mail when dates change`)}`}</p>
`
}

/** `Saturday 5 December 2026, 10:00 to 12:00`. */
export const whenInWords = ({ heldOn, begins, ends }: PlannedEngagement, say: Say): string =>
  say.text`${say.weekday(heldOn)} ${say.day(heldOn)}, ${begins} to ${ends}`

function changeSaid({ state, moved, reason }: PlannedEngagement, say: Say): Html | false {
  const warned = (words: Html) => warningText(html`${words} ${reason !== null && say.own(reason)}`, say.text`Warning`)
  if (state === 'cancelled') return warned(say`This is cancelled.`)
  return moved && warned(say`This was moved: the time and place below are the new ones.`)
}

function timeOf({ heldOn, begins, ends }: PlannedEngagement, timeZone: string, say: Say): Html {
  const [from, to] = [begins, ends].map(
    (time) => html`<time datetime="${inZone(instantAt(heldOn, time, timeZone), timeZone)}">${time}</time>`,
  )
  return say`${say.weekday(heldOn)} ${say.day(heldOn)}, ${from} to ${to}`
}

const feedLink = ({ id }: Team): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="/${id}/events.atom">
<link rel="alternate" type="text/calendar" href="/${id}/events.ics">
`
