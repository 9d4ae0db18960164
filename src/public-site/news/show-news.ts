import { isUuid } from '#engagements/is-uuid.ts'
import { text, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { findNews, latestNews } from '#web-pages/editing/news.sql.ts'
import { nowhere, teamOf } from '../find.ts'
import { newsFeed } from './news-feed.ts'
import { newsItemPage, newsPage } from './news.page.ts'

const most = 100

/** What a team tells. */
export async function showNews(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const news = await latestNews(visit.db, found.team.id, visit.now, most)
  return newsPage({ ...found, site: visit.site, news })
}

/** One news item; what had its last day or was taken down is not there. */
export async function showNewsItem(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const id = visit.params['id'] ?? ''
  const item = isUuid(id) ? await findNews(visit.db, found.team.id, id, visit.now) : null
  const say = sayIn(visit.language)
  const wayBack = { words: say.text`News of ${found.team.name}`, href: `/${found.team.id}/news` }
  if (!item) throw nowhere(say.text`This news is not here, or no longer.`, wayBack)
  return newsItemPage({ ...found, site: visit.site, item })
}

/** A team's news as a feed. */
export async function giveNewsFeed(visit: Visit): Promise<Answer> {
  const { team } = await teamOf(visit)
  const news = await latestNews(visit.db, team.id, visit.now, 30)
  return text(newsFeed(team, news, visit), 200, 'application/atom+xml; charset=utf-8')
}
