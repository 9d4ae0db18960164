import postgres from 'postgres'
import type { Sql } from '#platform/database/database.ts'
import { frameworkSchema, type Framework } from './framework.ts'

/** Adds a framework where none has its id; says whether it did. */
export async function addFramework(sql: Sql, framework: Framework, by: string | null, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into framework (id, title, document, loaded_at, loaded_by)
    values (${framework.id}, ${framework.title}, ${sql.json(framework)}, ${at}, ${by})
    on conflict (id) do nothing
    returning id`
  return rows.length > 0
}

/** Whether the framework kept under this id says just the same; it stays as it is until the transaction ends. */
export async function sameFramework(sql: Sql, framework: Framework): Promise<boolean> {
  const rows = await sql<{ same: boolean }[]>`
    select document = ${sql.json(framework)}::jsonb as same
    from framework
    where id = ${framework.id}
    for update`
  return rows[0]?.same ?? false
}

/** Takes a framework away; the database refuses while anything refers to it. */
export async function removeFramework(sql: Sql, id: string): Promise<void> {
  await sql`delete from framework where id = ${id}`
}

/** One framework, or null. */
export async function frameworkById(sql: Sql, id: string): Promise<Framework | null> {
  const rows = await sql<{ document: unknown }[]>`select document from framework where id = ${id}`
  return rows[0] ? frameworkSchema.parse(rows[0].document) : null
}

/** Every framework kept, by title. */
export const frameworkTitles = (sql: Sql) => sql<{ id: string; title: string; loaded_at: Date }[]>`
  select id, title, loaded_at from framework order by title, id`

export const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && error.code === '23503'
