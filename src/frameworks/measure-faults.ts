import { getNodeValue, type JSONPath, type Node } from 'jsonc-parser'
import { faultsOf } from '#measures/check.ts'
import type { Dictionary } from '#measures/dictionary.ts'
import { measureSchema } from '#measures/measure.ts'
import { each } from './identity-faults.ts'
import type { Fault, JsonDocument } from './json-document.ts'

/** Every measure that is well formed but asks for evidence, facets or figures that nobody records. */
export const measureFaults = (document: JsonDocument, dictionary: Dictionary): Fault[] =>
  measurePaths(document)
    .flatMap((path) => document.at(path) ?? [])
    .flatMap((node) => {
      const read = measureSchema.safeParse(getNodeValue(node))
      if (!read.success) return []
      return faultsOf(read.data, dictionary).map((words) => ({ line: document.lineOf(culprit(words, node)), words }))
    })

function measurePaths(document: JsonDocument): JSONPath[] {
  const lines = each(document, ['standards']).flatMap((path) => each(document, [...path, 'measures']))
  const others = [...each(document, ['serviceStandards']), ...each(document, ['duties'])]
  return [...lines, ...others].flatMap((path) => each(document, [...path, 'measures']))
}

/** The last place in the measure that says one of the words a fault quotes: a long measure spans many lines. */
function culprit(fault: string, measure: Node): Node {
  const quoted = new Set([...fault.matchAll(/“([^”]+)”/g)].map((match) => match[1]))
  const strings = (node: Node): Node[] => (node.type === 'string' ? [node] : (node.children ?? []).flatMap(strings))
  return strings(measure).findLast((node) => quoted.has(node.value)) ?? measure
}
