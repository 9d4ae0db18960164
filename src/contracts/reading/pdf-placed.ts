import type { Block } from './block.ts'
import type { Line } from './pdf-lines.ts'
import type { Piece } from './pdf-pages.ts'

/** How the document is set: the size, font and margins of most of its text. */
type Setting = { height: number; font: string; left: number; right: number; leading: number; sizes: number[] }

const bullet = /^\s*(?:[•●▪■◦‣⁃·∙☐☑☒□✓✔➢➤❖\uf0b7\uf0a7]|[-–*o](?=\s))\s*/
const number = /^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/

/** The blocks of pages without tags, by size, place and marks; lines that head or foot every page are dropped. */
export function piecesByPlace(pages: readonly Line[][]): Piece[][] {
  const body = withoutRunningLines(pages)
  const setting = settingOf(body.flat())
  return body.map((lines) => groupsOf(lines, setting).map((group) => pieceOf(group, setting)))
}

function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const edge = (lines: readonly Line[]) => [...lines.slice(0, 2), ...lines.slice(-2)]
  const plain = (line: Line) => `${Math.round(line.bottom)} ${line.text.replace(/\d+/g, '#').trim()}`
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const key of new Set(edge(lines).map(plain))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.max(2, Math.ceil(pages.length / 2))
  const isRunning = (line: Line) => (counts.get(plain(line)) ?? 0) >= most && !/[:;]$/.test(line.text.trim())
  const isNumber = (line: Line) => /^(page\s+)?\d{1,3}(\s*(of|\/)\s*\d{1,3})?$/i.test(line.text.trim())
  return pages.map((lines) =>
    lines.filter((line) => !edge(lines).includes(line) || (!isNumber(line) && !isRunning(line))),
  )
}

function settingOf(lines: readonly Line[]): Setting {
  const most = <K extends string | number>(key: (line: Line) => K): K | undefined => {
    const counts = new Map<K, number>()
    for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? 0) + line.text.length)
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  }
  const height = most((line) => Math.round(line.height)) ?? 11
  const body = lines.filter((line) => Math.round(line.height) === height)
  const gaps = body.slice(1).map((line, index) => (body[index]?.bottom ?? 0) - line.bottom)
  const leading = Math.min(...gaps.filter((gap) => gap > height * 0.9), height * 1.6)
  const sizes = [...new Set(lines.map((line) => Math.round(line.height)))].filter((size) => size > height)
  return {
    height,
    font: most((line) => line.font) ?? '',
    left: Math.min(...body.map((line) => line.left)),
    right: Math.max(...body.map((line) => line.right)),
    leading,
    sizes: sizes.sort((a, b) => b - a),
  }
}

/** Lines that belong together: one heading, paragraph, item or row each. */
function groupsOf(lines: readonly Line[], setting: Setting): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && group[0] && belongs(line, last, group[0], setting)) group.push(line)
    else groups.push([line])
  }
  return groups
}

function belongs(line: Line, last: Line, first: Line, setting: Setting): boolean {
  const gap = last.bottom - line.bottom
  if (isRow(first)) return gap < setting.leading * 1.15 && !opensRow(line, first)
  if (
    isRow(line) ||
    Math.round(line.height) !== Math.round(last.height) ||
    (line.font !== last.font && isWhole(line, last))
  )
    return false
  if (bullet.test(line.text) || number.test(line.text)) return false
  if (Math.round(line.height) > setting.height) return gap < line.height * 1.8
  if (gap > setting.leading * 1.25 || line.left < first.left - 3) return false
  return last.right + line.firstWord + line.height * 0.3 > setting.right - line.height * 0.5
}

/** A change of font parts lines only where the whole of both is in their own, not where a word is bold. */
const isWhole = (line: Line, last: Line) => line.segments.length === 1 && last.segments.length === 1

const isRow = (line: Line) => line.segments.length > 1 && !marked(line)

const marked = (line: Line) => /^\W?$|^\(?\w{1,3}[.)]$/.test(line.segments[0]?.text.trim() ?? '')

/** A row begins where its first column does, after a line that had as many columns. */
const opensRow = (line: Line, first: Line) =>
  !isRow(line) && line.left < (first.segments[0]?.left ?? 0) + 3 && line.right > (first.segments[1]?.left ?? Infinity)

function pieceOf(group: readonly Line[], setting: Setting): Piece {
  const first = group[0]
  const last = group.at(-1)
  const room = { end: last?.right ?? 0, firstWord: first?.firstWord ?? 0, margin: setting.right }
  const block = blockOf(group, setting)
  const isUnmarked =
    block.kind === 'item' && first !== undefined && !bullet.test(first.text) && !number.test(first.text)
  return isUnmarked && /^[a-z]/.test(block.text) ? { block, room, unmarked: true } : { block, room }
}

function blockOf(group: readonly Line[], setting: Setting): Block {
  const first = group[0]
  if (!first) return { kind: 'paragraph', text: '' }
  if (isRow(first)) return { kind: 'row', cells: cellsOf(group, first) }
  const text = group.map((line) => line.text).join('\n')
  const rank = setting.sizes.indexOf(Math.round(first.height))
  if (rank >= 0) return { kind: 'heading', level: rank + 1, text }
  const level = 1 + Math.min(4, Math.max(0, Math.round((first.left - setting.left) / 20) - 1))
  if (bullet.test(text)) return { kind: 'item', level, ordered: false, text: text.replace(bullet, '') }
  if (number.test(text)) return { kind: 'item', level, ordered: true, text: text.replace(number, '') }
  if (first.left > setting.left + 8) return { kind: 'item', level, ordered: false, text }
  const isStrong = group.every((line) => line.font !== setting.font)
  return isStrong ? { kind: 'paragraph', text, strong: true } : { kind: 'paragraph', text }
}

function cellsOf(group: readonly Line[], first: Line): string[] {
  const columns = first.segments.map((segment) => segment.left)
  const cells = columns.map((): string[] => [])
  for (const line of group)
    for (const segment of line.segments) {
      const column = columns.findLastIndex((left) => left <= segment.left + 3)
      cells[Math.max(0, column)]?.push(segment.text)
    }
  return cells.map((parts) => parts.join(' '))
}
