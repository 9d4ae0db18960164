import type { Sql } from '#platform/database/database.ts'
import { asParts, atPoint, raisedDisclosed, type Placed } from '../files/open-files.ts'
import type { Asked } from '../files/asked.ts'
import { boundaryColumns, eventColumns, priorityColumns, type Column } from '../files/columns.ts'
import type { ItemsAsked } from './asked-items.ts'
import { meetsBox } from './meets-box.ts'
import {
  eventsMatched,
  neighbourhoodsMatched,
  prioritiesMatched,
  type LinesAsked,
  type PriorityArea,
} from './features.sql.ts'

/** What somebody asked for, or the one feature of an id. */
export type FeaturesAsked = ItemsAsked & { readonly id: string | null }
export type Found = { readonly matched: number; readonly features: readonly Placed[] }

/** A collection of features: every force’s, since a map shows where things are and not whose they are. */
export type Collection = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly columns: readonly Column[]
  readonly find: (sql: Sql, every: Asked, asked: FeaturesAsked) => Promise<Found>
}

export const collections: readonly Collection[] = [
  {
    id: 'neighbourhoods',
    title: 'Neighbourhoods',
    description: 'Where each policing neighbourhood lies, as its boundary is today.',
    columns: boundaryColumns,
    find: (sql, every, asked) =>
      areas(asked, async (lines) => {
        const { matched, lines: found } = await neighbourhoodsMatched(sql, every, lines)
        return { matched, features: found.map(asParts) }
      }),
  },
  {
    id: 'events',
    title: 'Events',
    description: 'When and where people can talk to a neighbourhood policing team, from a year back on.',
    columns: eventColumns,
    find: async (sql, every, asked) => {
      const { matched, lines } = await eventsMatched(sql, every, { ...asked, page: asked })
      return { matched, features: lines.map(atPoint) }
    },
  },
  {
    id: 'priorities',
    title: 'Priorities',
    description: 'What neighbourhood policing teams work on, each drawn as the neighbourhood it is for.',
    columns: priorityColumns,
    find: (sql, every, asked) =>
      areas(asked, async (lines) => {
        const { matched, lines: found } = await prioritiesMatched(sql, every, lines)
        return { matched, features: found.map(priorityPlaced) }
      }),
  },
]

const priorityPlaced = ({ geometry, ...line }: PriorityArea): Placed => ({ line: raisedDisclosed(line), geometry })

/** Areas are looked at one by one where a box is asked for: the box around an area may meet it where the area does not. */
async function areas(asked: FeaturesAsked, find: (lines: LinesAsked) => Promise<Found>): Promise<Found> {
  const { bbox, limit, offset } = asked
  if (bbox === null) return find({ ...asked, page: asked })
  const { features } = await find({ ...asked, page: null })
  const within = features.filter(({ geometry }) => isArea(geometry) && meetsBox(geometry, bbox))
  return { matched: within.length, features: within.slice(offset, offset + limit) }
}

const isArea = (geometry: Placed['geometry']) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
