import type { Sql } from '#platform/database/database.ts'

/** Where a merge changes rows; in the order in which an undo goes through them. */
// prettier-ignore
export const mergedTables = ['key_individual', 'organisation', 'post', 'post_held', 'relationship', 'contact',
  'relationship_review'] as const
export type MergedTable = (typeof mergedTables)[number]

/** One row as the database holds it, column by column. */
export type Row = Readonly<Record<string, unknown>>
export type Rows = Readonly<Record<MergedTable, ReadonlyMap<string, Row>>>

/** All rows that a merge of two records may touch, held until the end of the transaction. */
export async function rowsAround(sql: Sql, kept: string, merged: string): Promise<Rows> {
  const both = sql`(${kept}::uuid, ${merged}::uuid)`
  const posts = sql`select id from post where organisation_id in ${both}`
  const relationships = sql`
    select id from relationship
    where key_individual_id in ${both} or organisation_id in ${both} or post_id in (${posts})`
  return {
    key_individual: await read(sql, 'key_individual', sql`id in ${both} or merged_into = ${merged}`),
    organisation: await read(sql, 'organisation', sql`id in ${both} or merged_into = ${merged}`),
    post: await read(sql, 'post', sql`organisation_id in ${both}`),
    post_held: await read(sql, 'post_held', sql`key_individual_id in ${both} or post_id in (${posts})`),
    relationship: await read(sql, 'relationship', sql`id in (${relationships})`),
    contact: await read(sql, 'contact', sql`relationship_id in (${relationships})`),
    relationship_review: await read(sql, 'relationship_review', sql`relationship_id in (${relationships})`),
  }
}

/** These rows of a table as they are now, held until the end of the transaction. */
export const rowsNow = (sql: Sql, name: MergedTable, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> =>
  read(sql, name, sql`id = any(${[...ids]}::uuid[])`)

async function read(sql: Sql, name: MergedTable, where: ReturnType<Sql>): Promise<ReadonlyMap<string, Row>> {
  const rows = await sql<{ id: string; row: Row }[]>`
    select t.id::text as id, to_jsonb(t) as row from ${sql(name)} t where ${where} order by id for update`
  return new Map(rows.map(({ id, row }) => [id, row]))
}

/** Values that rows of one table take back: each row has the same columns. */
export async function writeBack(
  sql: Sql,
  name: MergedTable,
  columns: readonly string[],
  rows: readonly { readonly id: string; readonly values: Row }[],
): Promise<void> {
  if (columns.length === 0 || rows.length === 0) return
  const set = columns.map((column) => sql`${sql(column)} = r.${sql(column)}`).reduce((all, one) => sql`${all}, ${one}`)
  await sql`
    update ${sql(name)} t set ${set}
    from jsonb_array_elements(${sql.json(JSON.parse(JSON.stringify(rows)))}) as told (one),
      jsonb_populate_record(null::${sql(name)}, told.one -> 'values') as r
    where t.id = (told.one ->> 'id')::uuid`
}
