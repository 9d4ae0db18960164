import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf } from '#platform/language/say.ts'

/** What the source says through the catalogue, and every text that stands in it, since a word may be looked up later. */
export type Said = {
  /** Sentences of say`…` and say.text`…`. */
  readonly sentences: ReadonlySet<string>
  /** Keys of say.count. */
  readonly counted: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
}

type Found = { readonly sentences: Set<string>; readonly counted: Set<string>; readonly texts: Set<string> }

/** Reads all source that may speak to the public; the desk and tests speak English alone. */
export function sentencesSaid(root: string): Said {
  const found: Found = { sentences: new Set(), counted: new Set(), texts: new Set() }
  for (const file of globSync('src/**/*.ts', { cwd: root }))
    if (!file.endsWith('.test.ts')) readCode(readFileSync(join(root, file), 'utf8'), 0, found)
  return found
}

const said = /\bsay(?:\.text)?$/
const beforeRegex = /(?:[(,=:[!&|?{};>]|\breturn|^)\s*$/

/** Reads code up to the brace that closes it, or to the end; answers where it stopped. */
function readCode(code: string, from: number, found: Found): number {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    const letter = code.charAt(at)
    const before = code.slice(Math.max(from, at - 40), at)
    if (code.startsWith('//', at)) at = endOf(code, '\n', at)
    else if (code.startsWith('/*', at)) at = endOf(code, '*/', at) + 1
    else if (letter === "'" || letter === '"') at = readText(code, at, before, found)
    else if (letter === '`') at = readTemplate(code, at, said.test(before), found)
    else if (letter === '/' && beforeRegex.test(before)) at = endOfRegex(code, at)
    else if (letter === '{') depth++
    else if (letter === '}' && depth-- === 0) return at
  }
  return code.length
}

function readText(code: string, from: number, before: string, found: Found): number {
  const quote = code.charAt(from)
  let at = from + 1
  while (code.charAt(at) !== quote) at += code.charAt(at) === '\\' ? 2 : 1
  const text = cooked(code.slice(from + 1, at))
  found.texts.add(text)
  if (/\bother:\s*$/.test(before) && text.includes('{n}')) found.counted.add(text)
  return at
}

function readTemplate(code: string, from: number, isSaid: boolean, found: Found): number {
  const parts: string[] = []
  let start = from + 1
  let at = start
  for (; code.charAt(at) !== '`'; at++) {
    if (code.charAt(at) === '\\') at++
    else if (code.startsWith('${', at)) {
      parts.push(code.slice(start, at))
      at = readCode(code, at + 2, found)
      start = at + 1
    }
  }
  parts.push(code.slice(start, at))
  const key = keyOf(parts.map(cooked))
  if (isSaid) found.sentences.add(key)
  return at
}

function endOfRegex(code: string, from: number): number {
  let inClass = false
  for (let at = from + 1; at < code.length; at++) {
    const letter = code.charAt(at)
    if (letter === '\\') at++
    else if (letter === '[') inClass = true
    else if (letter === ']') inClass = false
    else if (letter === '/' && !inClass) return at
  }
  return code.length
}

function endOf(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from)
  return at === -1 ? code.length : at
}

const cooked = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, letter: string) => (letter === 'n' ? '\n' : letter))
