import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { forgetForcePages, saveBoundaries, type BoundaryLoading } from './boundaries.sql.ts'
import type { Boundary } from './boundary.ts'

/** Keeps the boundaries of a file in the caller's transaction; what was counted by them is the caller's to count again. */
export async function keepBoundaries(
  sql: Sql,
  forceId: string,
  boundaries: readonly Boundary[],
  loading: BoundaryLoading,
): Promise<void> {
  await saveBoundaries(sql, forceId, boundaries, loading)
  await forgetForcePages(sql, forceId)
  const detail = { from: loading.validFrom, neighbourhoods: boundaries.map(({ neighbourhoodId }) => neighbourhoodId) }
  await audit(sql, { at: loading.at, personId: loading.by, verb: 'load boundaries', about: `force/${forceId}`, detail })
}
