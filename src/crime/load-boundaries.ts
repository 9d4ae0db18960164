import type { BoundaryLoading } from '#areas/boundaries.sql.ts'
import type { Boundary } from '#areas/boundary.ts'
import { keepBoundaries } from '#areas/keep-boundaries.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { placeCrimeAnew } from './keep-crime.ts'

/** Keeps a force's boundaries and places all its crime anew by them, both or neither. */
export const loadBoundaries = (
  database: Database,
  forceId: string,
  boundaries: readonly Boundary[],
  loading: BoundaryLoading,
): Promise<void> =>
  transaction(database, async (sql) => {
    await keepBoundaries(sql, forceId, boundaries, loading)
    await placeCrimeAnew(sql, forceId)
  })
