import { XMLParser } from 'fast-xml-parser'

/** An element of XML, or a run of text (`#text`), in document order. */
export type Node = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  commentPropName: '#comment',
})

/** The elements of a text of XML; the five entities of XML and numbered ones are read, none is ever expanded. */
export function parseMarkup(xml: string): Node[] {
  const parsed: unknown = parser.parse(xml)
  return Array.isArray(parsed) ? parsed.flatMap(nodeOf) : []
}

function nodeOf(raw: unknown): Node[] {
  if (typeof raw !== 'object' || raw === null) return []
  const entries = Object.entries(raw)
  const found = entries.find(([key]) => key !== ':@')
  if (!found || found[0] === '#comment') return []
  const [name, value] = found
  if (name === '#text') return [{ name, attributes: {}, children: [], text: plain(String(value)) }]
  const attributes = Object.fromEntries(
    Object.entries(entries.find(([key]) => key === ':@')?.[1] ?? {}).map(([key, held]) => [key, plain(String(held))]),
  )
  return [{ name, attributes, children: Array.isArray(value) ? value.flatMap(nodeOf) : [], text: '' }]
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const plain = (text: string) =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole
    const point = code[1] === 'x' || code[1] === 'X' ? parseInt(code.slice(2), 16) : Number(code.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
  })

/** All the text within an element; a line break within it is a line break. */
export function textOf(node: Node): string {
  if (node.name === '#text') return node.text
  if (node.name === 'br') return '\n'
  return node.children.map(textOf).join('')
}
