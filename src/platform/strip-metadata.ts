/**
 * A JPEG without what a camera or a person wrote into it (EXIF with its place, comments, previews), and without anything
 * after its end; null where the bytes are no JPEG.
 */
export function stripMetadata(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfImage) return null
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes.readUInt16BE(at)
    if (marker === endOfImage) return Buffer.concat([...kept, bytes.subarray(at, at + 2)])
    if (marker < 0xffc0 || marker === 0xffff) return null
    const length = bytes.readUInt16BE(at + 2) + 2
    const end = marker === startOfScan ? endOfScan(bytes, at + length) : at + length
    if (length < 4 || end > bytes.length) return null
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  const last = bytes.length - at === 2 && bytes.readUInt16BE(at) === endOfImage
  return last ? Buffer.concat([...kept, bytes.subarray(at)]) : null
}

const startOfImage = 0xffd8
const endOfImage = 0xffd9
const startOfScan = 0xffda

/** Application segments and comments; JFIF's (APP0) and Adobe's (APP14) tell how to read the colours, so they stay. */
const isMetadata = (marker: number): boolean =>
  (marker >= 0xffe1 && marker <= 0xffef && marker !== 0xffee) || marker === 0xfffe

/** Where the picture's own data ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
