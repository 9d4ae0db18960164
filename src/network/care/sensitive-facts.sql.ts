import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Reading, SensitiveFact } from './sensitive-fact.ts'

/** The sensitive facts about a key individual, and about whoever was merged into them, in order of category. */
export const sensitiveFactsOf = (sql: Sql, keyIndividualId: string) => sql<SensitiveFact[]>`
  select f.id, f.key_individual_id as "keyIndividualId", f.category, f.words, f.reason, f.review_on as "reviewOn"
  from sensitive_fact f join key_individual k on k.id = f.key_individual_id
  where k.id = ${keyIndividualId} or k.merged_into = ${keyIndividualId} order by f.category, f.at, f.id`

/** Keeps a sensitive fact; false where the same form was sent before. */
export async function saveSensitiveFact(
  sql: Sql,
  fact: SensitiveFact,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const saved = await sql`
    insert into sensitive_fact (id, key_individual_id, category, words, reason, recorded_by, at, review_on)
    values (${fact.id}, ${fact.keyIndividualId}, ${fact.category}, ${fact.words}, ${fact.reason}, ${by}, ${at}, ${fact.reviewOn})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Removes one sensitive fact of a key individual; false where there is none. */
export async function deleteSensitiveFact(sql: Sql, keyIndividualId: string, id: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const gone = await sql`
    delete from sensitive_fact where id = ${id}
      and key_individual_id in (select k.id from key_individual k where k.id = ${keyIndividualId} or k.merged_into = ${keyIndividualId})
    returning id`
  return gone.length > 0
}

export const saveReading = (sql: Sql, reading: Reading, { at, by }: { readonly at: Date; readonly by: string }) => sql`
  insert into sensitive_reading (key_individual_id, read_by, purpose, words, at)
  values (${reading.keyIndividualId}, ${by}, ${reading.purpose}, ${reading.words}, ${at})`

/** One line of the log of readings; the name is null once the person is erased. */
export type ReadingLine = Omit<Reading, 'purpose'> & {
  readonly purpose: string
  readonly at: Date
  readonly reader: string | null
  readonly role: Role | null
  readonly name: string | null
}

/** A stretch of who opened the sensitive facts of a team's key individuals, newest first. */
export const readingsOfTeam = (
  sql: Sql,
  teamId: string,
  { from, most }: { readonly from: number; readonly most: number },
) => sql<ReadingLine[]>`
  select r.key_individual_id as "keyIndividualId", r.purpose, r.words, r.at, p.name as reader, p.role, nullif(k.name, '') as name
  from sensitive_reading r join key_individual k on k.id = r.key_individual_id left join person p on p.id = r.read_by
  where k.team_id = ${teamId} order by r.at desc, r.id desc offset ${from} limit ${most}`

export async function countReadings(sql: Sql, teamId: string): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from sensitive_reading r join key_individual k on k.id = r.key_individual_id
    where k.team_id = ${teamId}`
  return row.count
}

/** Those of a team about whom a sensitive fact must be looked at again, without saying which. */
export const sensitiveFactsDue = (sql: Sql, teamId: string, today: string) => sql<
  { id: string; name: string; reviewOn: Day }[]
>`
  select k.id, k.name, min(f.review_on) as "reviewOn"
  from sensitive_fact f join key_individual m on m.id = f.key_individual_id
    join key_individual k on k.id = coalesce(m.merged_into, m.id)
  where k.team_id = ${teamId} and k.erased_at is null and f.review_on <= ${today}
  group by k.id, k.name order by min(f.review_on), k.name, k.id limit 50`
