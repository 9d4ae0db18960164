import type { JSONPath, Node } from 'jsonc-parser'
import type { Fault, JsonDocument } from './json-document.ts'

/** Identities are used across the whole file by contracts and evidence, so none may be given twice or point nowhere. */
export function identityFaults(document: JsonDocument): Fault[] {
  const first = new Map<string, number>()
  const twice: Fault[] = []
  for (const node of identitiesIn(document)) {
    const id = String(node.value)
    const before = first.get(id)
    const line = document.lineOf(node)
    if (before === undefined) first.set(id, line)
    else twice.push({ line, words: `“${id}” is used twice: it is already on line ${before}` })
  }
  return [...twice, ...pointingNowhere(document, first), ...endingBeforeStart(document)]
}

function identitiesIn(document: JsonDocument): Node[] {
  const standards = each(document, ['standards'])
  const owners = [...standards, ...standards.flatMap((path) => each(document, [...path, 'measures']))]
  const others = [...each(document, ['pillars']), ...each(document, ['serviceStandards'])]
  const ids = [...owners, ...others].map((path) => [...path, 'id'])
  const refs = each(document, ['duties']).map((path) => [...path, 'ref'])
  return [...ids, ...refs]
    .flatMap((path) => document.at(path) ?? [])
    .filter((node) => node.type === 'string')
    .sort((one, other) => one.offset - other.offset)
}

function pointingNowhere(document: JsonDocument, known: ReadonlyMap<string, number>): Fault[] {
  return [...each(document, ['duties']), ...each(document, ['form', 'part2'])]
    .flatMap((path) => each(document, [...path, 'standards']))
    .flatMap((path) => document.at(path) ?? [])
    .filter((node) => node.type === 'string' && !known.has(node.value))
    .map((node) => ({ line: document.lineOf(node), words: `there is no standard “${node.value}” in this framework` }))
}

function endingBeforeStart(document: JsonDocument): Fault[] {
  const from: unknown = document.at(['from'])?.value
  const to: unknown = document.at(['to'])?.value
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? [{ line: document.lineAt(['to']), words: 'the framework ends before it starts' }]
    : []
}

/** The paths of a list's entries; none where there is no list. */
export function each(document: JsonDocument, path: JSONPath): JSONPath[] {
  const list = document.at(path)
  return list?.type === 'array' ? (list.children ?? []).map((_, n) => [...path, n]) : []
}
