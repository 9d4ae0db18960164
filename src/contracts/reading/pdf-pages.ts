import type { Block } from './block.ts'

/** A block of one page, with what tells whether the next page goes on with it. */
export type Piece = {
  readonly block: Block
  /** Where its last line ends and its first word would end, in points from the left of its text. */
  readonly room: { readonly end: number; readonly firstWord: number; readonly margin: number }
  /** Its first line has no mark of a new item. */
  readonly unmarked?: true
}

/** The pages' blocks one after another; a block that a page broke off is whole again. */
export function joinedPages(pages: readonly (readonly Piece[])[]): Block[] {
  const all = pages
    .flat()
    .map((piece) => textOf(piece.block))
    .join('\n')
  const joined: Piece[] = []
  for (const pieces of pages) {
    pieces.forEach((piece, index) => {
      const last = joined.at(-1)
      if (index === 0 && last && goesOn(last, piece)) joined[joined.length - 1] = together(last, piece)
      else joined.push(piece)
    })
  }
  return joined.map((piece) => rejoinHyphens(piece.block, all))
}

const textOf = (block: Block) => (block.kind === 'row' ? block.cells.join('\n') : block.text)

function goesOn(last: Piece, next: Piece): boolean {
  if (last.block.kind === 'row' || next.block.kind === 'row') return false
  if (last.block.kind === 'heading' || next.block.kind === 'heading') return last.block.kind === next.block.kind
  if (next.unmarked && last.block.kind === 'item') return true
  if (next.block.kind !== last.block.kind || (next.block.kind === 'item' && !next.unmarked)) return false
  const text = last.block.text.trimEnd()
  if (/^[a-z]/.test(next.block.text.trim()) && !/[.:;?!]["')\u2019\u201d]?$/.test(text)) return true
  const startsList = /[:;]$/.test(next.block.text.trim())
  return (
    !/[:;]$/.test(text) &&
    !(startsList && /[.?!]$/.test(text)) &&
    last.room.end + next.room.firstWord > last.room.margin
  )
}

function together(last: Piece, next: Piece): Piece {
  if (last.block.kind === 'row' || next.block.kind === 'row') return last
  const block = { ...last.block, text: `${last.block.text}\n${next.block.text}` }
  return { ...next, block }
}

/** A hyphen at the end of a line is the typesetter's where the document has the word without it elsewhere. */
function rejoinHyphens(block: Block, all: string): Block {
  const mend = (text: string) =>
    text.replace(/(\p{L}+)-\n\s*(\p{Ll}+)/gu, (whole, head: string, tail: string) => {
      const isWord = new RegExp(`\\b${head}${tail}\\b`, 'iu').test(all)
      return isWord || !all.includes(`${head}-`) || whole === '' ? head + tail : `${head}-${tail}`
    })
  if (block.kind === 'row') return { ...block, cells: block.cells.map(mend) }
  return { ...block, text: mend(block.text) }
}
