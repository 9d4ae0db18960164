import type { Dictionary } from '#measures/dictionary.ts'
import type { Fault } from './json-document.ts'
import { readFramework, type ReadFramework } from './load-framework.ts'

/** The framework in an uploaded file, or every fault in it; a file that is not UTF-8 is told so before it is read. */
export function readFrameworkFile(bytes: Uint8Array, dictionary: Dictionary): ReadFramework {
  const text = textOf(bytes)
  return text === null ? { ok: false, faults: notText } : readFramework(text, dictionary)
}

const notText: readonly Fault[] = [{ line: 1, words: 'the file is not text in UTF-8, as JSON must be' }]

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
