import type { Team } from '#areas/area.ts'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { readMarkup, showMarkup } from '#web-pages/editing/markup.ts'
import type { News } from '#web-pages/editing/news.sql.ts'
import { atomFeed, latestOf } from '../atom-feed.ts'

/** A team's news as an Atom feed; an entry changes whenever its words do. */
export function newsFeed(
  team: Team,
  news: readonly News[],
  { site, now, language }: Pick<Visit, 'site' | 'now' | 'language'>,
): string {
  const say = sayIn(language)
  const at = (path: string) => addressIn(language, path)
  const to = (path: string) => absoluteAddress(site, at(path))
  return atomFeed(
    {
      about: at(`/${team.id}/news`),
      title: say`${team.name}: news`,
      author: say`${team.name} neighbourhood policing team`,
      self: to(`/${team.id}/news.atom`),
      alternate: to(`/${team.id}/news`),
      updated: latestOf(
        news.map(({ changedAt }) => changedAt),
        now,
      ),
      language,
    },
    news.map((one) => entry(one, to(`/${team.id}/news/${one.id}`))),
  )
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
