import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Document } from './document.ts'

/** ZIP knows no earlier day; it is the same for every file, so that the same content has the same bytes. */
export const settledTime = new Date(1980, 0, 1)

/** A Word file that names its language, and the day it tells of in place of the clock it was written by. */
export function settled(file: Buffer, { language, asAt }: Document): Buffer {
  const parts = unzipSync(file)
  const first = '[Content_Types].xml'
  const core = strFromU8(bytesOf(parts, 'docProps/core.xml'))
  const dated = core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${asAt}T00:00:00Z`)
  const told = dated.replace('</cp:coreProperties>', `<dc:language>${language}-GB</dc:language></cp:coreProperties>`)
  return Buffer.from(
    zipSync({ [first]: bytesOf(parts, first), ...parts, 'docProps/core.xml': strToU8(told) }, { mtime: settledTime }),
  )
}

const bytesOf = (parts: Readonly<Record<string, Uint8Array>>, name: string) => parts[name] ?? new Uint8Array()
