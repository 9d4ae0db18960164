import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { feedText, spokenIn } from '../feed-text.ts'
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
  const [newest] = told
    .map(({ update }) => changedAt(update))
    .toSorted()
    .toReversed()
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom"${spokenIn(language)}>
<id>tag:frankpledge,2026:${at(`/${team.id}/you-said-we-did`)}</id>
<title>${say`${team.name}: you said, we did`}</title>
<link rel="self" href="${to(`/${team.id}/you-said-we-did/feed.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/you-said-we-did`)}"/>
<author><name>${say`${team.name} neighbourhood policing team`}</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${told.map((one) => entry(one, to(`/${team.id}/priorities/${one.priority.id}`), say))}</feed>
`
  return feedText(feed)
}

const changedAt = ({ postedAt, rewordedAt }: Told['update']): string => (rewordedAt ?? postedAt).toISOString()

const entry = ({ update, priority }: Told, address: string, say: Say): Html => html`<entry>
<id>urn:uuid:${update.id}</id>
<title>${priority.title}${update.outcome !== null && `: ${say.word(outcomeWords[update.outcome])}`}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${update.postedAt.toISOString()}</published>
<updated>${changedAt(update)}</updated>
<summary>${update.words}</summary>
</entry>
`
