import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'
import { outcomeWords } from './priority-line.ts'
import type { Told } from './you-said.page.ts'

/** What was done about what people said, as an Atom feed; each update is an entry. */
export function prioritiesFeed(team: Team, told: readonly Told[], { site, now }: Pick<Visit, 'site' | 'now'>): string {
  const to = (path: string) => absoluteAddress(site, path)
  const [newest] = told
    .map(({ update }) => changedAt(update))
    .toSorted()
    .toReversed()
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:frankpledge,2026:/${team.id}/you-said-we-did</id>
<title>${team.name}: you said, we did</title>
<link rel="self" href="${to(`/${team.id}/you-said-we-did/feed.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/you-said-we-did`)}"/>
<author><name>${team.name} neighbourhood policing team</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${told.map((one) => entry(one, to(`/${team.id}/priorities/${one.priority.id}`)))}</feed>
`
  // oxlint-disable-next-line no-control-regex
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')}`
}

const changedAt = ({ postedAt, rewordedAt }: Told['update']): string => (rewordedAt ?? postedAt).toISOString()

const entry = ({ update, priority }: Told, address: string): Html => html`<entry>
<id>urn:uuid:${update.id}</id>
<title>${priority.title}${update.outcome !== null && `: ${outcomeWords[update.outcome]}`}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${update.postedAt.toISOString()}</published>
<updated>${changedAt(update)}</updated>
<summary>${update.words}</summary>
</entry>
`
