import { createHash, randomBytes } from 'node:crypto'
import { daysAfterAnswer } from '#priorities/concern.ts'

const day = 24 * 60 * 60_000

/** How long a link from a report works, in milliseconds. */
export const linkLifetime = daysAfterAnswer * day

/** A key for one mail, and the hash that is kept of it. */
export function newLink(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}

/** The hash of a key, or null where the text cannot be one. */
export const hashOfLink = (token: string): Buffer | null =>
  /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : null
