import { crc32, deflateRawSync } from 'node:zlib'
import type { Block } from '../block.ts'

type Part = { readonly name: string; readonly content: Buffer }

/** A zip of these parts; `claims` lets a part lie about how large it unpacks. */
export function zipped(parts: readonly { name: string; text: string }[], claims?: number): Buffer {
  const files = parts.map(({ name, text }) => packedPart({ name, content: Buffer.from(text) }, claims))
  let offset = 0
  const directory = files.map((file) => {
    const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), file.head.subarray(4, 30), Buffer.alloc(14), file.name])
    entry.writeUInt32LE(offset, 42)
    offset += file.head.length + file.name.length + file.data.length
    return entry
  })
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files.flatMap((file) => [file.head, file.name, file.data]), central, end])
}

function packedPart({ name, content }: Part, claims?: number) {
  const data = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc32(content), 14)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(claims ?? content.length, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return { name: Buffer.from(name), head, data }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A Word document of these blocks, with a page header that is no part of its text. */
export function asDocx(blocks: readonly Block[]): Buffer {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const styled = (properties: string, text: string) => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return styled(`<w:pStyle w:val="Heading${block.level}"/>`, block.text)
    if (block.kind === 'paragraph') return styled('', block.text)
    if (block.kind === 'row')
      return `<w:tbl><w:tr>${block.cells.map((cell) => `<w:tc>${styled('', cell)}</w:tc>`).join('')}</w:tr></w:tbl>`
    return styled(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${block.ordered ? 2 : 1}"/></w:numPr>`, block.text)
  })
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const list = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`
  const package1 = 'http://schemas.openxmlformats.org/package/2006'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const headings = [1, 2, 3].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`)
  return zipped([
    { name: '[Content_Types].xml', text: `<Types xmlns="${package1}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/></Types>` },
    { name: '_rels/.rels', text: `<Relationships xmlns="${package1}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/_rels/document.xml.rels', text: `<Relationships xmlns="${package1}/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>` },
    { name: 'word/styles.xml', text: `<w:styles ${w}>${headings.join('')}</w:styles>` },
    { name: 'word/numbering.xml', text: `<w:numbering ${w}>${list(1, 'bullet')}${list(2, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>` },
    { name: 'word/header1.xml', text: `<w:hdr ${w}>${styled('', 'A header that no one reads')}</w:hdr>` },
    { name: 'word/document.xml', text: `<w:document ${w}><w:body>${body.join('')}</w:body></w:document>` },
  ])
}

/** An OpenDocument text of these blocks. */
export function asOdt(blocks: readonly Block[], before = ''): Buffer {
  const list = (block: Extract<Block, { kind: 'item' }>) =>
    `<text:list text:style-name="${block.ordered ? 'Numbers' : 'Bullets'}"><text:list-item><text:p>${escaped(block.text)}</text:p></text:list-item></text:list>`
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<text:h text:outline-level="${block.level}">${escaped(block.text)}</text:h>`
    if (block.kind === 'item') return list(block)
    if (block.kind === 'paragraph') return `<text:p>${escaped(block.text)}</text:p>`
    return `<table:table><table:table-row>${block.cells.map((cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`).join('')}</table:table-row></table:table>`
  })
  const names = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  const styles =
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"/></text:list-style>' +
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"/></text:list-style>'
  return zipped([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${names.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
    },
  ])
}
