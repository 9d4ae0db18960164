import type { Sql } from '#platform/database/database.ts'

/** What a list or a page shows of an engagement. */
export type EngagementLine = {
  readonly id: string
  readonly title: string
  readonly method: string
  readonly heldOn: string
  readonly place: string
  readonly reached: number | null
  readonly spokeWith: number | null
}

/** The same with the communities it was for, on which it depends how much of its figures is told in public. */
export type EngagementMet = EngagementLine & { readonly communities: readonly string[] }

/** A team's newest engagements, at most `most`. */
export const newestEngagements = (sql: Sql, teamId: string, most: number) => sql<EngagementMet[]>`
  select id, title, method, held_on as "heldOn", place, reached, spoke_with as "spokeWith", communities
  from engagement where team_id = ${teamId} and withdrawn_at is null order by held_on desc, recorded_at desc, id limit ${most}`

/** Engagements of a team in a span of days that nobody took a figure for, newest first. */
export const withoutFootfall = (sql: Sql, teamId: string, from: string, to: string) => sql<EngagementLine[]>`
  select id, title, method, held_on as "heldOn", place, reached, spoke_with as "spokeWith"
  from engagement where team_id = ${teamId} and held_on between ${from} and ${to} and reached is null and withdrawn_at is null
  order by held_on desc, id limit 50`

/** The titles of engagements by id: evidence names only the id. */
export const engagementTitles = (sql: Sql, ids: readonly string[]) => sql<
  { id: string; title: string; place: string }[]
>`
  select id, title, place from engagement where id = any(${[...ids]}::uuid[])`
