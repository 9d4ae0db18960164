import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { detailOf, type Shown } from '#assessments/recommendations/recommendations.sql.ts'

/** Whose evidence of which kinds, from a day on. */
type Asked = { readonly chains: readonly string[]; readonly kinds: readonly string[]; readonly from: Day }

const stands = (sql: Sql, { chains, kinds, from }: Asked) => sql`
  e.chain = any(${[...chains]}) and e.kind = any(${[...kinds]}) and e.happened_on >= ${from} and e.effect in ('states', 'corrects')
  and not exists (select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))`

/** The newest evidence that still stands, at most so much. */
export const newestEvidence = (sql: Sql, asked: Asked, limit: number) => sql<Shown[]>`
  select e.entry, e.kind, e.happened_on as "happenedOn", ${detailOf(sql)} as detail from evidence e where ${stands(sql, asked)}
  order by e.happened_on desc, e.entry desc limit ${limit}`

/** Which of these entries are such evidence and still stand. */
export async function standingEntries(sql: Sql, asked: Asked, entries: readonly number[]): Promise<Set<number>> {
  const rows = await sql<{ entry: number }[]>`
    select e.entry from evidence e where e.entry = any(${[...entries]}::bigint[]) and ${stands(sql, asked)}`
  return new Set(rows.map(({ entry }) => entry))
}
