import type { Html } from '#platform/html.ts'
import type { Day } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import { runsOf } from './runs-of.ts'

/** Words in one language and one weight. */
export type Run = { readonly words: string; readonly strong?: true; readonly language?: Language }
export type Words = readonly Run[]

/** A piece of a document; a *standing* is the one quiet line below a promise. */
export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly words: Words }
  | { readonly block: 'paragraph' | 'standing'; readonly words: Words }
  | { readonly block: 'list'; readonly isNumbered: boolean; readonly items: readonly Words[] }
  | {
      readonly block: 'table'
      readonly caption: Words
      readonly head: readonly Words[]
      readonly rows: readonly (readonly Words[])[]
    }

/** What is to be handed over, said once; the drawers make a PDF or a Word file of it. */
export type Document = {
  readonly title: string
  readonly language: Language
  /** Of which day it tells. */
  readonly asAt: Day
  readonly blocks: readonly Block[]
}

/** How large the words are; large print is 18 point, with all else in proportion. */
export type Size = 'usual' | 'large'
export const pointsOf: Readonly<Record<Size, number>> = { usual: 12, large: 18 }

/** What a page says, or plain words. */
export type Said = Html | string

export const heading = (level: 1 | 2 | 3 | 4, said: Said): Block => ({ block: 'heading', level, words: runsOf(said) })

export const paragraph = (said: Said): Block => ({ block: 'paragraph', words: runsOf(said) })

export const standingLine = (said: Said): Block => ({ block: 'standing', words: runsOf(said) })

export const list = (items: readonly Said[], { isNumbered = false } = {}): Block => ({
  block: 'list',
  isNumbered,
  items: items.map(runsOf),
})

type Table = { readonly caption: Said; readonly head: readonly Said[]; readonly rows: readonly (readonly Said[])[] }

export const table = ({ caption, head, rows }: Table): Block => ({
  block: 'table',
  caption: runsOf(caption),
  head: head.map(runsOf),
  rows: rows.map((row) => row.map(runsOf)),
})

/** Whether there is anything to draw: nothing of nothing has a place in a tagged document. */
export function isFilled(block: Block): boolean {
  if (block.block === 'list') return block.items.length > 0
  if (block.block === 'table') return block.rows.length > 0
  return block.words.some(({ words }) => /\S/.test(words))
}

/** Blocks only where there is something for them. */
export const where = (isSo: boolean, ...blocks: readonly Block[]): readonly Block[] => (isSo ? blocks : [])
