import type { Block } from '../block.ts'
import { isRubric } from '../form-headings.ts'
import type { ReadContract } from '../read-contract.ts'
import { sentencesOf } from '../sentences.ts'

/** The sentences of a document, its headings and the form's own words aside, that what was read of it does not hold. */
export function everySentenceOf(blocks: readonly Block[], read: ReadContract): string[] {
  const held = [
    read.team ?? '',
    ...read.part1.flatMap(({ heading, text }) => [heading, text]),
    ...read.commitments.map(({ words }) => words),
    ...read.goodPractice,
    ...read.toolRequests,
    ...read.unread,
  ].map(plain)
  return blocks.flatMap(said).filter((sentence) => !held.some((text) => text.includes(plain(sentence))))
}

const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase()

function said(block: Block): string[] {
  if (block.kind === 'heading') return []
  const texts = block.kind === 'row' ? block.cells.flatMap((cell) => cell.split('\n')) : [block.text]
  return texts.flatMap(sentencesOf).filter((text) => /[.!]$/.test(text) && !isRubric(text))
}
