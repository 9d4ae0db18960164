import mammoth from 'mammoth'
import type { Block } from './block.ts'
import { parseMarkup, textOf, type Node } from '#platform/markup.ts'
import { Refusal } from '#platform/refusal.ts'

/** The blocks of a Word document: its body only, without page headers and footers, comments and deleted text. */
export async function readDocx(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, Buffer>,
  filename: string,
): Promise<Block[]> {
  if (!entries.get('word/document.xml')?.includes('document')) throw new Refusal(`“${filename}” is broken.`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const html = await mammoth.convertToHtml(
    { buffer },
    { styleMap, convertImage: noImage, includeEmbeddedStyleMap: false },
  )
  return parseMarkup(`<body>${html.value}</body>`).flatMap((body) => blocksOf(body.children))
}

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'br => br']
const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

/** The blocks of HTML as mammoth writes it: headings, paragraphs, lists and tables. */
function blocksOf(nodes: readonly Node[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    const heading = /^h([1-6])$/.exec(node.name)
    if (heading) return [{ kind: 'heading', level: Number(heading[1]), text: textOf(node) }]
    if (node.name === 'p') return paragraphs(node)
    if (node.name === 'ul' || node.name === 'ol') return items(node, 1)
    if (node.name === 'table') return rows(node)
    return []
  })
}

function paragraphs(node: Node): Block[] {
  const strong = node.children.length > 0 && node.children.every((part) => isStrong(part) || textOf(part).trim() === '')
  return textOf(node)
    .split('\n')
    .map((text) => (strong ? { kind: 'paragraph', text, strong } : { kind: 'paragraph', text }))
}

const isStrong = (node: Node): boolean =>
  ['strong', 'b'].includes(node.name) || (node.name === 'em' && node.children.every(isStrong))

function items(list: Node, level: number): Block[] {
  return list.children.flatMap((item) => {
    const own = item.children.filter((child) => !isList(child))
    const text = own.map(textOf).join('').replaceAll('\n', ' ')
    const nested = item.children.filter(isList).flatMap((child) => items(child, level + 1))
    return [{ kind: 'item' as const, level, ordered: list.name === 'ol', text }, ...nested]
  })
}

const isList = (node: Node) => node.name === 'ul' || node.name === 'ol'

function rows(node: Node): Block[] {
  if (node.name === 'tr') return [{ kind: 'row', cells: node.children.map(cellOf) }]
  return node.children.flatMap(rows)
}

function cellOf(cell: Node): string {
  return blocksOf(cell.children)
    .map((block) => (block.kind === 'row' ? block.cells.join(' ') : (block.kind === 'item' ? '• ' : '') + block.text))
    .join('\n')
}
