import { z } from 'zod'
import type { Neighbourhood } from './area.ts'
import { soundGeometry } from './boundary-faults.ts'
import type { Boundary } from './boundary.ts'

const position = z.array(z.number()).min(2)
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) })
const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) })
const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z
    .object({
      id: z.string().optional(),
      force: z.string().optional(),
      population: z.number().int().positive().optional(),
    })
    .nullable(),
  geometry: z.discriminatedUnion('type', [polygon, multiPolygon]),
})
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) })

/** What is wrong with a file of boundaries; the feature is counted from 1, null where the whole file is meant. */
export type BoundaryFault = { readonly feature: number | null; readonly words: string }

export type ReadBoundaries =
  | { readonly ok: true; readonly boundaries: readonly Boundary[] }
  | { readonly ok: false; readonly faults: readonly BoundaryFault[] }

/** Whose boundaries are expected. */
export type Expected = { readonly forceId: string; readonly neighbourhoods: readonly Neighbourhood[] }

/** The boundaries in a GeoJSON FeatureCollection, each named by its property `id`, or every fault in it. */
export function readGeoJson(text: string, expected: Expected): ReadBoundaries {
  const read = collection.safeParse(parsed(text))
  if (!read.success) return refused('is not a GeoJSON FeatureCollection with at least one feature')
  const told = read.data.features.map((each) => readFeature(each, expected))
  const faults = told.flatMap((each, n) => (typeof each === 'string' ? [{ feature: n + 1, words: each }] : []))
  const boundaries = told.filter((each) => typeof each !== 'string')
  const all = [...faults, ...twice(told)]
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, boundaries }
}

const refused = (words: string): ReadBoundaries => ({ ok: false, faults: [{ feature: null, words }] })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function readFeature(given: unknown, { forceId, neighbourhoods }: Expected): Boundary | string {
  const read = feature.safeParse(given)
  if (!read.success) return shapeFault(given, read.error)
  const { properties, geometry, id } = read.data
  const neighbourhoodId = properties?.id ?? String(id ?? '')
  if (properties?.force !== undefined && properties.force !== forceId)
    return `belongs to the force “${properties.force}”`
  if (neighbourhoodId === '') return 'does not say which neighbourhood it bounds: give it a property “id”'
  if (!neighbourhoods.some((known) => known.id === neighbourhoodId))
    return `bounds “${neighbourhoodId}”, which is no neighbourhood of this force`
  const sound = soundGeometry(geometry)
  return typeof sound === 'string'
    ? sound
    : { neighbourhoodId, geometry: sound, population: properties?.population ?? null }
}

function shapeFault(given: unknown, { issues }: z.ZodError): string {
  const type: unknown = Reflect.get(Object(Reflect.get(Object(given), 'geometry')), 'type')
  if (issues[0]?.path[0] === 'geometry' && type !== 'Polygon' && type !== 'MultiPolygon')
    return `is a ${typeof type === 'string' ? type : 'feature without geometry'}, not a Polygon or MultiPolygon`
  return `cannot be read at ${issues[0]?.path.join('.') || 'its beginning'}`
}

/** Boundaries that bound the same neighbourhood as one before them. */
export function twice(told: readonly (Boundary | string)[]): BoundaryFault[] {
  const ids = told.map((each) => (typeof each === 'string' ? null : each.neighbourhoodId))
  return ids.flatMap((id, n) =>
    id !== null && ids.indexOf(id) < n ? [{ feature: n + 1, words: `bounds “${id}” a second time` }] : [],
  )
}
