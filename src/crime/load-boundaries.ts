import { takePreview, type BoundaryPreview } from '#areas/boundary-previews.sql.ts'
import { keepBoundaries } from '#areas/keep-boundaries.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { placeCrimeAnew } from './keep-crime.ts'

/**
 * Keeps the boundaries that somebody looked at and places all the force's crime anew by them, all or nothing; kept twice, they
 * are kept once. Answers what was kept, or null where somebody already did.
 */
export const loadBoundaries = (
  database: Database,
  asked: { readonly forceId: string; readonly previewId: string },
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<BoundaryPreview | null> =>
  transaction(database, async (sql) => {
    const preview = await takePreview(sql, asked.forceId, asked.previewId)
    if (preview === null) return null
    const { validFrom, source, boundaries } = preview
    await keepBoundaries(sql, asked.forceId, boundaries, { validFrom, source, at, by })
    await placeCrimeAnew(sql, asked.forceId)
    return preview
  })
