import { Refusal } from '#platform/refusal.ts'

export type Format = 'docx' | 'odt' | 'pdf' | 'text'

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
