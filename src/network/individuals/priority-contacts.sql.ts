import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A key individual as a desk names them. */
export type KeyContact = { readonly id: string; readonly name: string; readonly speaksFor: string }

/** The key individuals of a team with whom something can be worked on: those who are kept in touch with, by name. */
export const keyContactsOf = (sql: Sql, teamId: string) => sql<KeyContact[]>`
  select id, name, speaks_for as "speaksFor" from key_individual
  where team_id = ${teamId} and merged_into is null and erased_at is null and left_on is null and objected_on is null
  order by folded, id limit 500`

/** With whom a priority is worked on, by name; somebody whose records were merged is one. */
export const contactsOnPriority = (sql: Sql, priorityId: string) => sql<KeyContact[]>`
  select distinct on (k.folded, k.id) k.id, k.name, k.speaks_for as "speaksFor"
  from priority_contact c join key_individual m on m.id = c.key_individual_id
    join key_individual k on k.id = coalesce(m.merged_into, m.id)
  where c.priority_id = ${priorityId} order by k.folded, k.id`

/** What these people work on with the team, as the public calls it, the newest first. */
export const prioritiesWorkedOnWith = (sql: Sql, ids: readonly string[]) => sql<{ title: string; setOn: Day | null }[]>`
  select distinct p.title, p.set_on as "setOn"
  from priority_contact c join priority p on p.id = c.priority_id
  where c.key_individual_id = any(${[...ids]}::uuid[]) order by p.set_on desc nulls last, p.title`

/** Makes these the key individuals of a priority, and no others. */
export async function saveContactsOnPriority(sql: Sql, priorityId: string, ids: readonly string[]): Promise<void> {
  const chosen = [...ids]
  await sql`delete from priority_contact where priority_id = ${priorityId} and key_individual_id <> all(${chosen}::uuid[])`
  await sql`
    insert into priority_contact (priority_id, key_individual_id)
    select ${priorityId}, id from unnest(${chosen}::uuid[]) as id on conflict do nothing`
}
