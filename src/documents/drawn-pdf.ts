import { readFileSync } from 'node:fs'
import { pdfOf } from '#platform/pdf.ts'
import { isFilled, pointsOf, type Block, type Document, type Size, type Words } from './document.ts'
import { printable } from './runs-of.ts'

const template = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')

/** A document as a tagged PDF/UA-1. Throws a Refusal (503) where this machine cannot make one. */
export const drawnPdf = ({ title, language, blocks }: Document, size: Size): Promise<Buffer> =>
  pdfOf(template, {
    title: printable(title),
    language,
    points: pointsOf[size],
    blocks: blocks.filter(isFilled).map(drawable),
  })

const whole = (words: Words) =>
  words.map(({ words: said, strong = false, language = null }) => ({ words: said, strong, language }))

function drawable(block: Block) {
  if (block.block === 'list') return { block: block.block, isNumbered: block.isNumbered, items: block.items.map(whole) }
  if (block.block === 'table')
    return {
      block: block.block,
      caption: whole(block.caption),
      head: block.head.map(whole),
      rows: block.rows.map((row) => row.map(whole)),
    }
  return { ...block, words: whole(block.words) }
}
