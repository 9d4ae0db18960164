import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Somebody whom a team is due to be in touch with: no more than it takes to call them. */
export type PersonDue = {
  /** The relationship's. */
  readonly id: string
  readonly label: string
  /** The key individual, or whoever holds the post now; null for organisations and posts that nobody holds. */
  readonly name: string | null
  readonly telephone: string | null
  readonly reachBy: string | null
  readonly nextDue: Day
  /** Whether the person who asks keeps it up. */
  readonly own: boolean
}

type Asked = { readonly teamId: string; readonly personId: string; readonly by: Day; readonly most: number }

/** Whom a team is due to be in touch with by a day (D3.1): those of the person who asks first, then the longest lapsed. */
export const peopleDue = (sql: Sql, { teamId, personId, by, most }: Asked) => sql<PersonDue[]>`
  select r.id, s.label, nullif(k.name, '') as name, k.telephone, k.reach_by as "reachBy", r.next_due as "nextDue",
    r.owner_id = ${personId} as own
  from (
    select * from relationship where team_id = ${teamId} and ended_on is null and next_due <= ${by}
    order by owner_id <> ${personId}, next_due, id limit ${most}) r
    join subject s on s.id = r.subject_id
    left join lateral (
      select key_individual_id from post_held where post_id = r.post_id and until is null order by since desc, id limit 1
    ) h on true
    left join key_individual k on k.id = coalesce(r.key_individual_id, h.key_individual_id) and k.erased_at is null
  order by own desc, r.next_due, r.id`
