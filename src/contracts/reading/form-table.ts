import type { Block } from './block.ts'
import { headingOf, partOf } from './form-headings.ts'
import type { StandardToMatch } from './match-standard.ts'

/** What each column of a table holds. */
export type Columns = readonly ('standard' | 'promise' | 'every' | 'who' | 'with' | 'target' | 'other')[]

const kinds: readonly (readonly [Columns[number], RegExp])[] = [
  ['every', /how often|frequency|^when$|^when\b|interval|regularity/i],
  ['who', /^(?:by )?who(?: (?:will|is|does|leads)\b.*)?$|\blead\b|responsib|owner|officer$|delivered by|done by/i],
  ['with', /\bwith\b|partner|whom|audience|who (?:for|to)|stakeholder/i],
  ['target', /target|measure|success|figure|outcome/i],
  ['standard', /standard|component|heading|^area$|theme|task|^no\.?$|^#$|^ref/i],
  ['promise', /commit|promise|pledge|we will|activity|action|what|undertaking|plan|delivery/i],
]

/** What the columns of a table hold where the row is its head; null where it is a row like any other. */
export function columnsOf(cells: readonly string[]): Columns | null {
  if (cells.length < 2 || cells.some((cell) => cell.split(/\s+/).length > 7 || /[.]$/.test(cell))) return null
  const columns = cells.map((cell) => kinds.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'other')
  const known = new Set(columns.filter((column) => column !== 'other'))
  if (known.size < 2) return null
  const hasPromise = known.has('promise')
  return hasPromise
    ? columns
    : columns.map((column, n) => (column === 'other' && n === columns.indexOf('other') ? 'promise' : column))
}

/**
 * A row that lays a form out (a question and its answer, a standard and its promises, one box for all) as the blocks it
 * stands for; any other row as it is.
 */
export function foldedRow(
  cells: readonly string[],
  part: 0 | 1 | 2 | 3,
  standards: readonly StandardToMatch[],
  planFollows: boolean,
): Block[] {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 1) return linesOf(filled[0] ?? '')
  const numbered = /^\(?\d{1,2}[.)]?$/.test(filled[0] ?? '')
  const [title = '', ...rest] = numbered ? filled.slice(1) : filled
  const block: Block = { kind: 'paragraph', text: title.replaceAll('\n', ' '), strong: true }
  const isHead = !title.includes('\n') || title.split('\n').length < 3
  const heading = isHead && !/[.]$/.test(title) ? headingOf(block, undefined, part, 3, standards, planFollows) : null
  if (partOf(block, part) || (heading && heading.about !== 'other' && rest.length > 0))
    return [{ kind: 'heading', level: 3, text: block.text }, ...rest.flatMap(linesOf)]
  if (part === 2) return [{ kind: 'row', cells }]
  return [{ kind: 'paragraph', text: filled.join(' ').replaceAll('\n', ' ') }]
}

/** The lines of a cell as blocks: bullets as items. */
export const linesOf = (cell: string): Exclude<Block, { kind: 'row' }>[] =>
  cell.split('\n').map((line) => {
    const bullet = /^(?:[•●▪■◦☐]\s*|[-–*]\s+)/.exec(line)
    return bullet
      ? { kind: 'item', level: 1, ordered: false, text: line.slice(bullet[0].length) }
      : { kind: 'paragraph', text: line }
  })
