import { keepAppearance } from '#areas/appearance/keep-appearance.ts'
import type { Sql } from '#platform/database/database.ts'

const colours = { dorset: '#14315f', 'devon-and-cornwall': '#1d5133' }

/** Each force of the demonstration has colours of its own, chosen by nobody, in the caller's transaction. */
export async function keepAppearances(sql: Sql, at: Date): Promise<void> {
  for (const [forceId, colour] of Object.entries(colours))
    await keepAppearance(sql, { colour, accent: null, languages: ['en'] }, { forceId, at, personId: null })
}
