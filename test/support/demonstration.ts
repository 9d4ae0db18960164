import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { copyOf } from './database.ts'

const root = join(import.meta.dirname, '..', '..')

/** The address of a fresh database with the demonstration as it is told at an instant, today's unless said. */
export const demonstrationUrl = (now: Date | null = null): Promise<string> =>
  copyOf(`told_${now === null ? 'today' : now.toISOString().replace(/\D/g, '')}`, async (url) => {
    const database = openDatabase(url, { connections: 1 })
    await loadDemonstration(database, { now: now ?? new Date(), root })
    await database.end()
  })

/** The same as a database of the test's own. */
export async function demonstrationDatabase(t: TestContext, now: Date): Promise<Database> {
  const database = openDatabase(await demonstrationUrl(now), { connections: 5 })
  t.after(() => database.end({ timeout: 1 }))
  return database
}
