import type { Sql } from '#platform/database/database.ts'
import type { TextSection } from './page-text.ts'

/** A news item as the public reads it. */
export type News = {
  readonly id: string
  readonly teamId: string
  readonly title: string
  /** Restricted Markdown: `showMarkup(readMarkup(words))` of #web-pages/editing/markup.ts makes it a page. */
  readonly words: string
  /** When the public could first read of it. */
  readonly shownSince: Date
  /** When its words last changed; the same where they never did. */
  readonly changedAt: Date
}

/** The published version that the public reads at an instant: of those that have come, the last to come. */
const shownVersion = (sql: Sql, now: Date) => sql`
  cross join lateral (
    select v.title, v.words, v.shows_from, v.shows_until from page_text_version v
    where v.text_id = t.id and v.state = 'published' and v.shows_from <= ${now}
    order by v.shows_from desc, v.number desc limit 1) v`

const newsColumns = (sql: Sql, now: Date) => sql`
  t.id, t.team_id as "teamId", v.title, v.words, v.shows_from as "changedAt",
  (select min(f.shows_from) from page_text_version f
    where f.text_id = t.id and f.state = 'published' and f.shows_from <= ${now}) as "shownSince"`

const isOpen = (sql: Sql, now: Date) => sql`
  t.section is null and (t.taken_down_at is null or t.taken_down_at > ${now}) and (v.shows_until is null or v.shows_until > ${now})`

/** The newest news of a team that the public may read at an instant, at most so many; what has had its last day is not among it. */
export const latestNews = (sql: Sql, teamId: string, now: Date, most: number) => sql<News[]>`
  select ${newsColumns(sql, now)} from page_text t ${shownVersion(sql, now)}
  where t.team_id = ${teamId} and ${isOpen(sql, now)} order by "shownSince" desc, t.id limit ${most}`

/** A news item that the public may read at an instant, or null. */
export async function findNews(sql: Sql, teamId: string, id: string, now: Date): Promise<News | null> {
  const [news] = await sql<News[]>`
    select ${newsColumns(sql, now)} from page_text t ${shownVersion(sql, now)}
    where t.team_id = ${teamId} and t.id = ${id} and ${isOpen(sql, now)}`
  return news ?? null
}

/** What a section says, and since when it says so. */
export type SectionText = { readonly section: TextSection; readonly words: string; readonly changedAt: Date }

/** The words of every section of a team's page that has any, as the public reads them at an instant. */
export const sectionTexts = (sql: Sql, teamId: string, now: Date) => sql<SectionText[]>`
  select t.section, v.words, v.shows_from as "changedAt" from page_text t ${shownVersion(sql, now)}
  where t.team_id = ${teamId} and t.section is not null order by t.section`

/** The words of one section as the public reads them at an instant, or null where it has none. */
export async function sectionText(
  sql: Sql,
  teamId: string,
  section: TextSection,
  now: Date,
): Promise<SectionText | null> {
  const [text] = await sql<SectionText[]>`
    select t.section, v.words, v.shows_from as "changedAt" from page_text t ${shownVersion(sql, now)}
    where t.team_id = ${teamId} and t.section = ${section}`
  return text ?? null
}
