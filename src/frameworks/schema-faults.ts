import type { JSONPath } from 'jsonc-parser'
import type { z } from 'zod'
import type { Fault, JsonDocument } from './json-document.ts'

type Issue = z.core.$ZodIssue

/** What a schema found wrong, each fault in words and on its line. */
export const schemaFaults = (issues: readonly Issue[], document: JsonDocument): Fault[] =>
  issues.flatMap((issue) => faultsOfIssue(issue, [], document))

function faultsOfIssue(issue: Issue, base: JSONPath, document: JsonDocument): Fault[] {
  const path = [...base, ...pathOf(issue)]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: document.lineAt([...path, key]),
      words: `there is no field “${key}” here`,
    }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionFaults(issue.errors, path, document)
  const missing = path.length > 0 && document.at(path) === undefined
  const words = missing ? `${nameOf(path)} is missing` : inWords(issue, path, document)
  return [{ line: document.lineAt(path), words }]
}

/** Of several shapes a value may have, the one it comes nearest to is the one its writer meant. */
function unionFaults(options: readonly (readonly Issue[])[], path: JSONPath, document: JsonDocument): Fault[] {
  const otherTypes = (issue: Issue) =>
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  if (options.every((issues) => issues.every(otherTypes))) {
    const wanted = [...new Set(options.flat().map(wantedBy))]
    return [{ line: document.lineAt(path), words: `${nameOf(path)} must be ${wanted.join(' or ')}` }]
  }
  const open = options.filter((issues) => !issues.some(otherTypes))
  const nearest = [...open].sort((one, other) => one.length - other.length)[0] ?? []
  return nearest.flatMap((issue) => faultsOfIssue(issue, path, document))
}

function inWords(issue: Issue, path: JSONPath, document: JsonDocument): string {
  const name = nameOf(path)
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return `there is no ${name} ${shown(path, document)}; it is one of ${issue.options.map(String).join(', ')}`
  if (issue.code === 'custom') return `${name}: ${issue.message}`
  if (issue.code === 'too_small' && issue.origin !== 'number') return `${name} must not be empty`
  if (issue.code === 'invalid_format' && issue.format === 'date') return `${name} must be a day written YYYY-MM-DD`
  if (issue.code === 'invalid_format') return `${name} ${issue.message}`
  return `${name} must be ${wantedBy(issue)}`
}

function wantedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return issue.values.map(quoted).join(' or ')
  if (issue.code === 'too_small') return `at least ${issue.minimum}`
  if (issue.code === 'too_big') return `at most ${issue.maximum}`
  return issue.message
}

const quoted = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value))

const types: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list [ … ]',
  tuple: 'a list [ … ]',
  object: 'an object { … }',
  record: 'an object { … }',
}

const pathOf = (issue: Issue): JSONPath => issue.path.map((part) => (typeof part === 'number' ? part : String(part)))

function nameOf(path: JSONPath): string {
  const name = path.findLast((part) => typeof part === 'string')
  const last = path.at(-1)
  if (name === undefined) return 'the framework'
  return typeof last === 'number' ? `entry ${last + 1} of “${name}”` : `“${name}”`
}

const shown = (path: JSONPath, document: JsonDocument): string => `“${String(document.at(path)?.value ?? '')}”`
