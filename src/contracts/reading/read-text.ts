import type { Block } from './block.ts'

const bullet = /^(\s*)(?:[•●▪■◦‣⁃☐☑☒□✓✔➢➤]\s*|[-–*o]\s+)(?=\S)/
const number = /^(\s*)(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/

/** The blocks of plain text: bullets, numbers, tabbed rows, bold marks, wrapped lines; running heads are dropped. */
export function readText(bytes: Uint8Array): Block[] {
  const lines = decoded(bytes)
    .replace(/\r\n?/g, '\n')
    .split(/[\n\f\v]/)
    .map((line) => line.trimEnd())
  return unwrapped(withoutRunningHeads(lines)).flatMap(blocksOf)
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A title that stands at the head of every page comes through again and again, even within a sentence. */
function withoutRunningHeads(lines: readonly string[]): string[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const text = line.trim()
    if (/^(page\s+)?\d{1,3}(\s*(of|\/)\s*\d{1,3})?$/i.test(text)) return false
    const isTitle = text !== '' && !/[.:,]\W*$/.test(text) && text.split(/\s+/).length <= 20 && !isItem(line)
    if (!isTitle || /\t/.test(line) || !seen.has(text)) {
      if (isTitle) seen.add(text)
      return true
    }
    return false
  })
}

const isItem = (line: string) => bullet.test(line) || number.test(line)

/** Lines that an editor broke at a margin, joined: a line goes on where its next word had no room on it. */
function unwrapped(lines: readonly string[]): string[] {
  const margin = Math.max(0, ...lines.map((line) => line.length))
  const isSet =
    lines.filter((line) => line.length > margin * 0.75).length * 3 > lines.filter((line) => line.length > 0).length
  if (margin > 160 || !isSet) return lines.filter((line) => line.trim() !== '')
  const joined: string[] = []
  let length = 0
  for (const line of lines) {
    const word = line.trim().split(/\s/)[0] ?? ''
    const full = length > 0 && length + 1 + word.length > margin - 8
    const isOwn = isItem(line) || /^#|\t/.test(line)
    const goesOn = length > 0 && word !== '' && !isOwn && (full || /^\s*[a-z]/.test(line))
    if (goesOn) joined[joined.length - 1] += ` ${line.trim()}`
    else if (word !== '') joined.push(line)
    length = /^#|\t/.test(line) ? 0 : line.length
  }
  return joined
}

function blocksOf(line: string): Block[] {
  const title = /^(#{1,6})\s+(.*)$/.exec(line)
  if (title) return [{ kind: 'heading', level: title[1]?.length ?? 1, text: unmarked(title[2] ?? '') }]
  const dot = bullet.exec(line)
  if (dot) return [{ kind: 'item', level: levelOf(dot[1]), ordered: false, text: unmarked(line.slice(dot[0].length)) }]
  const numbered = number.exec(line)
  if (numbered)
    return [
      { kind: 'item', level: levelOf(numbered[1]), ordered: true, text: unmarked(line.slice(numbered[0].length)) },
    ]
  if (/\S\t+\S/.test(line)) return [{ kind: 'row', cells: line.split('\t').map(unmarked) }]
  return bolds(line)
}

const levelOf = (indent = '') => 1 + Math.min(4, Math.floor(indent.replaceAll('\t', '  ').length / 2))

const unmarked = (text: string) => text.replaceAll('**', '').replaceAll('__', '')

/** A bold run at the edge of a line is a line of its own: converters glue headings to what follows them. */
function bolds(line: string): Block[] {
  const glued = /^([^*]*)\*\*([^*]+)\*\*([^*]*)$/.exec(line)
  if (!glued) return [{ kind: 'paragraph', text: unmarked(line) }]
  const [, before = '', bold = '', after = ''] = glued
  if (before.trim() !== '' && after.trim() !== '') return [{ kind: 'paragraph', text: unmarked(line) }]
  const strong: Block = { kind: 'paragraph', text: bold, strong: true }
  const around = (text: string): Block[] => (text.trim() === '' ? [] : [{ kind: 'paragraph', text }])
  return [...around(before), strong, ...around(after)]
}
