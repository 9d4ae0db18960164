import { gzip, gzipSync } from 'node:zlib'
import { promisify } from 'node:util'

/** Below this a packed answer is hardly smaller, and unpacking it costs the phone as much. */
const worthwhile = 1_000

const packs = promisify(gzip)

/** Whether somebody takes packed answers, and an answer of this type and length gains by it. */
export function isPackable(accepted: string | string[] | undefined, type: string, bytes: number): boolean {
  return (
    bytes >= worthwhile &&
    /^(text\/|application\/(json|xml|atom\+xml|geo\+json|ld\+json))/.test(type) &&
    takesPacked(accepted)
  )
}

/** Whether somebody takes answers packed by gzip. */
export const takesPacked = (accepted: string | string[] | undefined): boolean =>
  typeof accepted === 'string' && /(^|,)\s*gzip\s*(?!;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)

/** The bytes packed, while others are served. */
export const packed = (body: string | Buffer): Promise<Buffer> => packs(body)

/** The same at once, for a page that is packed once and sent many times. */
export const packedOnce = (body: Buffer): Buffer => gzipSync(body)
