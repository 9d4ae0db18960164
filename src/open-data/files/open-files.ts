import type { Geometry as AnyGeometry } from 'geojson'
import type { Visit } from '#platform/http/visit.ts'
import { disclosedAlone } from '#standings/disclosure.ts'
import { askedBy, placeAsked, type Asked } from './asked.ts'
import {
  boundaryColumns,
  contractColumns,
  eventColumns,
  priorityColumns,
  standingColumns,
  type Column,
  type Line,
} from './columns.ts'
import { eventLines } from './events.sql.ts'
import { boundaryLines, contractLines, priorityLines } from './lines.sql.ts'
import { standingLines } from './standing-lines.ts'

export type Format = 'csv' | 'json' | 'geojson'

/** A line with where it is, for formats that draw it; null where nobody said. */
export type Placed = { readonly line: Line; readonly geometry: AnyGeometry | null }

/** A file that anybody may take: of a force, and of each of its teams. */
export type OpenFile = {
  readonly name: string
  readonly formats: readonly Format[]
  readonly columns: readonly Column[]
  /** Throws a Refusal (404) where the force or team is not here. */
  readonly lines: (visit: Visit) => Promise<readonly Placed[]>
}

/** Every file of open data; docs/open-data.md tells of each. */
export const openFiles: readonly OpenFile[] = [
  {
    name: 'events',
    formats: ['csv', 'geojson', 'json'],
    columns: eventColumns,
    lines: async (visit) => (await eventLines(visit.db, await found(visit))).map(atPoint),
  },
  {
    name: 'priorities',
    formats: ['csv', 'json'],
    columns: priorityColumns,
    lines: async (visit) => (await priorityLines(visit.db, await found(visit))).map(raisedDisclosed).map(nowhere),
  },
  {
    name: 'standings',
    formats: ['csv', 'json'],
    columns: standingColumns,
    lines: async (visit) => (await standingLines(visit)).map(nowhere),
  },
  {
    name: 'contracts',
    formats: ['csv', 'json'],
    columns: contractColumns,
    lines: async (visit) => (await contractLines(visit.db, await found(visit))).map(nowhere),
  },
  {
    name: 'boundaries',
    formats: ['geojson'],
    columns: boundaryColumns,
    lines: async (visit) =>
      (await boundaryLines(visit.db, await found(visit))).map(({ geometry, ...line }) => ({ line, geometry })),
  },
]

async function found(visit: Visit): Promise<Asked> {
  await placeAsked(visit)
  return askedBy(visit)
}

const nowhere = (line: Line): Placed => ({ line, geometry: null })

/** An event as a point, where somebody said where it is. */
export const atPoint = (line: Line): Placed => {
  const { longitude, latitude } = line
  const isPlaced = typeof longitude === 'number' && typeof latitude === 'number'
  return { line, geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null }
}

/** How many raised a matter is not told where a number could point at somebody. */
export const raisedDisclosed = (line: Line & { readonly raised_by: number }): Line => ({
  ...line,
  raised_by: disclosedAlone(line.raised_by),
})
