import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { html, type Html } from '#platform/html.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import type { SiteChrome } from '#platform/page.ts'
import { framePage } from './embedded/frame.page.ts'
import type { TeamFound } from './find.ts'

type Shown = TeamFound & { readonly site: SiteChrome; readonly planned: readonly PlannedEngagement[] }

/** The next dates of a team for a frame on another site, such as a parish council's; each link leads out of the frame. */
export function embeddedEventsPage({ force, team, site, planned }: Shown): Html {
  const say = sayIn(site.language)
  return framePage({
    site,
    title: say`Where you can talk to ${team.name} neighbourhood policing team`,
    body: framedDates(planned, say),
    more: { words: say`All dates, at ${force.name}`, path: `/${team.id}/events` },
  })
}

/** Dates as a frame lists them. */
export const framedDates = (planned: readonly PlannedEngagement[], say: Say): Html =>
  planned.length === 0
    ? html`<p>${say`Nothing is planned at the moment.`}</p>`
    : html`<ul>\n${planned.map((one) => line(one, say))}</ul>`

function line({ teamId, id, title, heldOn, begins, ends, place, state, moved }: PlannedEngagement, say: Say): Html {
  const change =
    state === 'cancelled' ? html` <strong>${say`Cancelled`}</strong>` : moved && html` <strong>${say`Moved`}</strong>`
  const from = html`<time datetime="${heldOn}T${begins}">${say`${say.weekday(heldOn)} ${say.day(heldOn)}, ${begins}`}</time>`
  return html`<li><a href="${addressIn(say.language, `/${teamId}/events/${id}`)}" target="_top">${say.own(title)}</a>${change}<br>${say`${from} to ${ends}`}<br>${place}</li>
`
}
