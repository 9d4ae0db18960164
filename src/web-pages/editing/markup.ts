import { html, joined, type Html } from '#platform/html.ts'

/** A piece of a line; what is inside bold words or a link is plain text. */
export type Inline =
  | { readonly is: 'text' | 'bold'; readonly words: string }
  | { readonly is: 'link'; readonly words: string; readonly href: string }

export type Line = readonly Inline[]

/** A paragraph of lines, or a list of points. */
export type Block = { readonly is: 'paragraph' | 'list'; readonly lines: readonly Line[] }

const point = /^\s{0,3}[-*•]\s+(?=\S)/

/**
 * Reads restricted Markdown: paragraphs parted by an empty line, lists of lines that begin with a dash, `**bold**` and
 * `[words](https://…)`. Whatever else is written, HTML above all, is plain text.
 */
export const readMarkup = (words: string): Block[] => words.split(/(?:\r\n?|\n)[^\S\r\n]*(?=[\r\n])/).flatMap(blocksOf)

/** Lines that stand together: where they turn from sentences to points, or back, another block begins. */
function blocksOf(together: string): Block[] {
  const blocks: { readonly is: Block['is']; readonly lines: Line[] }[] = []
  for (const line of together.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue
    const is = point.test(line) ? 'list' : 'paragraph'
    const read = readLine(line.replace(point, '').trim())
    const last = blocks.at(-1)
    if (last?.is === is) last.lines.push(read)
    else blocks.push({ is, lines: [read] })
  }
  return blocks
}

const piece =
  /\*\*(?<bold>[^*\n]+)\*\*|\[(?<words>[^[\]\n]+)\]\((?<href>[^\s()]+)\)|(?<bare>https?:\/\/[^\s<>()[\]"']+[^\s<>()[\]"'.,;:!?])/g

function readLine(line: string): Line {
  const pieces: Inline[] = []
  let done = 0
  for (const found of line.matchAll(piece)) {
    if (found.index > done) pieces.push({ is: 'text', words: line.slice(done, found.index) })
    pieces.push(pieceOf(found[0], found.groups ?? {}))
    done = found.index + found[0].length
  }
  if (done < line.length) pieces.push({ is: 'text', words: line.slice(done) })
  return pieces
}

type Found = Readonly<Record<string, string | undefined>>

function pieceOf(written: string, { bold, words, href, bare }: Found): Inline {
  if (bold !== undefined) return { is: 'bold', words: bold }
  const address = safeAddress(href ?? bare ?? '')
  // A link that may not be followed stays as it was typed, so that whoever reads the preview sees it.
  return address === null ? { is: 'text', words: written } : { is: 'link', words: words ?? written, href: address }
}

const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address as a browser would read it, or null for one that is none of the web, of mail or of a telephone. */
export function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  const address = new URL(text)
  return allowed.has(address.protocol) ? address.href : null
}

/** The text as a page shows it; every word is escaped, and no other tags than these can come of it. */
export const showMarkup = (blocks: readonly Block[]): Html =>
  joined(blocks.map(({ is, lines }) => (is === 'list' ? list(lines) : paragraph(lines))))

const paragraph = (lines: readonly Line[]): Html =>
  html`<p class="govuk-body">${joined(lines.map(lineShown), html`<br>`)}</p>
`

const list = (lines: readonly Line[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${lineShown(line)}</li>\n`)}</ul>
`

const lineShown = (line: Line): Html => joined(line.map(pieceShown))

function pieceShown(one: Inline): Html {
  if (one.is === 'bold') return html`<strong>${one.words}</strong>`
  return one.is === 'link' ? html`<a class="govuk-link" href="${one.href}">${one.words}</a>` : html`${one.words}`
}

/** The same text without any marks, for a feed or a short description. */
export const plainMarkup = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({ lines }) => lines.map((line) => line.map(({ words }) => words).join('')))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
