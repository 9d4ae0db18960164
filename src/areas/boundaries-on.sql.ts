import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { BoundaryVersion } from './boundary.ts'

/** A boundary that holds on a day, with how many live within it; null where nobody said. */
export type BoundaryHeld = BoundaryVersion & { readonly population: number | null }

/** The boundaries of some neighbourhoods as they are on a day: the newest that had begun, or the first where none had. */
export const boundariesOn = (sql: Sql, forceId: string, neighbourhoodIds: readonly string[], on: Day) => sql<
  BoundaryHeld[]
>`
  select distinct on (neighbourhood_id) neighbourhood_id as "neighbourhoodId", valid_from as "validFrom", geometry, population,
    jsonb_build_object('west', west, 'south', south, 'east', east, 'north', north) as box
  from neighbourhood_boundary
  where force_id = ${forceId} and neighbourhood_id = any(${[...neighbourhoodIds]})
  order by neighbourhood_id, valid_from <= ${on} desc, abs(valid_from - ${on}::date)`
