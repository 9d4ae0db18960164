import type { Sql } from '#platform/database/database.ts'
import type { Language } from '#platform/language/language.ts'
import type { Following } from './follower.ts'

/** The id of a follower, who is new unless the same was asked for before. */
export async function saveFollower(sql: Sql, address: string, { teamId, follows, aboutId }: Following, at: Date) {
  const [row] = await sql<[{ id: string }]>`
    insert into follower (team_id, follows, about_id, address, asked_at)
    values (${teamId}, ${follows}, ${aboutId}, ${address}, ${at})
    on conflict (address, team_id, follows, about_id)
      do update set asked_at = case when follower.confirmed_at is null then excluded.asked_at else follower.asked_at end
    returning id`
  return row.id
}

/** What a follower could see when they asked, so that only later changes are told. */
export const noteWhatIsKnown = (sql: Sql, followerId: string, today: string) => sql`
  insert into follower_told (follower_id, planned_engagement_id, sequence, held_on, begins, ends, place)
  select f.id, e.id, e.sequence, e.held_on, e.begins, e.ends, e.place
  from follower f join planned_engagement e on ${isFollowed(sql)}
  where f.id = ${followerId} and e.held_on >= ${today}
  on conflict do nothing`

/** Whether the follower `f` follows the engagement `e`. */
export const isFollowed = (sql: Sql) => sql`(e.team_id = f.team_id and
  (f.follows = 'team' or (f.follows = 'event' and e.id = f.about_id) or (f.follows = 'series' and e.series_id = f.about_id)))`

export type NewToken = {
  readonly hash: Buffer
  readonly followerId: string
  readonly purpose: 'confirm' | 'leave'
  readonly reminder: boolean
}

export const saveTokens = (sql: Sql, tokens: readonly NewToken[], at: Date, expiresAt: Date) => sql`
  insert into follower_token (token_hash, follower_id, purpose, reminder, made_at, expires_at)
  select decode(k.hash, 'hex'), k."followerId", k.purpose, k.reminder, ${at}, ${expiresAt}
  from jsonb_to_recordset(${sql.json(tokens.map((token) => ({ ...token, hash: token.hash.toString('hex') })))})
    as k (hash text, "followerId" uuid, purpose text, reminder boolean)`

export type TokenHolder = {
  readonly followerId: string
  readonly address: string
  readonly teamId: string
  readonly teamName: string
  readonly reminder: boolean
  readonly confirmed: boolean
}

/** Whose link a token is; null where it is nobody's or too old. */
export async function findTokenHolder(
  sql: Sql,
  hash: Buffer,
  purpose: NewToken['purpose'],
  at: Date,
): Promise<TokenHolder | null> {
  const [holder] = await sql<TokenHolder[]>`
    select f.id as "followerId", f.address, t.id as "teamId", t.name as "teamName", k.reminder,
      f.confirmed_at is not null as confirmed
    from follower_token k join follower f on f.id = k.follower_id join team t on t.id = f.team_id
    where k.token_hash = ${hash} and k.purpose = ${purpose} and k.expires_at > ${at}`
  return holder ?? null
}

/** From now on the follower is told, in the language in which they said yes. */
export const confirmFollower = (sql: Sql, id: string, wish: { reminder: boolean; language: Language }, at: Date) => sql`
  update follower set confirmed_at = coalesce(confirmed_at, ${at}), reminder = ${wish.reminder}, language = ${wish.language}
  where id = ${id}`

/** Forgets all that an address follows of a team, and answers whose ids those were. */
export async function deleteFollowers(sql: Sql, teamId: string, address: string): Promise<readonly string[]> {
  const gone = await sql<{ id: string }[]>`
    delete from follower where team_id = ${teamId} and address = ${address} returning id`
  return gone.map(({ id }) => id)
}

/**
 * Forgets those who never confirmed within seven days, those whose last followed date is 30 days over, and links that are
 * too old; answers whose ids those were. A team that plans nothing for a while is followed for 30 days more.
 */
export async function deleteOldFollowers(
  sql: Sql,
  { over, unconfirmed, at }: { readonly over: Date; readonly unconfirmed: Date; readonly at: Date },
): Promise<readonly string[]> {
  await sql`delete from follower_token where expires_at <= ${at}`
  const gone = await sql<{ id: string }[]>`
    delete from follower f
    where (f.confirmed_at is null and f.asked_at < ${unconfirmed})
      or (f.asked_at < ${over} and not exists (
        select from planned_engagement e where ${isFollowed(sql)} and e.held_on >= ${over}::timestamptz::date))
    returning f.id`
  return gone.map(({ id }) => id)
}
