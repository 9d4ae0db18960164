import { readGeoJson, type BoundaryFault, type Expected } from './boundary-geojson.ts'
import { readKml } from './boundary-kml.ts'
import type { Boundary } from './boundary.ts'

/** A fault with the file it stands in. */
export type FaultInFile = BoundaryFault & { readonly filename: string }

export type ReadFiles =
  | { readonly ok: true; readonly boundaries: readonly Boundary[] }
  | { readonly ok: false; readonly faults: readonly FaultInFile[] }

/** The boundaries of some files together, each GeoJSON or KML whatever it is called, or every fault in them. */
export function readBoundaryFiles(
  files: readonly { readonly filename: string; readonly bytes: Buffer }[],
  expected: Expected,
): ReadFiles {
  const boundaries: Boundary[] = []
  const faults: FaultInFile[] = []
  for (const { filename, bytes } of files) {
    const text = bytes.toString('utf8')
    const read = /^\ufeff?\s*[{[]/.test(text) ? readGeoJson(text, expected) : readKml(text, expected, filename)
    if (!read.ok) faults.push(...read.faults.map((fault) => ({ ...fault, filename })))
    else
      for (const boundary of read.boundaries)
        if (boundaries.some(({ neighbourhoodId }) => neighbourhoodId === boundary.neighbourhoodId))
          faults.push({
            filename,
            feature: null,
            words: `bounds “${boundary.neighbourhoodId}”, as another of these files does`,
          })
        else boundaries.push(boundary)
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, boundaries }
}
