import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Relationship } from '../relationship.ts'

/** A row of a team's chain that a meeting's record made and nothing superseded yet. */
export type OpenRow = {
  readonly seq: number
  readonly kind: 'meeting attended' | 'contact made'
  readonly happenedOn: Day
  readonly subjects: readonly string[]
}

/** Which rows of evidence stand: those that nothing corrects or withdraws. A condition on `evidence e`. */
export const stands = (sql: Sql) => sql`
  e.effect in ('states', 'corrects') and not exists (select 1 from evidence s where s.chain = e.chain
    and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`

/** The rows of a team's chain that a meeting's record made and nothing superseded yet. */
export const openRowsOf = (sql: Sql, chain: string, id: string) => sql<OpenRow[]>`
  select e.seq, e.kind, e.happened_on as "happenedOn", e.subjects from evidence e
  where e.chain = ${chain} and e.source = ${`meeting/${id}`} and ${stands(sql)} order by e.seq`

/** The ledger's name of a council's clerk, whoever that is; null where the network knows no such post. */
export async function clerkOf(sql: Sql, organisationId: string): Promise<string | null> {
  const [post] = await sql<{ subjectId: string | null }[]>`
    select subject_id as "subjectId" from post where organisation_id = ${organisationId} and role = 'clerk' order by ward limit 1`
  return post?.subjectId ?? null
}

/** A team's relationships with subjects, held while a verb works on them. */
export const lockRelationshipsWith = (sql: Sql, teamId: string, subjectIds: readonly string[]) => sql<Relationship[]>`
  select id, team_id as "teamId", subject_id as "subjectId", organisation_id as "organisationId", post_id as "postId",
    key_individual_id as "keyIndividualId", owner_id as "ownerId", every, agreed_on as "agreedOn",
    agreed_with as "agreedWith", last_contact_on as "lastContactOn", next_due as "nextDue", reviewed_on as "reviewedOn",
    began_on as "beganOn", ended_on as "endedOn"
  from relationship where team_id = ${teamId} and subject_id = any(${[...subjectIds]}) order by id for update`

/** The day of the last contact of relationships, by what was logged and by the ledger; null where there was none. */
export const lastContactsKnown = (sql: Sql, held: readonly Relationship[]) => sql<{ id: string; on: Day | null }[]>`
  select r.id, greatest(
      (select max(c.made_on) from contact c where c.relationship_id = r.id),
      (select max(e.happened_on) from evidence e
        where e.chain = r.team_id and e.kind = 'contact made' and r.subject_id = any(e.subjects) and ${stands(sql)})) as on
  from relationship r where r.id = any(${held.map(({ id }) => id)}::uuid[])`

/** Takes over the last contacts of relationships and the due days that follow from them. */
export const saveLastContacts = (sql: Sql, moved: readonly Relationship[]) => sql`
  update relationship r set last_contact_on = m."lastContactOn", next_due = m."nextDue"
  from jsonb_to_recordset(${sql.json(moved.map(({ id, lastContactOn, nextDue }) => ({ id, lastContactOn, nextDue })))})
    as m (id uuid, "lastContactOn" date, "nextDue" date)
  where r.id = m.id`
