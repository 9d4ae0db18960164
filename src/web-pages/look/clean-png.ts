import { crc32, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What tells the picture itself and its colours; texts, places, times and previews stay behind. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])
const largestSide = 1_000

/** A PNG with its picture and nothing else; null where it is none, is broken, or is more than 1,000 pixels on a side. */
export function cleanPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null
  const chunks = chunksOf(bytes)
  if (chunks === null || !isPicture(chunks)) return null
  return Buffer.concat([signature, ...chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole)])
}

type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer }

/** All chunks up to the end of the picture, each with its sum checked; null where one is cut off or wrong. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

function isPicture(chunks: readonly Chunk[]): boolean {
  const [first] = chunks
  if (first?.type !== 'IHDR' || first.data.length !== 13) return false
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)]
  if (width < 1 || height < 1 || width > largestSide || height > largestSide) return false
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  try {
    return inflateSync(packed, { maxOutputLength: (width * 8 + 8) * (height + 8) }).length > 0
  } catch {
    return false
  }
}
