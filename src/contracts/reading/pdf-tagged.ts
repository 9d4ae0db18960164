import type { Block } from './block.ts'
import type { Piece } from './pdf-pages.ts'
import type { PageContent } from './pdf-content.ts'

type Tree = NonNullable<PageContent['tree']>
type Tag = Tree | Tree['children'][number]
type Marked = { text: string; end: number; firstWord: number; seen: boolean }

/** Whether the tags of a PDF speak for nearly all of its text. */
export function isTagged(pages: readonly PageContent[]): boolean {
  let tagged = 0
  let whole = 0
  for (const page of pages) {
    const marked = markedText(page)
    for (const id of idsWithin(page.tree)) tagged += marked.get(id)?.text.trim().length ?? 0
    for (const item of page.items) if ('str' in item) whole += item.str.trim().length
  }
  return whole > 0 && tagged / whole > 0.7
}

/** The blocks that the tags of a page name: headings, paragraphs, list items and rows. */
export function piecesByTags(page: PageContent): Piece[] {
  if (!page.tree) return []
  const marked = markedText(page)
  const margin = Math.max(0, ...[...marked.values()].map((each) => each.end))
  return blocksWithin(page.tree, marked, 0)
    .map(({ block, ids, unmarked }) => {
      const runs = ids.flatMap((id) => marked.get(id) ?? []).filter((run) => run.text.trim() !== '')
      const room = { end: runs.at(-1)?.end ?? 0, firstWord: runs[0]?.firstWord ?? 0, margin }
      return unmarked ? { block, room, unmarked } : { block, room }
    })
    .filter(({ block }) => (block.kind === 'row' ? block.cells.join('') : block.text).trim() !== '')
}

/** Text by the mark it stands in; a line's end within it is a line break. */
function markedText(page: PageContent): Map<string, Marked> {
  const marked = new Map<string, Marked>()
  const open: (string | null)[] = []
  for (const item of page.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item && item.id ? item.id : null)
      continue
    }
    const id = open.findLast((each) => each !== null)
    if (!id) continue
    const run = marked.get(id) ?? { text: '', end: 0, firstWord: 0, seen: false }
    const left: number = item.transform[4] ?? 0
    if (!run.seen && item.str.trim() !== '') {
      const word = item.str.trim().split(' ')[0] ?? ''
      Object.assign(run, { seen: true, firstWord: (item.width * word.length) / item.str.length })
    }
    run.text += item.str + (item.hasEOL ? '\n' : '')
    if (item.str.trim() !== '') run.end = left + item.width
    marked.set(id, run)
  }
  return marked
}

function idsWithin(tag: Tag | null): string[] {
  if (!tag) return []
  if ('children' in tag) return tag.children.flatMap(idsWithin)
  return tag.type === 'content' ? [tag.id] : []
}

type Found = { block: Block; ids: string[]; unmarked?: true }

function blocksWithin(tag: Tag, marked: ReadonlyMap<string, Marked>, level: number): Found[] {
  const text = (of: Tag) =>
    idsWithin(of)
      .map((id) => marked.get(id)?.text ?? '')
      .join('')
      .trim()
  if (!('children' in tag)) {
    const ids = idsWithin(tag)
    return ids.length > 0 ? [{ block: { kind: 'paragraph', text: text(tag) }, ids }] : []
  }
  const ids = idsWithin(tag)
  const heading = /^H([1-6]?)$/.exec(tag.role)
  if (heading || tag.role === 'Title')
    return [{ block: { kind: 'heading', level: Number(heading?.[1] || 1), text: text(tag) }, ids }]
  if (tag.role === 'P' || tag.role === 'Caption') return [{ block: { kind: 'paragraph', text: text(tag) }, ids }]
  if (tag.role === 'TR') return [{ block: { kind: 'row', cells: cellsOf(tag, marked) }, ids }]
  if (tag.role === 'LI') return itemOf(tag, marked, level)
  if (['TOC', 'Artifact'].includes(tag.role)) return []
  const inner = tag.role === 'L' ? level + 1 : level
  return tag.children.flatMap((each) => blocksWithin(each, marked, inner))
}

function itemOf(tag: Tree, marked: ReadonlyMap<string, Marked>, level: number): Found[] {
  const parts = flattened(tag)
  const labels = parts.filter((part) => roleOf(part) === 'Lbl')
  const lists = parts.filter((part) => roleOf(part) === 'L')
  const ids = parts.filter((part) => !labels.includes(part) && !lists.includes(part)).flatMap(idsWithin)
  const textOf = (of: string[]) => of.map((id) => marked.get(id)?.text ?? '').join('')
  const ordered = /\d|^\W?[a-z][.)]/i.test(textOf(labels.flatMap(idsWithin)))
  const block: Block = { kind: 'item', level: Math.max(1, level), ordered, text: textOf(ids).trim() }
  const unmarked = labels.length > 0 && labels.flatMap(idsWithin).length === 0
  return [
    unmarked ? { block, ids, unmarked } : { block, ids },
    ...lists.flatMap((list) => blocksWithin(list, marked, level)),
  ]
}

/** An item's parts, its body opened up, so that a list within it is seen. */
const flattened = (tag: Tree): Tag[] =>
  tag.children.flatMap((part) => (roleOf(part) === 'LBody' && 'children' in part ? flattened(part) : [part]))

const roleOf = (tag: Tag) => ('role' in tag ? tag.role : '')

function cellsOf(row: Tree, marked: ReadonlyMap<string, Marked>): string[] {
  return row.children.flatMap((cell) =>
    ['TD', 'TH'].includes(roleOf(cell)) && 'children' in cell
      ? [
          cell.children
            .flatMap((part) => blocksWithin(part, marked, 0))
            .map(({ block }) =>
              block.kind === 'row' ? block.cells.join(' ') : (block.kind === 'item' ? '• ' : '') + oneLine(block.text),
            )
            .join('\n'),
        ]
      : 'children' in cell
        ? cellsOf(cell, marked)
        : [],
  )
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
