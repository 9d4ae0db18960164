import type { Sql } from '#platform/database/database.ts'
import type { Language } from '#platform/language/language.ts'

export type NewMember = {
  readonly id: string
  readonly sittingId: string
  readonly label: string
  readonly email: string | null
  /** In which they are written to, and led on. */
  readonly language: Language
}

/** Invites somebody; false where the same form was sent before. */
export async function insertMember(sql: Sql, member: NewMember, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into community_member (id, sitting_id, label, email, language, invited_at, invited_by)
    values (${member.id}, ${member.sittingId}, ${member.label}, ${member.email}, ${member.language}, ${at}, ${by})
    on conflict (id) do nothing returning id`
  return added.length > 0
}

/** Somebody who was invited, with what became of their link; never how they voted. */
export type Member = NewMember & {
  /** The link that works, or null where it was ended. */
  readonly linkId: string | null
  readonly usedAt: Date | null
  readonly contractsVoted: number
}

const columns = (sql: Sql) => sql`
  m.id, m.sitting_id as "sittingId", m.label, m.email, m.language, l.id as "linkId", l.used_at as "usedAt",
  (select count(distinct v.contract_id)::int from community_vote v where v.member_id = m.id) as "contractsVoted"
  from community_member m left join community_link l on l.member_id = m.id and l.ended_at is null`

/** Who was invited to a sitting, in that order. */
export const membersOf = (sql: Sql, sittingId: string) => sql<Member[]>`
  select ${columns(sql)} where m.sitting_id = ${sittingId} order by m.place`

/** A member of a sitting, held for the transaction; null where there is none. */
export async function takeMember(sql: Sql, sittingId: string, id: string): Promise<Member | null> {
  await sql`select from community_member where sitting_id = ${sittingId} and id = ${id} for update`
  const [member] = await sql<Member[]>`select ${columns(sql)} where m.sitting_id = ${sittingId} and m.id = ${id}`
  return member ?? null
}

/** Once sittings are over nobody needs to know who their members were. */
export const forgetNames = (sql: Sql, sittingIds: readonly string[]) => sql`
  update community_member m set label = 'Member ' || n.number, email = null
  from (select id, row_number() over (partition by sitting_id order by place) as number from community_member
    where sitting_id = any(${[...sittingIds]}::uuid[])) n
  where m.id = n.id`

type NewLink = { readonly id: string; readonly memberId: string; readonly hash: Buffer }

/** Keeps a link; false where the same form was sent before. */
export async function insertLink(sql: Sql, { id, memberId, hash }: NewLink, at: Date, by: string): Promise<boolean> {
  const added = await sql`
    insert into community_link (id, member_id, token_hash, made_at, made_by)
    values (${id}, ${memberId}, ${hash}, ${at}, ${by}) on conflict (id) do nothing returning id`
  return added.length > 0
}

/** Whether a link is there already, as of a form sent twice. */
export async function hasLink(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from community_link where id = ${id}`
  return rows.length > 0
}

/** Ends the links of a member that work; answers their ids. */
export async function endLinks(sql: Sql, memberId: string, at: Date): Promise<string[]> {
  const ended = await sql<{ id: string }[]>`
    update community_link set ended_at = ${at} where member_id = ${memberId} and ended_at is null returning id`
  return ended.map(({ id }) => id)
}

/** Ends the links of all members of sittings; answers the ids of those that worked. */
export async function endLinksOf(sql: Sql, sittingIds: readonly string[], at: Date): Promise<string[]> {
  const ended = await sql<{ id: string }[]>`
    update community_link l set ended_at = ${at} from community_member m
    where m.id = l.member_id and m.sitting_id = any(${[...sittingIds]}::uuid[]) and l.ended_at is null returning l.id`
  return ended.map(({ id }) => id)
}

/** Whose a link is. */
export type Linked = {
  readonly linkId: string
  readonly memberId: string
  readonly sittingId: string
  readonly forceName: string
  readonly timeZone: string
  readonly usedAt: Date | null
  readonly usedBeforeAt: Date | null
  readonly endedAt: Date | null
}

/** The link whose token has this hash, whether or not it still works; or null. */
export async function findLink(sql: Sql, hash: Buffer): Promise<Linked | null> {
  const [link] = await sql<Linked[]>`
    select l.id as "linkId", m.id as "memberId", m.sitting_id as "sittingId", f.name as "forceName",
      f.time_zone as "timeZone", l.used_at as "usedAt", l.used_before_at as "usedBeforeAt", l.ended_at as "endedAt"
    from community_link l join community_member m on m.id = l.member_id
    join community_sitting s on s.id = m.sitting_id join force f on f.id = s.force_id
    where l.token_hash = ${hash}`
  return link ?? null
}

/** Notes a use of a link. */
export const noteUse = (sql: Sql, linkId: string, at: Date) => sql`
  update community_link set used_before_at = used_at, used_at = ${at} where id = ${linkId}`
