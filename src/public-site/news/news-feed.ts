import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { readMarkup, showMarkup } from '#web-pages/editing/markup.ts'
import type { News } from '#web-pages/editing/news.sql.ts'
import { feedText, spokenIn } from '../feed-text.ts'

/** A team's news as an Atom feed; an entry changes whenever its words do. */
export function newsFeed(
  team: Team,
  news: readonly News[],
  { site, now, language }: Pick<Visit, 'site' | 'now' | 'language'>,
): string {
  const say = sayIn(language)
  const at = (path: string) => addressIn(language, path)
  const to = (path: string) => absoluteAddress(site, at(path))
  const newest = news
    .map(({ changedAt }) => changedAt.toISOString())
    .toSorted()
    .at(-1)
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom"${spokenIn(language)}>
<id>tag:frankpledge,2026:${at(`/${team.id}/news`)}</id>
<title>${say`${team.name}: news`}</title>
<link rel="self" href="${to(`/${team.id}/news.atom`)}"/>
<link rel="alternate" type="text/html" href="${to(`/${team.id}/news`)}"/>
<author><name>${say`${team.name} neighbourhood policing team`}</name></author>
<updated>${newest ?? now.toISOString()}</updated>
${news.map((one) => entry(one, to(`/${team.id}/news/${one.id}`)))}</feed>
`
  return feedText(feed)
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
