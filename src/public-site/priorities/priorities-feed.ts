import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { atomFeed, latestOf } from '../atom-feed.ts'
import { outcomeWords } from './priority-line.ts'
import type { Told } from './you-said.page.ts'

/** What was done about what people said, as an Atom feed; each update is an entry. */
export function prioritiesFeed(
  team: Team,
  told: readonly Told[],
  { site, now, language }: Pick<Visit, 'site' | 'now' | 'language'>,
): string {
  const say = sayIn(language)
  const at = (path: string) => addressIn(language, path)
  const to = (path: string) => absoluteAddress(site, at(path))
  return atomFeed(
    {
      about: at(`/${team.id}/you-said-we-did`),
      title: say`${team.name}: you said, we did`,
      author: say`${team.name} neighbourhood policing team`,
      self: to(`/${team.id}/you-said-we-did/feed.atom`),
      alternate: to(`/${team.id}/you-said-we-did`),
      updated: latestOf(
        told.map(({ update }) => changedAt(update)),
        now,
      ),
      language,
    },
    told.map((one) => entry(one, to(`/${team.id}/priorities/${one.priority.id}`), say)),
  )
}

const changedAt = ({ postedAt, rewordedAt }: Told['update']): Date => rewordedAt ?? postedAt

const entry = ({ update, priority }: Told, address: string, say: Say): Html => html`<entry>
<id>urn:uuid:${update.id}</id>
<title>${priority.title}${update.outcome !== null && `: ${say.word(outcomeWords[update.outcome])}`}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${update.postedAt.toISOString()}</published>
<updated>${changedAt(update).toISOString()}</updated>
<summary>${update.words}</summary>
</entry>
`
