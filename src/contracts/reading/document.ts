import { Refusal } from '#platform/refusal.ts'
import type { Block } from './block.ts'
import { formatOf } from './format.ts'
import { readAside } from './read-aside.ts'

const mostBytes = 20 * 1024 * 1024

/**
 * The blocks of a Word, OpenDocument, PDF or plain text document. Its content says which it is, not its name.
 * Refused with 413 where it is over 20 MB, 415 where we do not read its kind, 422 where it is empty, broken or locked.
 */
export async function readDocument(bytes: Uint8Array, filename: string): Promise<Block[]> {
  if (bytes.byteLength === 0) throw new Refusal(`“${filename}” is empty.`)
  if (bytes.byteLength > mostBytes) throw new Refusal(`“${filename}” is larger than 20 MB.`, 413)
  return readAside(bytes, formatOf(bytes, filename), filename)
}
