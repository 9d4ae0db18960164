import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A concern as the list of what was heard shows it; words are null once they were erased. */
export type ConcernLine = {
  readonly id: string
  readonly words: string | null
  readonly heardOn: Day
  readonly neighbourhoodId: string | null
  readonly neighbourhood: string | null
  readonly engagementId: string | null
  readonly title: string | null
  readonly place: string | null
}

/** Which concerns are looked for; an empty text looks for all. */
export type ConcernsAsked = { readonly teamId: string; readonly neighbourhoodId: string; readonly words: string }

const asked = (sql: Sql, { teamId, neighbourhoodId, words }: ConcernsAsked) => sql`
  from concern_heard c
  left join engagement e on e.id = c.engagement_id
  join team t on t.id = c.team_id
  left join neighbourhood n on n.force_id = t.force_id and n.id = c.neighbourhood_id
  where c.team_id = ${teamId} and e.withdrawn_at is null
    and (${neighbourhoodId} = '' or c.neighbourhood_id = ${neighbourhoodId})
    and (${words} = '' or strpos(lower(c.words), lower(${words})) > 0)`

/** What a team heard, newest first; those of withdrawn engagements are left out. */
export const concernsHeard = (sql: Sql, looked: ConcernsAsked, { most, skip }: { most: number; skip: number }) => sql<
  ConcernLine[]
>`
  select c.id, c.words, c.heard_on as "heardOn", c.neighbourhood_id as "neighbourhoodId", n.name as neighbourhood,
    c.engagement_id as "engagementId", e.title, e.place
  ${asked(sql, looked)} order by c.heard_on desc, c.place_in_order desc limit ${most} offset ${skip}`

/** How many concerns there are of those looked for. */
export async function concernsCounted(sql: Sql, looked: ConcernsAsked): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count ${asked(sql, looked)}`
  return row?.count ?? 0
}

/** How many concerns each team of a force heard in each neighbourhood from one day to another, both included; null where nobody said where. */
export const concernsHeardBetween = (sql: Sql, forceId: string, from: Day, to: Day) => sql<
  { teamId: string; neighbourhoodId: string | null; concerns: number }[]
>`
  select c.team_id as "teamId", c.neighbourhood_id as "neighbourhoodId", count(*)::int as concerns
  from concern_heard c join team t on t.id = c.team_id left join engagement e on e.id = c.engagement_id
  where t.force_id = ${forceId} and c.heard_on between ${from} and ${to} and e.withdrawn_at is null
  group by c.team_id, c.neighbourhood_id order by c.team_id, c.neighbourhood_id nulls last`
