import { createHash } from 'node:crypto'

/** A UUID (version 8) of words: the same row has the same id in whichever file and however often it comes. */
export function identityOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
