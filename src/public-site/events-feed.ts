import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { english } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { whenInWords } from './events.page.ts'

/** Planned engagements of a team as an Atom feed; an entry changes whenever the engagement is moved or cancelled. */
export function eventsFeed(
  team: Team,
  planned: readonly PlannedEngagement[],
  { site, now }: Pick<Visit, 'site' | 'now'>,
): string {
  const to = (path: string) => absoluteAddress(site, path)
  const newest = planned
    .map(({ changedAt }) => changedAt.toISOString())
    .toSorted()
    .at(-1)
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:frankpledge,2026:/${team.id}/events</id>
<title>${team.name}: where you can talk to us</title>
<link rel="self" href="${to(`/${team.id}/events.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/events`)}"/>
<author><name>${team.name} neighbourhood policing team</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${planned.map((one) => entry(one, to(`/${team.id}/events/${one.id}`)))}</feed>
`
  // oxlint-disable-next-line no-control-regex
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')}`
}

function entry(planned: PlannedEngagement, address: string): Html {
  const { id, title, place, state, moved, reason, changedAt } = planned
  const said = state === 'cancelled' ? 'Cancelled: ' : moved ? 'Moved: ' : ''
  return html`<entry>
<id>urn:uuid:${id}</id>
<title>${said}${title}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${changedAt.toISOString()}</updated>
<summary>${whenInWords(planned, english)}, ${place}.${reason !== null && ` ${reason}`}</summary>
</entry>
`
}
