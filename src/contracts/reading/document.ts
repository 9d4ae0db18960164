import { Refusal } from '#platform/refusal.ts'
import { readAside } from './read-aside.ts'

/** One piece of a document in reading order. The paragraphs of a cell are parted by line breaks, its bullets kept. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'item'; readonly level: number; readonly ordered: boolean; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }

export type Format = 'docx' | 'odt' | 'pdf' | 'text'

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

/** Which kind of document the bytes are, by what they hold; a zip is told apart once it is open. */
export function formatOf(bytes: Uint8Array, filename: string): Format {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString('latin1')
  if (start.startsWith('PK')) return 'docx'
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw oleRefusal(bytes, filename)
  if (isText(bytes, start)) return 'text'
  throw notOurs(filename)
}

/** The refusal of a kind of file that we do not read. */
export const notOurs = (filename: string) =>
  new Refusal(`“${filename}” is not a Word (.docx), OpenDocument (.odt), PDF or plain text document.`, 415)

function oleRefusal(bytes: Uint8Array, filename: string): Refusal {
  const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return locked
    ? new Refusal(`“${filename}” is locked with a password. Save it without one and try again.`)
    : new Refusal(`“${filename}” is in an old Office format. Save it as .docx and try again.`, 415)
}

function isText(bytes: Uint8Array, start: string): boolean {
  if (/^(\xff\xfe|\xfe\xff)/.test(start)) return true
  if (/^\s*(\{\\rtf|<!doctype html|<html|<\?xml|<svg)/i.test(start)) return false
  const controls = bytes.reduce((count, byte) => count + (byte < 32 && ![9, 10, 11, 12, 13].includes(byte) ? 1 : 0), 0)
  return controls === 0
}
