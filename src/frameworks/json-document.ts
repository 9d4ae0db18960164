import { findNodeAtLocation, parseTree, type JSONPath, type Node, type ParseError } from 'jsonc-parser'
import { syntaxInWords, tooDeepAt } from './json-syntax.ts'

/** What is wrong with a file, and on which line a person will find it. */
export type Fault = { readonly line: number; readonly words: string }

/** A JSON text that was read, and still knows on which line each of its parts stands. */
export type JsonDocument = {
  readonly value: unknown
  readonly tree: Node
  /** The node at a path, or undefined where nothing was written there. */
  at(path: JSONPath): Node | undefined
  /** The line of a path; where nothing was written there, of the nearest thing around it. */
  lineAt(path: JSONPath): number
  lineOf(node: Node): number
}

/** Reads JSON as the standard has it: comments, trailing commas and a name given twice are faults. */
export function readJson(text: string): { ok: true; document: JsonDocument } | { ok: false; faults: Fault[] } {
  const lineAtOffset = lineCounter(text)
  const tooDeep = tooDeepAt(text)
  if (tooDeep !== null)
    return {
      ok: false,
      faults: [{ line: lineAtOffset(tooDeep), words: 'lists and objects lie too deep in each other' }],
    }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const faults = errors.map((error) => ({ line: lineAtOffset(error.offset), words: syntaxInWords(error.error) }))
  if (!tree || faults.length > 0)
    return { ok: false, faults: faults.length > 0 ? faults : [{ line: 1, words: 'the file is empty' }] }
  const twice = namesGivenTwice(tree).map((node) => ({
    line: lineAtOffset(node.offset),
    words: `“${String(node.value)}” is written twice in the same object`,
  }))
  return twice.length > 0
    ? { ok: false, faults: twice }
    : { ok: true, document: documentOf(JSON.parse(text), tree, lineAtOffset) }
}

function documentOf(value: unknown, tree: Node, lineAtOffset: (offset: number) => number): JsonDocument {
  const at = (path: JSONPath) => findNodeAtLocation(tree, path)
  const lineOf = (node: Node) => lineAtOffset(node.offset)
  const lineAt = (path: JSONPath): number => {
    const node = at(path)
    if (node) return lineOf(node.parent?.type === 'property' ? node.parent : node)
    return path.length === 0 ? 1 : lineAt(path.slice(0, -1))
  }
  return { value, tree, at, lineAt, lineOf }
}

function namesGivenTwice(node: Node): Node[] {
  const inside = (node.children ?? []).flatMap(namesGivenTwice)
  if (node.type !== 'object') return inside
  const seen = new Set<unknown>()
  const twice = (node.children ?? []).flatMap((property) => {
    const name = property.children?.[0]
    if (!name) return []
    const again = seen.has(name.value)
    seen.add(name.value)
    return again ? [name] : []
  })
  return [...twice, ...inside]
}

/** Lines are counted from 1, as editors do. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
