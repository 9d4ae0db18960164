import { createHash } from 'node:crypto'

/**
 * JSON in one fixed way, so that the same content always has the same bytes: no space, and keys in the order in which the
 * database keeps them, shorter ones first, since standings are worded in that order.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => (each === undefined ? 'null' : canonical(each))).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, held]) => held !== undefined)
  return `{${fields
    .sort(([a], [b]) => Buffer.byteLength(a) - Buffer.byteLength(b) || (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
    .join(',')}}`
}

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export const contentHash = (text: string): string => createHash('sha256').update(text).digest('hex')
