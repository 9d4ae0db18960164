import type { Crest } from '#areas/appearance/appearance.ts'
import { cleanPng } from './clean-png.ts'
import { cleanSvg } from './clean-svg.ts'

/** Bytes of a crest at the most: it comes with every page. */
export const largestCrest = 100 * 1024

/** The crest that somebody chose, rid of all that is no picture, or what is wrong with it. */
export function readCrest(bytes: Buffer | undefined): Crest | string {
  if (bytes === undefined || bytes.length === 0) return 'Choose a picture'
  if (bytes.length > largestCrest) return 'That picture is too large: make it smaller than 100 KB'
  const png = cleanPng(bytes)
  if (png !== null) return { type: 'image/png', bytes: png }
  const svg = cleanSvg(bytes)
  return svg === null
    ? 'That is not a picture that can be shown: choose a PNG of at most 1,000 pixels a side, or an SVG of shapes'
    : { type: 'image/svg+xml', bytes: svg }
}
