import type { PageContent } from './pdf-content.ts'

/** A run of text on a line with white space wide enough on both sides to part columns. */
export type Segment = { readonly left: number; readonly right: number; readonly text: string }

/** One line of a page, in points from its left and bottom edge. */
export type Line = {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly height: number
  readonly font: string
  readonly segments: readonly Segment[]
  readonly text: string
  /** The width of its first word, which tells whether the line before had room for it. */
  readonly firstWord: number
}

type Run = { left: number; right: number; bottom: number; height: number; font: string; text: string }

/** The lines of a page from top to bottom. */
export function linesOf(page: PageContent): Line[] {
  const runs = page.items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str === '') return []
    const [, , , , left = 0, bottom = 0]: number[] = item.transform
    return [{ left, right: left + item.width, bottom, height: item.height, font: item.fontName, text: item.str }]
  })
  const lines: Run[][] = []
  for (const run of runs.filter((each) => each.text.trim() !== '')) {
    const line = lines.find((each) => Math.abs((each[0]?.bottom ?? 0) - run.bottom) < Math.max(2, run.height * 0.4))
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines.map(lineOf).sort((a, b) => b.bottom - a.bottom)
}

function lineOf(runs: readonly Run[]): Line {
  const inOrder = [...runs].sort((a, b) => a.left - b.left)
  const segments: { left: number; right: number; text: string }[] = []
  for (const run of inOrder) {
    const last = segments.at(-1)
    const gap = last ? run.left - last.right : Infinity
    if (last && gap < run.height * 1.2) {
      const apart = gap > run.height * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(run.text)
      Object.assign(last, { right: run.right, text: last.text + (apart ? ' ' : '') + run.text })
    } else segments.push({ left: run.left, right: run.right, text: run.text })
  }
  const first = inOrder[0]
  const height = Math.max(...inOrder.map((run) => run.height))
  const text = segments.map((segment) => segment.text).join(' ')
  const word = first?.text.trim().split(' ')[0] ?? ''
  return {
    left: first?.left ?? 0,
    right: Math.max(...inOrder.map((run) => run.right)),
    bottom: first?.bottom ?? 0,
    height,
    font: longestFont(inOrder),
    segments,
    text,
    firstWord: first && first.text.length > 0 ? ((first.right - first.left) * word.length) / first.text.length : 0,
  }
}

const longestFont = (runs: readonly Run[]) => [...runs].sort((a, b) => b.text.length - a.text.length)[0]?.font ?? ''
