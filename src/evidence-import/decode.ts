import { fault, type Fault } from './fault.ts'

export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly faults: readonly Fault[] }

/** The text of a file: UTF-8, or UTF-16 that says so by its mark; anything else is refused by its first bad line. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  const bad = firstBadLine(bytes)
  return bad === null ? decoded(bytes, 'utf-8') : refused(bad)
}

function decoded(bytes: Uint8Array, encoding: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const at = text.indexOf('\0')
    if (at < 0) return { ok: true, text }
    const words = 'holds a null character, which belongs in no text: save the file again as “CSV UTF-8”'
    return { ok: false, faults: [fault(text.slice(0, at).split(/\r\n|\n|\r/).length, words)] }
  } catch {
    return { ok: false, faults: [fault(1, `is not the ${encoding.toUpperCase()} that the file says it is`)] }
  }
}

const refused = (line: number): Decoded => {
  const words = 'holds letters that are not UTF-8: save the file again as “CSV UTF-8”'
  return { ok: false, faults: [fault(line, words)] }
}

/** The first line that is not UTF-8, counted from 1; no letter of UTF-8 runs over the end of a line. */
function firstBadLine(bytes: Uint8Array): number | null {
  if (isUtf8(bytes)) return null
  let from = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
