import type { Sql } from './database.ts'

/** A query of postgres.js before anybody waits for it: any other promise has begun, and cannot be put into a statement. */
type Query = Promise<readonly unknown[]> & { readonly describe: () => unknown }

/** Rows travel as JSON, in which an instant is a text that `new Date` reads. */
type Told<Row> = { [name in keyof Row]: Date extends Row[name] ? string : Row[name] }
type Rows<T> = T extends readonly (infer Row)[] ? Told<Row>[] : never

/** The rows of several queries that nobody waited for yet, asked in one statement: one way there and back. */
export async function atOnce<Q extends Readonly<Record<string, Query>>>(
  sql: Sql,
  queries: Q,
): Promise<{ readonly [name in keyof Q]: Rows<Awaited<Q[name]>> }> {
  const columns = Object.entries(queries).map(
    ([name, query], index) =>
      sql`${index === 0 ? sql`` : sql`,`} (select coalesce(json_agg(r), '[]') from (${query as never}) r) as ${sql(name)}`,
  )
  const [row] = await sql`select ${columns}`
  return row as never
}
