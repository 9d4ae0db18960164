import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'

/** What stands in a Word file, by somebody else's reader, and the parts that programs of accessibility look at. */
export async function wordRead(file: Buffer) {
  const parts = unzipSync(file)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const { value: html, messages } = await mammoth.convertToHtml(
    { buffer: file },
    { styleMap: ["p[style-name='caption'] => p.caption"] },
  )
  const [document, styles] = [part('word/document.xml'), part('word/styles.xml')]
  return {
    html,
    text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
    headings: [...html.matchAll(/<h(\d)>(.*?)<\/h\d>/g)].map(([, level, words]) => [Number(level), plain(words ?? '')]),
    warnings: messages.map(({ message }) => message),
    title: /<dc:title>(.*?)<\/dc:title>/.exec(part('docProps/core.xml'))?.[1],
    told: /<dc:language>(.*?)<\/dc:language>/.exec(part('docProps/core.xml'))?.[1],
    language: /<w:docDefaults>.*?<w:lang w:val="(.*?)"/.exec(styles)?.[1],
    halfPoints: Number(/<w:docDefaults>.*?<w:sz w:val="(\d+)"/.exec(styles)?.[1]),
    /** What ends the bold that a style gives, the level that each heading has, and how the height of a line is meant. */
    endsBold: document.includes('<w:b w:val="false"/>'),
    outlined: [...styles.matchAll(/w:styleId="Heading(\d)">(?:(?!<\/w:style>).)*?<w:outlineLvl w:val="(\d)"/gs)].map(
      ([, level, outline]) => [Number(level), Number(outline)],
    ),
    lineRule: /<w:pPrDefault>.*?w:lineRule="(.*?)"/.exec(styles)?.[1],
    /** Words in one language and weight; a language only where it is not the document’s own. */
    runs: [...document.matchAll(/<w:r>(.*?)<\/w:r>/gs)].flatMap(([, run = '']) => {
      const words = /<w:t[^>]*>(.*?)<\/w:t>/s.exec(run)?.[1]
      return words === undefined ? [] : [{ words: plain(words), language: /<w:lang w:val="(.*?)"/.exec(run)?.[1] }]
    }),
    languagesWithin: [...new Set([...document.matchAll(/<w:lang w:val="(.*?)"/g)].map(([, one]) => one))],
    tables: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => ({
      heads: (table.match(/<w:tblHeader\/>/g) ?? []).length,
      begins: /^<w:tbl>(?:(?!<w:tr[ >]).)*<w:tr[ >](?:(?!<\/w:trPr>).)*<w:tblHeader\/>/s.test(table),
    })),
    parts: Object.keys(parts),
  }
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

type Tag = {
  readonly role: string
  readonly children: readonly (Tag | { readonly type: string; readonly id: string })[]
  readonly lang?: string
  readonly alt?: string
}

type Marked = { readonly str: string } | { readonly type: string; readonly id?: string; readonly tag?: string }

function untoldOf(items: readonly Marked[], tree: Tag | null): string[] {
  const told = new Set(tree === null ? [] : idsOf(tree))
  const around: boolean[] = []
  return items.flatMap((item) => {
    if ('str' in item) return item.str.trim() === '' || around.includes(true) ? [] : [item.str]
    if (item.type === 'endMarkedContent') around.pop()
    else around.push(item.tag === 'Artifact' || told.has(item.id ?? ''))
    return []
  })
}

const idsOf = (tag: Tag): string[] => tag.children.flatMap((child) => ('role' in child ? idsOf(child) : [child.id]))

/** What a PDF tells a screen reader, by somebody else's reader. */
export async function pdfRead(file: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const { info } = await pdf.getMetadata()
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, n) => pdf.getPage(n + 1)))
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as (Tag | null)[]
  const contents = await Promise.all(pages.map((page) => page.getTextContent()))
  const marked = await Promise.all(pages.map((page) => page.getTextContent({ includeMarkedContent: true })))
  const tags = trees.flatMap((tree) => (tree === null ? [] : flat(tree)))
  return {
    pages: pdf.numPages,
    title: Reflect.get(info, 'Title'),
    language: Reflect.get(info, 'Language'),
    isMarked: (await pdf.getMarkInfo())?.Marked === true,
    text: contents
      .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')))
      .join(''),
    headings: tags.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : [])),
    roles: new Set(tags.map(({ role }) => role)),
    /** Words on a page that a screen reader never comes to, since no tag holds them; page numbers are told to be no words. */
    untold: marked.flatMap(({ items }, n) => untoldOf(items, trees[n] ?? null)),
    picturesWithoutWords: tags.filter(({ role, alt }) => role === 'Figure' && !alt).length,
    /** Says it follows PDF/UA-1. */
    isUniversal: file.includes('<pdfuaid:part>1'),
    /** Of the whole, and of parts that are in another. */
    languages: new Set([...unpacked(file).matchAll(/\/Lang ?\((.*?)\)/g)].map(([, one]) => one)),
  }
}

const flat = (tag: Tag): Tag[] => [
  tag,
  ...(tag.children ?? []).flatMap((child) => ('role' in child ? flat(child) : [])),
]

/** A PDF with the streams in which it keeps its tags. */
const unpacked = (file: Buffer): string => {
  const packed = file.toString('latin1')
  const streams = [...packed.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes]) => inflated(bytes ?? ''))
  return [packed, ...streams].join('\n')
}

/** Pictures and fonts need not be read. */
function inflated(bytes: string): string {
  try {
    return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}
