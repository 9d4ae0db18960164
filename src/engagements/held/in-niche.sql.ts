import type { Facets, Quantities } from '#ledger/evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Marks engagements of a team as entered in Niche; answers the ids of those that were not marked yet. */
export async function markInNiche(sql: Sql, teamId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update engagement set in_niche = true
    where id = any(${[...ids]}::uuid[]) and team_id = ${teamId} and not in_niche and withdrawn_at is null
    returning id`
  return rows.map(({ id }) => id).toSorted()
}

type OpenEvidence = {
  readonly seq: number
  readonly kind: string
  readonly happenedOn: Day
  readonly happenedAt: Date | null
  readonly subjects: readonly string[]
  readonly quantities: Quantities
  readonly facets: Facets
  readonly about: string | null
  readonly source: string
}

/** The rows of a chain that say these engagements were held and that nothing has superseded yet. */
export const openEvidenceOf = (sql: Sql, chain: string, ids: readonly string[]) => sql<OpenEvidence[]>`
  select e.seq, e.kind, e.happened_on as "happenedOn", e.happened_at as "happenedAt", e.subjects, e.quantities, e.facets,
    e.about, e.source
  from evidence e
  where e.chain = ${chain} and e.source = any(${ids.map((id) => `engagement/${id}`)}::text[])
    and e.kind = 'engagement held' and e.effect in ('states', 'corrects')
    and not exists (select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq
      and s.effect in ('corrects', 'withdraws'))
  order by e.seq`

/** Which of these ids engagements have, held or planned, of whichever team. */
export async function knownIds(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from engagement where id = any(${[...ids]}::uuid[])
    union select id from planned_engagement where id = any(${[...ids]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}
