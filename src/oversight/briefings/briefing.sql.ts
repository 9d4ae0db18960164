import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Held } from './briefing.ts'

/** An engagement that was held, with its figures; null where nobody took one. */
export type HeldLine = Held & {
  readonly id: string
  readonly heldOn: Day
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
}

/** What a team held in a span of days, in order of days. */
export const heldBetween = (sql: Sql, teamId: string, { from, to }: Span) => sql<HeldLine[]>`
  select e.id, e.title, e.held_on as "heldOn", e.place, n.name as neighbourhood, ${locationColumn(sql)} as location, e.reached,
    e.spoke_with as "spokeWith", e.raised_a_concern as "raisedAConcern"
  from engagement e join team t on t.id = e.team_id
    left join neighbourhood n on n.force_id = t.force_id and n.id = e.neighbourhood_id
  where e.team_id = ${teamId} and e.held_on between ${from} and ${to} and e.withdrawn_at is null
  order by e.held_on, e.id`

/** How often the ledger tells of each kind in a span of days, of some subjects or (null) of all. */
export const kindsTold = (
  sql: Sql,
  { chain, kinds, subjects }: { chain: string; kinds: readonly string[]; subjects: readonly string[] | null },
  { from, to }: Span,
) => sql<{ kind: string; count: number }[]>`
  select e.kind, count(*)::int as count from evidence e
  where e.chain = ${chain} and e.kind = any(${[...kinds]}) and e.happened_on between ${from} and ${to}
    and (${subjects === null} or e.subjects && ${[...(subjects ?? [])]}::text[]) and e.effect in ('states', 'corrects')
    and not exists (select 1 from evidence n where n.chain = e.chain and n.supersedes = e.seq
      and n.effect in ('corrects', 'withdraws'))
  group by e.kind order by e.kind`
