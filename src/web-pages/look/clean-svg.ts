import { parseMarkup, type Node } from '#platform/markup.ts'

/**
 * A drawing with nothing in it but shapes and colours: whatever could run, load or hide is left out, and what is written
 * in `style` is kept only where it is a colour or a line. Null where the bytes are no SVG, or nothing of it can be seen.
 */
export function cleanSvg(bytes: Buffer): Buffer | null {
  const root = rootOf(bytes)
  if (root === undefined) return null
  const viewBox = viewBoxOf(root)
  const within = root.children.map(written).join('')
  if (viewBox === null || !/<(path|rect|circle|ellipse|line|polyline|polygon) /.test(within)) return null
  const attributes = attributesOf(root, (name) => drawn.has(name))
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"${attributes}>${within}</svg>\n`)
}

function rootOf(bytes: Buffer): Node | undefined {
  const text = bytes.toString('utf8')
  if (text.includes('\0') || !text.includes('<svg')) return undefined
  try {
    return parseMarkup(text.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>/i, '')).find(({ name }) => name === 'svg')
  } catch {
    return undefined
  }
}

const shapes = 'path rect circle ellipse line polyline polygon'.split(' ')
const holders = 'g defs linearGradient radialGradient stop clipPath'.split(' ')
const elements = new Set([...shapes, ...holders])

const drawn = new Set(
  `fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-dasharray stroke-dashoffset opacity clip-path stop-color stop-opacity color`.split(/\s+/),
)
const placed = new Set(
  `id d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points offset transform gradientUnits gradientTransform
  spreadMethod clipPathUnits`.split(/\s+/),
)

function written(node: Node): string {
  if (!elements.has(node.name)) return ''
  const attributes = attributesOf(node, (name) => drawn.has(name) || placed.has(name))
  return `<${node.name}${attributes || ' '}>${node.children.map(written).join('')}</${node.name}>`
}

function attributesOf({ attributes }: Node, isAllowed: (name: string) => boolean): string {
  const all = { ...attributes, ...styled(attributes['style'] ?? '') }
  const kept = Object.entries(all).filter(([name, value]) => isAllowed(name) && isHarmless(value))
  return kept.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

/** Drawing programs write colours into `style`, which the site's policy would not let through. */
function styled(style: string): Record<string, string> {
  const pairs = style.split(';').map((pair) => pair.split(':').map((part) => part.trim()))
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value && drawn.has(name) ? [[name, value]] : [])))
}

/** A reference leads only to a part of the same drawing. */
const isHarmless = (value: string): boolean =>
  /^[\w\s#.,()%+'-]*$/.test(value.replaceAll(/[;:]/g, '!')) &&
  !/url\s*\((?!#[\w-]+\))/i.test(value) &&
  !/script|data:|http/i.test(value)

function viewBoxOf({ attributes }: Node): string | null {
  const given =
    attributes['viewBox'] ??
    `0 0 ${Number.parseFloat(attributes['width'] ?? '')} ${Number.parseFloat(attributes['height'] ?? '')}`
  const numbers = given
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isWhole =
    numbers.length === 4 && numbers.every(Number.isFinite) && (numbers[2] ?? 0) > 0 && (numbers[3] ?? 0) > 0
  return isWhole ? numbers.join(' ') : null
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
