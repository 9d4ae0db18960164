import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { feedText, spokenIn } from './feed-text.ts'
import { whenInWords } from './events.page.ts'

/** Planned engagements of a team as an Atom feed; an entry changes whenever the engagement is moved or cancelled. */
export function eventsFeed(
  team: Team,
  planned: readonly PlannedEngagement[],
  { site, now, language }: Pick<Visit, 'site' | 'now' | 'language'>,
): string {
  const say = sayIn(language)
  const at = (path: string) => addressIn(language, path)
  const to = (path: string) => absoluteAddress(site, at(path))
  const newest = planned
    .map(({ changedAt }) => changedAt.toISOString())
    .toSorted()
    .at(-1)
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom"${spokenIn(language)}>
<id>tag:frankpledge,2026:${at(`/${team.id}/events`)}</id>
<title>${say`${team.name}: where you can talk to us`}</title>
<link rel="self" href="${to(`/${team.id}/events.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/events`)}"/>
<author><name>${say`${team.name} neighbourhood policing team`}</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${planned.map((one) => entry(one, to(`/${team.id}/events/${one.id}`), say))}</feed>
`
  return feedText(feed)
}

function entry(planned: PlannedEngagement, address: string, say: Say): Html {
  const { id, title, place, state, moved, reason, changedAt } = planned
  const said = state === 'cancelled' ? say.text`Cancelled: ${title}` : moved ? say.text`Moved: ${title}` : title
  return html`<entry>
<id>urn:uuid:${id}</id>
<title>${said}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${changedAt.toISOString()}</updated>
<summary>${whenInWords(planned, say)}, ${place}.${reason !== null && ` ${reason}`}</summary>
</entry>
`
}
