import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transaction, type Database, type Sql } from './database.ts'

const oneMigratorAtATime = 4_716_205

/**
 * Runs the numbered `.sql` files not yet run, each in a transaction of its own, and answers their names. A file that was
 * changed after it ran is refused: a migration is history.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  await database`create table if not exists migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
  const applied = new Map(
    (await database<Migration[]>`select name, sha256 from migration`).map((m) => [m.name, m.sha256]),
  )
  const ran: string[] = []
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    if (applied.get(name) === sha256) continue
    if (await transaction(database, (sql) => runOnce(sql, { name, sha256 }, text))) ran.push(name)
  }
  return ran
}

type Migration = { readonly name: string; readonly sha256: string }

/** False where another process ran it in the meantime. */
async function runOnce(sql: Sql, { name, sha256 }: Migration, text: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${oneMigratorAtATime})`
  const [known] = await sql<{ sha256: string }[]>`select sha256 from migration where name = ${name}`
  if (known && known.sha256 !== sha256) throw new Error(`migration ${name} was changed after it ran`)
  if (known) return false
  await sql.unsafe(text)
  await sql`insert into migration (name, sha256) values (${name}, ${sha256})`
  return true
}
