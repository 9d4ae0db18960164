import type { Block } from './block.ts'

/**
 * Blocks as every format gives them alike: plain quotes and spaces, no tick boxes, a tabbed line as a row, and a
 * sentence that a page or a list broke off joined to its beginning.
 */
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  const tidied: Block[] = []
  for (const block of blocks.flatMap(tidyBlock)) {
    const last = tidied.at(-1)
    const whole = last && joined(last, block)
    if (whole) tidied[tidied.length - 1] = whole
    else tidied.push(block)
  }
  return tidied
}

/** A paragraph that is the rest of the sentence before it, joined to it: that has no end and this no beginning. */
function joined(last: Block, block: Block): Block | null {
  if (last.kind === 'row' || last.kind === 'heading' || block.kind !== 'paragraph') return null
  if (!/^[a-z]/.test(block.text) || /[.:;?!]["')]?$/.test(last.text)) return null
  return { ...last, text: `${last.text} ${block.text}` }
}

function tidyBlock(block: Block): Block[] {
  if (block.kind === 'row') return tidyRow(block.cells)
  if (block.kind === 'paragraph' && /\S\t+\S/.test(block.text)) return tidyRow(block.text.split(/\t+/))
  const text = tidyText(block.text).replace(/^(?:[•●▪■◦‣⁃∙·☐☑☒□✓✔➢➤❖*o]\s+|[•●▪■◦‣☐☑☒□✓✔➢➤❖])\s*/, '')
  if (text === '' || /^[-–_.\s]+$/.test(text)) return []
  const wasBullet = block.kind === 'paragraph' && /^\s*(?:[•●▪■◦‣⁃☐☑☒□✓✔➢➤❖]|[-–*]\s)/.test(block.text)
  if (wasBullet) return [{ kind: 'item', level: 1, ordered: false, text: text.replace(/^[-–*]\s+/, '') }]
  return [{ ...block, text }]
}

function tidyRow(cells: readonly string[]): Block[] {
  const tidy = cells.map((cell) =>
    cell
      .split('\n')
      .map(tidyText)
      .filter((line) => line !== '')
      .join('\n'),
  )
  if (tidy.every((cell) => cell === '')) return []
  return [{ kind: 'row', cells: tidy }]
}

/** One line of text with plain quotes, single spaces and whole letters: the same words in every format. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u02bc\u2032`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u2033]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb04]/g, (ligature) => ['ff', 'fi', 'fl', 'ffi', 'ffl'][ligature.charCodeAt(0) - 0xfb00] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
