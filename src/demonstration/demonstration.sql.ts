import type { Sql } from '#platform/database/database.ts'

/** When the demonstration was put into this database; null where it never was. */
export async function demonstrationLoadedAt(sql: Sql): Promise<Date | null> {
  const [row] = await sql<{ loadedAt: Date }[]>`select loaded_at as "loadedAt" from demonstration`
  return row?.loadedAt ?? null
}

/** Marks the database as the demonstration's; false where it is so already, also where another process was first. */
export async function claimForDemonstration(sql: Sql, at: Date): Promise<boolean> {
  const claimed = await sql`
    insert into demonstration (loaded_at) values (${at}) on conflict do nothing returning loaded_at`
  return claimed.length > 0
}
