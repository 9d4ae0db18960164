import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import type { Outcome, PriorityState } from '#priorities/priority.ts'

/** What somebody wrote by the public form. */
export type ConcernSent = {
  readonly id: string
  readonly teamId: string
  readonly words: string
  readonly place: string
  readonly neighbourhoodId: string | null
}

/** Keeps it; false where the same form was sent before. */
export async function saveConcern(sql: Sql, concern: ConcernSent, on: Day, at: Date): Promise<boolean> {
  const { id, teamId, words, place, neighbourhoodId } = concern
  const saved = await sql`
    insert into concern_sent (id, team_id, words, place, neighbourhood_id, sent_on, sent_at)
    values (${id}, ${teamId}, ${words}, ${place}, ${neighbourhoodId}, ${on}, ${at}) on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Puts other words in the place of what was sent; null erases them. False where they are erased already. */
export async function saveSentWords(sql: Sql, id: string, words: string | null, at: Date): Promise<boolean> {
  const saved = await sql`
    update concern_sent set words = ${words}, erased_at = ${words === null ? at : null},
      place = case when ${words === null} then '' else place end
    where id = ${id} and words is not null returning id`
  return saved.length > 0
}

/** Where to tell somebody, and in which language. */
export type Reached = { readonly address: string; readonly language: Language }

/** Keeps where to tell them once they say yes, apart from what they said. */
export const saveAddress = (
  sql: Sql,
  concernId: string,
  { address, language, hash }: Reached & { readonly hash: Buffer },
  at: Date,
) => sql`
  insert into concern_address (concern_id, address, language, key_hash, left_at)
  values (${concernId}, ${address}, ${language}, ${hash}, ${at})`

/** What the link that asks first is about. */
export type AddressHolder = {
  readonly concernId: string
  readonly forceId: string
  readonly teamId: string
  readonly teamName: string
}

/** Which address a link asks, where that was left after an instant; else null. */
export async function findAddressHolder(sql: Sql, hash: Buffer, leftAfter: Date): Promise<AddressHolder | null> {
  const [holder] = await sql<AddressHolder[]>`
    select a.concern_id as "concernId", t.force_id as "forceId", t.id as "teamId", t.name as "teamName"
    from concern_address a join concern_sent c on c.id = a.concern_id join team t on t.id = c.team_id
    where a.key_hash = ${hash} and a.left_at > ${leftAfter}`
  return holder ?? null
}

/** From now on they are told, in the language in which they said yes; false where they said so before. */
export async function confirmAddress(sql: Sql, concernId: string, language: Language, at: Date): Promise<boolean> {
  const saved = await sql`
    update concern_address set confirmed_at = ${at}, language = ${language}
    where concern_id = ${concernId} and confirmed_at is null returning concern_id`
  return saved.length > 0
}

type Came =
  | { readonly words: string }
  | {
      readonly priority: { readonly id: string; readonly title: string }
      readonly outcome: Outcome
      readonly words: string
    }

/** What came of a concern so far: the answer, or the outcome of the priority to which it led; null while nothing did. */
export async function whatCame(sql: Sql, concernId: string): Promise<Came | null> {
  const [came] = await sql<[{ came: Came }?]>`
    select case when p.id is null then jsonb_build_object('words', d.words)
      else jsonb_build_object('priority', jsonb_build_object('id', p.id, 'title', p.title), 'outcome', p.outcome,
        'words', p.report_back) end as came
    from concern_triaged d left join priority p on p.id = d.priority_id
    where d.concern_id = ${concernId} and (p.id is null or p.outcome is not null)`
  return came?.came ?? null
}

/** The addresses of these concerns whose owners said yes, to be told once for each answer. */
export const addressesOf = (sql: Sql, concernIds: readonly string[]) => sql<(Reached & { concernId: string })[]>`
  select concern_id as "concernId", address, language from concern_address
  where concern_id = any(${[...concernIds]}::uuid[]) and confirmed_at is not null order by concern_id`

export const noteTold = (sql: Sql, concernIds: readonly string[], at: Date) => sql`
  update concern_address set told_at = ${at} where concern_id = any(${[...concernIds]}::uuid[])`

/** Before which instants an address was left, so that it goes: without a yes, told, or never told. */
type Forgotten = { readonly unconfirmed: Date; readonly told: Date; readonly left: Date }

/** Forgets the addresses that are no longer needed; answers the concerns with which they were left. */
export async function deleteAddresses(sql: Sql, { unconfirmed, told, left }: Forgotten): Promise<readonly string[]> {
  const gone = await sql<{ id: string }[]>`
    delete from concern_address a where (a.confirmed_at is null and a.left_at < ${unconfirmed}) or a.told_at < ${told}
      or (a.told_at is null and a.left_at < ${left})
    returning concern_id as id`
  return gone.map(({ id }) => id)
}

type Link = { readonly hash: Buffer; readonly concernId: string }

/** Keeps the hashes of links by which those who were told may say that it is not fixed. */
export async function saveLinks(
  sql: Sql,
  priorityId: string,
  links: readonly Link[],
  { at, expiresAt }: { readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  const rows = links.map(({ hash, concernId }) => ({ hash: hash.toString('hex'), concernId }))
  await sql`
    insert into concern_link (hash, concern_id, priority_id, made_at, expires_at)
    select decode(l.hash, 'hex'), l."concernId", ${priorityId}, ${at}, ${expiresAt}
    from jsonb_to_recordset(${sql.json(rows)}) as l (hash text, "concernId" uuid)`
}

/** What a link leads to. */
export type LinkHolder = {
  readonly concernId: string
  readonly priorityId: string
  readonly forceId: string
  readonly timeZone: string
  readonly teamId: string
  readonly teamName: string
  readonly title: string
  readonly state: Exclude<PriorityState, 'raised'>
  readonly outcome: Outcome | null
  readonly reportBack: string | null
  readonly expiresAt: Date
  readonly saidNotFixed: boolean
}

/** Whose link it is, or null where it was guessed or is too old. */
export async function findLink(sql: Sql, hash: Buffer, at: Date): Promise<LinkHolder | null> {
  const [found] = await sql<LinkHolder[]>`
    select l.concern_id as "concernId", l.priority_id as "priorityId", t.force_id as "forceId", f.time_zone as "timeZone",
      p.team_id as "teamId", t.name as "teamName", p.title, p.state, p.outcome, p.report_back as "reportBack",
      l.expires_at as "expiresAt", l.not_fixed_at is not null as "saidNotFixed"
    from concern_link l join priority p on p.id = l.priority_id join team t on t.id = p.team_id
      join force f on f.id = t.force_id
    where l.hash = ${hash} and l.expires_at > ${at}`
  return found ?? null
}

/** Notes that they say it is not fixed; false where they said so before. */
export async function saveNotFixed(sql: Sql, hash: Buffer, words: string, at: Date): Promise<boolean> {
  const saved = await sql`
    update concern_link set not_fixed_at = ${at}, words = ${words} where hash = ${hash} and not_fixed_at is null
    returning priority_id`
  return saved.length > 0
}

/** What people said who think that it is not fixed, the newest first. */
export const saidNotFixed = (sql: Sql, priorityId: string) => sql<{ at: Date; words: string }[]>`
  select not_fixed_at as at, words from concern_link
  where priority_id = ${priorityId} and not_fixed_at is not null order by not_fixed_at desc, hash limit 100`
