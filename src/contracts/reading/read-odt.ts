import type { Block } from './block.ts'
import { parseMarkup, type Node } from '#platform/markup.ts'
import { Refusal } from '#platform/refusal.ts'

/** What the automatic styles say: which lists are numbered, which runs are bold. */
type Styles = { readonly ordered: ReadonlySet<string>; readonly bold: ReadonlySet<string> }

/** The blocks of an OpenDocument text: its body only, without page headers and footers, notes of change and comments. */
export function readOdt(entries: ReadonlyMap<string, Buffer>, filename: string): Block[] {
  const root = parseMarkup(entries.get('content.xml')?.toString('utf8') ?? '')[0]
  const body = root && child(child(root, 'office:body'), 'office:text')
  if (!root || !body) throw new Refusal(`“${filename}” is broken: it holds no text.`)
  return blocksOf(body.children, stylesOf(root))
}

const child = (node: Node | undefined, name: string) => node?.children.find((each) => each.name === name)

function stylesOf(root: Node): Styles {
  const declared = child(root, 'office:automatic-styles')?.children ?? []
  const styleName = (node: Node) => node.attributes['style:name'] ?? ''
  const ordered = declared.filter((s) => s.children[0]?.name === 'text:list-level-style-number').map(styleName)
  const bold = declared.filter((s) => s.children.some((p) => p.attributes['fo:font-weight'] === 'bold')).map(styleName)
  return { ordered: new Set(ordered), bold: new Set(bold) }
}

const skipped = [
  'text:tracked-changes',
  'office:annotation',
  'text:table-of-content',
  'text:note-citation',
  'office:forms',
]

function blocksOf(nodes: readonly Node[], styles: Styles): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (skipped.includes(node.name) || node.name === '#text') return []
    if (node.name === 'text:h')
      return [{ kind: 'heading', level: Number(node.attributes['text:outline-level'] ?? 1), text: written(node) }]
    if (node.name === 'text:p') return paragraphs(node, styles)
    if (node.name === 'text:list') return items(node, styles, 1, false)
    if (node.name === 'table:table-row') return [{ kind: 'row', cells: cellsOf(node, styles) }]
    return blocksOf(node.children, styles)
  })
}

function paragraphs(node: Node, styles: Styles): Block[] {
  const runs = node.children.filter((run) => written(run).trim() !== '')
  const isBold = (run: Node) => styles.bold.has(run.attributes['text:style-name'] ?? '')
  const strong = runs.length > 0 && (isBold(node) || runs.every((run) => run.name === 'text:span' && isBold(run)))
  return written(node)
    .split('\n')
    .map((text) => (strong ? { kind: 'paragraph', text, strong } : { kind: 'paragraph', text }))
}

function items(list: Node, styles: Styles, level: number, inherited: boolean): Block[] {
  const style = list.attributes['text:style-name']
  const ordered = style === undefined ? inherited : styles.ordered.has(style)
  return list.children.flatMap((item) => {
    const own = item.children.filter((part) => part.name === 'text:p' || part.name === 'text:h')
    const text = own.map(written).join(' ').replaceAll('\n', ' ')
    const nested = item.children.filter((part) => part.name === 'text:list')
    return [
      ...(text.trim() === '' ? [] : [{ kind: 'item' as const, level, ordered, text }]),
      ...nested.flatMap((inner) => items(inner, styles, level + 1, ordered)),
    ]
  })
}

function cellsOf(row: Node, styles: Styles): string[] {
  return row.children
    .filter((cell) => cell.name === 'table:table-cell')
    .map((cell) =>
      blocksOf(cell.children, styles)
        .map((b) => (b.kind === 'row' ? b.cells.join(' ') : (b.kind === 'item' ? '• ' : '') + b.text))
        .join('\n'),
    )
}

/** Text as the reader of the page sees it. */
function written(node: Node): string {
  if (node.name === '#text') return node.text.replace(/\s+/g, ' ')
  if (skipped.includes(node.name)) return ''
  if (node.name === 'text:s') return ' '.repeat(Math.min(100, Number(node.attributes['text:c'] ?? 1)))
  if (node.name === 'text:tab') return '\t'
  if (node.name === 'text:line-break') return '\n'
  return node.children.map(written).join('')
}
