import type { Sql } from '#platform/database/database.ts'
import type { PageText, TextSection, VersionLine } from './page-text.ts'

const textColumns = (sql: Sql) => sql`
  t.id, t.team_id as "teamId", t.section, t.taken_down_at as "takenDownAt", t.taken_down_why as "takenDownWhy"`

/** A version without what only the ledger's telling needs. */
const versionColumns = (sql: Sql) => sql`
  v.id, v.text_id as "textId", v.number, v.title, v.words, v.why, v.wished_from as "wishedFrom", v.last_day as "lastDay",
  v.role, v.on_phone as "onPhone", v.written_at as "writtenAt", v.written_by as "writtenBy", v.state,
  v.decided_at as "decidedAt", v.sent_back_with as "sentBackWith", v.shows_from as "showsFrom", v.shows_until as "showsUntil",
  v.says_current as "saysCurrent", coalesce(w.name, 'Somebody who is here no more') as writer, d.name as decider`

const withNames = (sql: Sql) => sql`
  left join person w on w.id = v.written_by left join person d on d.id = v.decided_by`

/** The number of the version of a text that the public reads at an instant. */
const shownNumber = (sql: Sql, now: Date) => sql`
  (select s.number from page_text_version s where s.text_id = t.id and s.state = 'published' and s.shows_from <= ${now}
    order by s.shows_from desc, s.number desc limit 1) as "shownNumber"`

/** A text with its newest version, and which one the public reads; null where it reads none. */
export type TextLine = PageText & {
  readonly newest: VersionLine
  readonly shownNumber: number | null
}

/** All texts of a team, sections first, then news, the newest first. */
export async function textsOf(sql: Sql, teamId: string, now: Date): Promise<TextLine[]> {
  const [texts, newest] = await Promise.all([
    sql<(PageText & { shownNumber: number | null })[]>`
      select ${textColumns(sql)}, ${shownNumber(sql, now)} from page_text t
      where t.team_id = ${teamId} order by t.section is null, t.section, t.begun_at desc, t.id`,
    sql<VersionLine[]>`
      select distinct on (v.text_id) ${versionColumns(sql)} from page_text_version v join page_text t on t.id = v.text_id
        ${withNames(sql)}
      where t.team_id = ${teamId} order by v.text_id, v.number desc`,
  ])
  const byText = new Map(newest.map((version) => [version.textId, version]))
  return texts.flatMap((text) => {
    const version = byText.get(text.id)
    return version ? [{ ...text, newest: version }] : []
  })
}

/** A text of a team by its section or, for news, its id; null where nothing was written yet. */
export async function findText(
  sql: Sql,
  teamId: string,
  asked: { readonly section: TextSection } | { readonly id: string },
): Promise<PageText | null> {
  const which = 'section' in asked ? sql`t.section = ${asked.section}` : sql`t.id = ${asked.id} and t.section is null`
  const [text] = await sql<PageText[]>`
    select ${textColumns(sql)} from page_text t where t.team_id = ${teamId} and ${which}`
  return text ?? null
}

/** Every version of a text, the newest first. */
export const versionsOf = (sql: Sql, textId: string) => sql<VersionLine[]>`
  select ${versionColumns(sql)} from page_text_version v ${withNames(sql)}
  where v.text_id = ${textId} order by v.number desc`

/** A version that needs somebody, with its text. */
export type WaitingVersion = VersionLine & Pick<PageText, 'teamId' | 'section'>

/** What waits for an officer in a team, or was sent back and not written anew, the oldest first. */
export const waitingVersions = (sql: Sql, teamId: string) => sql<WaitingVersion[]>`
  select ${versionColumns(sql)}, t.team_id as "teamId", t.section
  from page_text_version v join page_text t on t.id = v.text_id ${withNames(sql)}
  where t.team_id = ${teamId} and v.state in ('waiting', 'sent back') and t.taken_down_at is null
    and not exists (select from page_text_version n where n.text_id = v.text_id and n.number > v.number)
  order by v.written_at, v.id`
