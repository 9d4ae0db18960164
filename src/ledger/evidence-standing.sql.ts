import type { Kind } from '#measures/kinds.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Facets } from './evidence.ts'

/** Which evidence is asked for: of a kind, and with all of these facets. */
export type Asked = { readonly kind: Kind; readonly facets: Readonly<Record<string, string | boolean>> }

/** How much of the evidence of a force, its teams' among it, is such, happened within a span, and still stands. */
export async function countStanding(sql: Sql, forceId: string, asked: Asked, { from, to }: Span): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from evidence e join chain c on c.id = e.chain
    where c.force_id = ${forceId} and ${standing(sql, asked)} and e.happened_on between ${from} and ${to}`
  return row.count
}

/** The last day on which such evidence of each team of a force happened; a team without any is left out. */
export const lastStanding = (sql: Sql, forceId: string, asked: Asked) => sql<{ teamId: string; on: Day }[]>`
  select c.team_id as "teamId", max(e.happened_on) as "on" from evidence e join chain c on c.id = e.chain
  where c.force_id = ${forceId} and c.team_id is not null and ${standing(sql, asked)}
  group by c.team_id order by c.team_id`

/** What the newest such evidence of a chain says in its facets; none where there is no such evidence. */
export async function latestFacets(sql: Sql, chain: string, kind: Kind): Promise<Facets> {
  const [row] = await sql<[{ facets: Facets }?]>`
    select e.facets from evidence e where e.chain = ${chain} and ${standing(sql, { kind, facets: {} })}
    order by e.happened_on desc, e.seq desc limit 1`
  return row?.facets ?? {}
}

/** Whether a record has evidence already, so that a form sent twice adds none. */
export async function hasEvidence(sql: Sql, chain: string, source: string): Promise<boolean> {
  const rows = await sql`select seq from evidence where chain = ${chain} and source = ${source} limit 1`
  return rows.length > 0
}

/** A row of evidence that stands, as whoever supersedes it names it. */
export type OpenRow = {
  readonly seq: number
  readonly kind: string
  readonly happenedOn: Day
  readonly about: string | null
}

/** The evidence of a record that still stands in a chain, in order. */
export const openEvidence = (sql: Sql, chain: string, source: string) => sql<OpenRow[]>`
  select e.seq, e.kind, e.happened_on as "happenedOn", e.about from evidence e
  where e.chain = ${chain} and e.source = ${source} and ${stands(sql)} order by e.seq`

const standing = (sql: Sql, { kind, facets }: Asked) => sql`
  e.kind = ${kind} and e.facets @> ${sql.json({ ...facets })} and ${stands(sql)}`

/** Nothing corrects or withdraws it: a condition on `evidence e`. */
const stands = (sql: Sql) => sql`
  e.effect in ('states', 'corrects') and not exists (
    select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`
