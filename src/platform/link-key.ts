import { createHash, randomBytes } from 'node:crypto'

/** A key to one link: it stands in the mail alone, and only its hash is kept. */
export type LinkKey = { readonly token: string; readonly hash: Buffer }

/** A key that nobody can guess. */
export function newKey(): LinkKey {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** The hash of a key, or null where the text cannot be one. */
export const hashOfKey = (token: string): Buffer | null => (/^[\w-]{43}$/.test(token) ? sha256(token) : null)

const sha256 = (token: string): Buffer => createHash('sha256').update(token).digest()
