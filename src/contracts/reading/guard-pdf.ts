import { inflateSync } from 'node:zlib'
import { Refusal } from '#platform/refusal.ts'

const mostUnpacked = 50 * 1024 * 1024

/** Refuses a PDF whose pages would unpack to far more than a contract can hold (413); pictures are never unpacked. */
export function guardPdf(bytes: Uint8Array, filename: string, most = mostUnpacked): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = most
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const dictionary = file.subarray(Math.max(0, at - 500), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf('obj'))
    if (own.includes('endstream') || /\/Subtype\s*\/Image/.test(own) || dictionary.endsWith('end')) continue
    if (/\/(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)\b/.test(own)) throw bomb(filename)
    left -= unpackedSize(file.subarray(at + 6), left, filename)
  }
}

function unpackedSize(packed: Buffer, most: number, filename: string): number {
  const start = packed[0] === 13 ? (packed[1] === 10 ? 2 : 1) : packed[0] === 10 ? 1 : 0
  try {
    return inflateSync(packed.subarray(start), { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    if (error instanceof RangeError) throw bomb(filename)
    return 0
  }
}

const bomb = (filename: string) => new Refusal(`“${filename}” unpacks to far more than a contract can hold.`, 413)
