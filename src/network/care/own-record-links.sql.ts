import type { Sql } from '#platform/database/database.ts'

/** A link by which somebody opens their own record. */
export type OwnRecordLink = {
  readonly id: string
  readonly keyIndividualId: string
  readonly forceId: string
  readonly teamId: string
  readonly teamName: string
  readonly forceName: string
  readonly timeZone: string
  readonly given: 'by mail' | 'by hand'
  readonly showsSensitive: boolean
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly openedAt: Date | null
  readonly endedAt: Date | null
}

type NewLink = Pick<OwnRecordLink, 'id' | 'keyIndividualId' | 'given' | 'showsSensitive' | 'expiresAt'> & {
  readonly hash: Buffer
}

const links = (sql: Sql) => sql`
  select l.id, k.id as "keyIndividualId", k.force_id as "forceId", k.team_id as "teamId", t.name as "teamName",
    f.name as "forceName", f.time_zone as "timeZone", l.given, l.shows_sensitive as "showsSensitive", l.made_at as "madeAt",
    l.expires_at as "expiresAt", l.opened_at as "openedAt", l.ended_at as "endedAt"
  from own_record_link l join key_individual m on m.id = l.key_individual_id
    join key_individual k on k.id = coalesce(m.merged_into, m.id)
    join team t on t.id = k.team_id join force f on f.id = k.force_id`

/** Keeps a link; false where the same form was sent before. */
export async function saveLink(
  sql: Sql,
  link: NewLink,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const saved = await sql`
    insert into own_record_link (id, token_hash, key_individual_id, given, shows_sensitive, made_at, made_by, expires_at)
    values (${link.id}, ${link.hash}, ${link.keyIndividualId}, ${link.given}, ${link.showsSensitive}, ${at}, ${by}, ${link.expiresAt})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** The link whose token has this hash, whether or not it still works; or null. */
export async function findLink(sql: Sql, hash: Buffer): Promise<OwnRecordLink | null> {
  const [link] = await sql<OwnRecordLink[]>`${links(sql)} where l.token_hash = ${hash} and k.erased_at is null`
  return link ?? null
}

/** The links to somebody's record, newest first. */
export const linksTo = (sql: Sql, keyIndividualId: string) => sql<OwnRecordLink[]>`
  ${links(sql)} where k.id = ${keyIndividualId} order by l.made_at desc, l.id limit 20`

/** Notes the first opening of a link; false where it was opened before. */
export async function noteOpened(sql: Sql, id: string, at: Date): Promise<boolean> {
  const noted = await sql`
    update own_record_link set opened_at = ${at} where id = ${id} and opened_at is null returning id`
  return noted.length > 0
}

/** Ends the links to somebody's record that still work, and answers how many those were. */
export async function endLinks(sql: Sql, keyIndividualId: string, at: Date): Promise<number> {
  const ended = await sql`
    update own_record_link set ended_at = ${at} where ended_at is null and expires_at > ${at}
      and key_individual_id in (select id from key_individual where id = ${keyIndividualId} or merged_into = ${keyIndividualId})
    returning id`
  return ended.length
}

/** Forgets links that have not worked for 30 days. */
export const forgetLinks = (sql: Sql, at: Date) => sql`
  delete from own_record_link where least(expires_at, coalesce(ended_at, expires_at)) < ${at}::timestamptz - interval '30 days'`
