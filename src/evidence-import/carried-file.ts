import { gunzipSync, gzipSync } from 'node:zlib'
import { Refusal } from '#platform/refusal.ts'

export const mostBytes = 5 * 1024 * 1024

/** A file as a form carries it from the dry run to the confirmation, since nothing is kept in between. */
export const carried = (bytes: Uint8Array): string => gzipSync(bytes).toString('base64url')

/** The file that a form carried; throws a Refusal (400) where the form was changed on the way. */
export function carriedFile(text: string, most = mostBytes): Buffer {
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: most })
  } catch {
    throw new Refusal('The file did not come through whole. Choose it again.', 400)
  }
}
