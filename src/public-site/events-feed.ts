import type { Team } from '#areas/area.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { atomFeed, latestOf } from './atom-feed.ts'
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
  return atomFeed(
    {
      about: at(`/${team.id}/events`),
      title: say`${team.name}: where you can talk to us`,
      author: say`${team.name} neighbourhood policing team`,
      self: to(`/${team.id}/events.atom`),
      alternate: to(`/${team.id}/events`),
      updated: latestOf(
        planned.map(({ changedAt }) => changedAt),
        now,
      ),
      language,
    },
    planned.map((one) => entry(one, to(`/${team.id}/events/${one.id}`), say)),
  )
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
