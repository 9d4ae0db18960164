import type { Sql } from '#platform/database/database.ts'

/** Notes the day of an objection; false where there is one already. */
export async function saveObjection(sql: Sql, id: string, on: string): Promise<boolean> {
  const saved = await sql`
    update key_individual set objected_on = ${on} where id = ${id} and objected_on is null and erased_at is null returning id`
  return saved.length > 0
}

/** Notes the day on which somebody left the network; false where they did before. */
export async function saveLeaving(sql: Sql, id: string, on: string): Promise<boolean> {
  const saved = await sql`
    update key_individual set left_on = ${on} where id = ${id} and left_on is null and erased_at is null returning id`
  return saved.length > 0
}

/** Whoever keeps up a relationship with somebody: their own, or that of a post they hold; with an address each. */
export const ownersOf = (sql: Sql, id: string) => sql<{ ownerId: string; email: string; relationshipId: string }[]>`
  select distinct on (p.id) p.id as "ownerId", p.email, r.id as "relationshipId"
  from relationship r join person p on p.id = r.owner_id
  where r.key_individual_id in (select k.id from key_individual k where k.id = ${id} or k.merged_into = ${id})
    or r.post_id in (select post_id from post_held where key_individual_id = ${id} and until is null)
  order by p.id, r.id`
