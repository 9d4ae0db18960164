import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A new owner who is to be introduced by a day. */
export type Introduction = {
  readonly id: string
  readonly relationshipId: string
  readonly label: string
  readonly name: string | null
  readonly toPerson: string
  readonly toName: string
  readonly fromName: string
  readonly draft: string
  readonly sent: boolean
  readonly dueOn: Day
}

/** The new owner has logged a contact since: they are introduced. A condition on `introduction i` of `handover h`. */
const isMade = (sql: Sql) => sql`exists (
  select from contact c where c.relationship_id = i.relationship_id and c.logged_by = i.to_person
    and c.made_on >= h.handed_on and c.logged_at >= h.handed_at)`

const open = (sql: Sql, teamId: string) => sql`
  select i.id, i.relationship_id as "relationshipId", s.label, nullif(k.name, '') as name, i.to_person as "toPerson",
    t.name as "toName", f.name as "fromName", i.draft, i.sent, i.due_on as "dueOn"
  from introduction i join handover h on h.id = i.handover_id join relationship r on r.id = i.relationship_id
    join subject s on s.id = r.subject_id join person t on t.id = i.to_person join person f on f.id = h.from_person
    left join lateral (
      select key_individual_id from post_held where post_id = r.post_id and until is null order by since desc, id limit 1
    ) p on true
    left join key_individual k on k.id = coalesce(r.key_individual_id, p.key_individual_id)
  where h.team_id = ${teamId} and r.ended_on is null and r.owner_id = i.to_person and not ${isMade(sql)}`

/** A team's introductions that are still to be made and due by a day, in order of day. */
export const introductionsDue = (sql: Sql, teamId: string, by: Day) => sql<Introduction[]>`
  ${open(sql, teamId)} and i.due_on <= ${by} order by i.due_on, s.label, i.id limit 200`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One introduction of a team that is still to be made, or null. */
export async function findIntroduction(sql: Sql, teamId: string, id: string): Promise<Introduction | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Introduction[]>`${open(sql, teamId)} and i.id = ${id}`
  return found ?? null
}

/** Forgets the words of introductions that were made; answers how many. */
export async function forgetMade(sql: Sql): Promise<number> {
  const forgotten = await sql`
    update introduction set draft = '' where draft <> '' and id in (
      select i.id from introduction i join handover h on h.id = i.handover_id where ${isMade(sql)}) returning id`
  return forgotten.length
}
