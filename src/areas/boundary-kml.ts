import { parseMarkup, textOf, type Node } from '#platform/markup.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Neighbourhood } from './area.ts'
import { soundGeometry } from './boundary-faults.ts'
import { twice, type BoundaryFault, type Expected, type ReadBoundaries } from './boundary-geojson.ts'
import type { Boundary } from './boundary.ts'

/**
 * The boundaries in a KML file, or every fault in it, counted by its placemarks. Each is named by a value of its
 * ExtendedData, its id or its name; a file of one placemark may also be named after its neighbourhood. Nothing outside the file
 * is ever read: one that declares entities or asks for another file is refused.
 */
export function readKml(text: string, expected: Expected, filename = ''): ReadBoundaries {
  const refusal = refusalOf(text)
  if (refusal !== null) return { ok: false, faults: [{ feature: null, words: refusal }] }
  const placemarks = named(nodesOf(text), 'Placemark')
  if (placemarks.length === 0)
    return { ok: false, faults: [{ feature: null, words: 'is no KML with a Placemark in it' }] }
  const stem = placemarks.length === 1 ? filename.replace(/^.*[/\\]|\.kml$/gi, '') : ''
  const told = placemarks.map((placemark) => readPlacemark(placemark, expected, stem))
  const faults = told.flatMap((each, n): BoundaryFault[] =>
    typeof each === 'string' ? [{ feature: n + 1, words: each }] : [],
  )
  const all = [...faults, ...twice(told)]
  return all.length > 0
    ? { ok: false, faults: all }
    : { ok: true, boundaries: told.filter((each) => typeof each !== 'string') }
}

/** Why a file is not even read. */
function refusalOf(text: string): string | null {
  if (text.startsWith('PK'))
    return 'is a KMZ, which is a packed KML: unpack it as a ZIP file and choose the doc.kml in it'
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    return 'declares a document type or entities, which may lead to other files: save it as plain KML'
  if (/XInclude|:include\b/i.test(text)) return 'includes other files, which are not read: save it as one plain KML'
  if (/<(\w+:)?NetworkLink\b/.test(text))
    return 'leads to another file, which is not read: choose the file that it leads to'
  return null
}

function nodesOf(text: string): readonly Node[] {
  try {
    return parseMarkup(text.replace(/^\ufeff/, ''))
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    return []
  }
}

const plainName = ({ name }: Node): string => name.replace(/^.*:/, '')

/** Every element of a name at any depth, but none within another of that name. */
const named = (nodes: readonly Node[], name: string): Node[] =>
  nodes.flatMap((node) => (plainName(node) === name ? [node] : named(node.children, name)))

function readPlacemark(placemark: Node, expected: Expected, stem: string): Boundary | string {
  const neighbourhood = neighbourhoodOf(placemark, expected, stem)
  if (typeof neighbourhood === 'string') return neighbourhood
  const polygons = named(placemark.children, 'Polygon').map(ringsOf)
  if (polygons.length === 0) return 'holds no Polygon'
  const fault = polygons.flat().find((ring) => typeof ring === 'string')
  if (typeof fault === 'string') return fault
  const coordinates = polygons.map((rings) => rings.filter((ring) => typeof ring !== 'string'))
  const [only] = coordinates
  const geometry = soundGeometry(
    coordinates.length === 1 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates },
  )
  return typeof geometry === 'string' ? geometry : { neighbourhoodId: neighbourhood.id, geometry, population: null }
}

/** Its outer ring, then its holes, or why one of them cannot be read. */
function ringsOf(polygon: Node): (number[][] | string)[] {
  const ringsIn = (edge: string) => named(named(polygon.children, edge), 'coordinates').map(textOf)
  const outer = ringsIn('outerBoundaryIs')
  if (outer.length !== 1) return ['has a Polygon without one outer boundary']
  return [...outer, ...ringsIn('innerBoundaryIs')].map(cornersOf)
}

/** KML writes a corner as longitude, latitude and, where it likes, the height, with no space in it. */
function cornersOf(text: string): number[][] | string {
  const corners: number[][] = []
  for (const corner of text.trim().split(/\s+/)) {
    if (!/^-?\d+(\.\d+)?(e-?\d+)?,-?\d+(\.\d+)?(e-?\d+)?(,[-+.e\d]*)?$/i.test(corner))
      return `has the corner “${corner.slice(0, 40)}”, which is not longitude,latitude`
    corners.push(corner.split(',').slice(0, 2).map(Number))
  }
  return corners
}

function neighbourhoodOf(placemark: Node, { neighbourhoods, forceId }: Expected, stem: string): Neighbourhood | string {
  const name = named(placemark.children, 'name').map(textOf).join(' ').trim()
  const values = [...named(placemark.children, 'value'), ...named(placemark.children, 'SimpleData')].map(textOf)
  const ids = [...values, placemark.attributes['id'] ?? '', placemark.attributes['@_id'] ?? '', name, stem]
  for (const told of ids.map((each) => each.trim()).filter((each) => each !== '')) {
    const found = neighbourhoods.find(({ id }) => id === told || id.endsWith(`.${told}`))
    if (found) return found
  }
  const called = neighbourhoods.filter((each) => plain(each.name) === plain(name))
  if (called.length === 1 && called[0]) return called[0]
  if (called.length > 1)
    return `is called “${name.slice(0, 60)}”, as several neighbourhoods of ${forceId} are: give it its id`
  return name === ''
    ? 'does not say which neighbourhood it bounds: give it a name, or its id as ExtendedData'
    : `is called “${name.slice(0, 60)}”, which is no neighbourhood of this force, and has no id of one`
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
