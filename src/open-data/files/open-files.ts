import type { Geometry as AnyGeometry, MultiPolygon } from 'geojson'
import { outlinesOn, type Outlined } from '#areas/boundaries.sql.ts'
import type { Geometry } from '#areas/boundary.ts'
import { forceAt } from '#areas/team-at.ts'
import { dayAt } from '#platform/day.ts'
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
  readonly lines: (visit: Visit, format: Format) => Promise<readonly Placed[]>
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
    formats: ['csv', 'geojson', 'json'],
    columns: priorityColumns,
    lines: async (visit, format) => {
      const lines = await priorityLines(visit.db, await found(visit))
      return placedIn(visit, format, lines.map(raisedDisclosed), neighbourhoodOf)
    },
  },
  {
    name: 'standings',
    formats: ['csv', 'geojson', 'json'],
    columns: standingColumns,
    lines: async (visit, format) => placedIn(visit, format, await standingLines(visit), wholeTeamOf),
  },
  {
    name: 'contracts',
    formats: ['csv', 'geojson', 'json'],
    columns: contractColumns,
    lines: async (visit, format) =>
      placedIn(visit, format, await contractLines(visit.db, await found(visit)), wholeTeamOf),
  },
  {
    name: 'boundaries',
    formats: ['geojson'],
    columns: boundaryColumns,
    lines: async (visit) => (await boundaryLines(visit.db, await found(visit))).map(asParts),
  },
]

async function found(visit: Visit): Promise<Asked> {
  await placeAsked(visit)
  return askedBy(visit)
}

/** Lines with the areas they are of, as a map draws them; formats that draw nothing are given none. */
async function placedIn(
  { db, params, now }: Visit,
  format: Format,
  lines: readonly Line[],
  areaOf: (line: Line, outlines: readonly Outlined[]) => readonly Outlined[],
): Promise<Placed[]> {
  if (format !== 'geojson') return lines.map((line) => ({ line, geometry: null }))
  const force = await forceAt(db, params)
  const outlines = await outlinesOn(db, force.id, dayAt(now, force.timeZone))
  return lines.map((line) => ({ line, geometry: joinedParts(areaOf(line, outlines)) }))
}

const neighbourhoodOf = (line: Line, outlines: readonly Outlined[]) =>
  outlines.filter(({ id }) => id === line['neighbourhood_id'])

const wholeTeamOf = ({ force, team }: Line, outlines: readonly Outlined[]) =>
  outlines.filter(({ teamId }) => teamId === `${force}/${team}`)

/** Null where a part of the area has no boundary, so that nobody takes half of it for the whole. */
function joinedParts(areas: readonly Outlined[]): MultiPolygon | null {
  const parts = areas.map(({ outline }) => outline?.coordinates ?? null)
  const isWhole = parts.length > 0 && parts.every((part) => part !== null)
  return isWhole ? { type: 'MultiPolygon', coordinates: parts.flat() } : null
}

/** An event as a point, where somebody said where it is. */
export const atPoint = (line: Line): Placed => {
  const { longitude, latitude } = line
  const isPlaced = typeof longitude === 'number' && typeof latitude === 'number'
  return { line, geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null }
}

/** An area as parts, even where it has one: map programs take the kind of a whole layer from its first features. */
export function asParts<L extends Line>({ geometry, ...line }: L & { readonly geometry: Geometry }): Placed {
  const isOne = geometry.type === 'Polygon'
  return { line, geometry: isOne ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry }
}

/** How many raised a matter is not told where a number could point at somebody. */
export const raisedDisclosed = (line: Line & { readonly raised_by: number }): Line => ({
  ...line,
  raised_by: disclosedAlone(line.raised_by),
})
