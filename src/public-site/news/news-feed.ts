import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'
import { readMarkup, showMarkup } from '#web-pages/editing/markup.ts'
import type { News } from '#web-pages/editing/news.sql.ts'

/** A team's news as an Atom feed; an entry changes whenever its words do. */
export function newsFeed(team: Team, news: readonly News[], { site, now }: Pick<Visit, 'site' | 'now'>): string {
  const to = (path: string) => absoluteAddress(site, path)
  const newest = news
    .map(({ changedAt }) => changedAt.toISOString())
    .toSorted()
    .at(-1)
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:frankpledge,2026:/${team.id}/news</id>
<title>${team.name}: news</title>
<link rel="self" href="${to(`/${team.id}/news.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/news`)}"/>
<author><name>${team.name} neighbourhood policing team</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${news.map((one) => entry(one, to(`/${team.id}/news/${one.id}`)))}</feed>
`
  // oxlint-disable-next-line no-control-regex
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')}`
}

const entry = ({ id, title, words, shownSince, changedAt }: News, address: string): Html =>
  html`<entry>
<id>urn:uuid:${id}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${shownSince.toISOString()}</published>
<updated>${changedAt.toISOString()}</updated>
<content type="html">${showMarkup(readMarkup(words)).text}</content>
</entry>
`
