import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Boundary } from './boundary.ts'

/** Boundaries that were read and wait to be kept. */
export type BoundaryPreview = {
  readonly id: string
  readonly forceId: string
  readonly validFrom: Day
  readonly source: string
  readonly boundaries: readonly Boundary[]
}

/** Keeps boundaries to be looked at for a day; older ones that nobody kept go. */
export async function savePreview(
  sql: Sql,
  { id, forceId, validFrom, source, boundaries }: BoundaryPreview,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`delete from boundary_preview where at < ${at}::timestamptz - interval '1 day'`
  await sql`
    insert into boundary_preview (id, force_id, valid_from, source, boundaries, at, by)
    values (${id}, ${forceId}, ${validFrom}, ${source}, ${sql.json(boundaries.map((each) => ({ ...each, geometry: { type: each.geometry.type, coordinates: each.geometry.coordinates } })))}, ${at}, ${by})`
}

/** A force's boundaries that wait to be kept, or null where there are none of this id. */
export async function findPreview(sql: Sql, forceId: string, id: string): Promise<BoundaryPreview | null> {
  const [found] = await sql<BoundaryPreview[]>`
    select id, force_id as "forceId", valid_from as "validFrom", source, boundaries
    from boundary_preview where force_id = ${forceId} and id = ${id}`
  return found ?? null
}

/** Takes boundaries that wait away, for whoever keeps them; null where somebody already did. */
export async function takePreview(sql: Sql, forceId: string, id: string): Promise<BoundaryPreview | null> {
  const [taken] = await sql<BoundaryPreview[]>`
    delete from boundary_preview where force_id = ${forceId} and id = ${id}
    returning id, force_id as "forceId", valid_from as "validFrom", source, boundaries`
  return taken ?? null
}
