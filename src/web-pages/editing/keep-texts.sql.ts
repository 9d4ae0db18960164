import type { Sql } from '#platform/database/database.ts'
import type { PageText, TextSection, Version } from './page-text.ts'

/** Begins a text unless it is there, and holds it for this transaction; answers it, or null where the id is another team's. */
export async function holdText(
  sql: Sql,
  text: { readonly id: string; readonly teamId: string; readonly section: TextSection | null },
  at: Date,
): Promise<Pick<PageText, 'id' | 'takenDownAt'> | null> {
  await sql`
    insert into page_text (id, team_id, section, begun_at) values (${text.id}, ${text.teamId}, ${text.section}, ${at})
    on conflict do nothing`
  const [held] = await sql<Pick<PageText, 'id' | 'takenDownAt'>[]>`
    select id, taken_down_at as "takenDownAt" from page_text
    where team_id = ${text.teamId} and section is not distinct from ${text.section}
      and (section is not null or id = ${text.id}) for update`
  return held ?? null
}

type NewVersion = Omit<Version, 'state' | 'decidedAt' | 'sentBackWith' | 'showsFrom' | 'showsUntil' | 'saysCurrent'>

/** Keeps a version, which then waits for an officer; earlier ones that waited are replaced by it. */
export async function insertVersion(sql: Sql, v: NewVersion): Promise<void> {
  await sql`
    update page_text_version set state = 'replaced' where text_id = ${v.textId} and state = 'waiting'`
  await sql`
    insert into page_text_version (id, text_id, number, title, words, why, wished_from, last_day, role, on_phone, written_at,
      written_by, state)
    values (${v.id}, ${v.textId}, ${v.number}, ${v.title}, ${v.words}, ${v.why}, ${v.wishedFrom}, ${v.lastDay}, ${v.role},
      ${v.onPhone}, ${v.writtenAt}, ${v.writtenBy}, 'waiting')`
}

type Decided = { readonly at: Date; readonly by: string | null }

/** Publishes a version that waits; false where it waits no more. */
export async function markPublished(
  sql: Sql,
  id: string,
  shown: { readonly from: Date; readonly until: Date | null; readonly saysCurrent: boolean },
  { at, by }: Decided,
): Promise<boolean> {
  const published = await sql`
    update page_text_version set state = 'published', decided_at = ${at}, decided_by = ${by}, shows_from = ${shown.from},
      shows_until = ${shown.until}, says_current = ${shown.saysCurrent}
    where id = ${id} and state = 'waiting' returning id`
  return published.length > 0
}

/** Sends a version that waits back to its writer; false where it waits no more. */
export async function markSentBack(sql: Sql, id: string, words: string, { at, by }: Decided): Promise<boolean> {
  const sent = await sql`
    update page_text_version set state = 'sent back', sent_back_with = ${words}, decided_at = ${at}, decided_by = ${by}
    where id = ${id} and state = 'waiting' returning id`
  return sent.length > 0
}

/** Calls off a version that is to be shown later; false where it is shown already or was never to be. */
export async function markCalledOff(sql: Sql, id: string, { at, by }: Decided): Promise<boolean> {
  const called = await sql`
    update page_text_version set state = 'called off', decided_at = ${at}, decided_by = ${by}
    where id = ${id} and state = 'published' and shows_from > ${at} and told_at is null returning id`
  return called.length > 0
}

/** Takes news down; false where it was down before. */
export async function markTakenDown(sql: Sql, id: string, why: string, { at, by }: Decided): Promise<boolean> {
  const taken = await sql`
    update page_text set taken_down_at = ${at}, taken_down_by = ${by}, taken_down_why = ${why}
    where id = ${id} and section is null and taken_down_at is null returning id`
  return taken.length > 0
}

/** A version that the public reads now and of which the ledger was not told. */
export type ToTell = Pick<Version, 'id' | 'textId' | 'role' | 'onPhone' | 'saysCurrent'> &
  Pick<PageText, 'teamId' | 'section'> & {
    readonly showsFrom: Date
    readonly forceId: string
    readonly timeZone: string
    /** Who published it, and as what. */
    readonly decidedBy: string | null
    readonly decidedAs: string
    /** Whether nobody could read of this news before. */
    readonly isFirst: boolean
  }

/** Versions that the public reads by now and of which the ledger was not told, held for this transaction; the oldest first. */
export const versionsToTell = (sql: Sql, now: Date, textId: string | null) => sql<ToTell[]>`
  select v.id, v.text_id as "textId", v.role, v.on_phone as "onPhone", v.says_current as "saysCurrent", t.team_id as "teamId",
    t.section, v.shows_from as "showsFrom", f.id as "forceId", f.time_zone as "timeZone", v.decided_by as "decidedBy",
    coalesce(p.role, v.role) as "decidedAs",
    not exists (select from page_text_version e where e.text_id = v.text_id and e.told_at is not null) as "isFirst"
  from page_text_version v join page_text t on t.id = v.text_id join team m on m.id = t.team_id
    join force f on f.id = m.force_id left join person p on p.id = v.decided_by
  where v.state = 'published' and v.told_at is null and v.shows_from <= ${now} and t.taken_down_at is null
    and (${textId}::uuid is null or t.id = ${textId}::uuid)
  order by v.shows_from, v.number, v.id limit 200 for update of v skip locked`

/** Notes of which versions the ledger was told. */
export const markTold = (sql: Sql, ids: readonly string[], at: Date) => sql`
  update page_text_version set told_at = ${at} where id = any(${[...ids]}::uuid[])`
