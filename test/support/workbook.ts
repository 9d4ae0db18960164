import { zipped } from '../../src/contracts/reading/examples/packed.ts'

/** A cell of a workbook: words, a number, a day or a time as a spreadsheet keeps them, or a formula with what it came to. */
export type BookCell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly time: string }
  | { readonly formula: string; readonly result: string | number }

const package1 = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const stylesheet = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** A real Excel workbook of these sheets; `between` is put into the first sheet as it is. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly BookCell[])[]>>, between = ''): Buffer {
  const names = Object.keys(sheets)
  const numbered = names.map((_, n) => n + 1)
  const each = (write: (n: number) => string) => numbered.map(write).join('')
  const relation = (n: number, kind: string, target: string) =>
    `<Relationship Id="rId${n}" Type="${office}/${kind}" Target="${target}"/>`
  return zipped([
    {
      name: '[Content_Types].xml',
      text: `<Types xmlns="${package1}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${package1}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n) => `<sheet name="${names[n - 1]}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${package1}/relationships">${each((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`))}${relation(names.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', text: stylesheet },
    ...Object.values(sheets).map((rows, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      text: `<worksheet xmlns="${main}"><sheetData>${rows.map(rowOf).join('')}${n === 0 ? between : ''}</sheetData></worksheet>`,
    })),
  ])
}

const rowOf = (cells: readonly BookCell[], n: number): string =>
  `<row r="${n + 1}">${cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${n + 1}`)).join('')}</row>`

function cellOf(cell: BookCell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if ('day' in cell) return `<c r="${at}" s="1"><v>${Date.parse(cell.day) / 86_400_000 + 25_569}</v></c>`
  if ('time' in cell) return `<c r="${at}" s="2"><v>${Date.parse(`1970-01-01T${cell.time}Z`) / 86_400_000}</v></c>`
  const kind = typeof cell.result === 'string' ? ' t="str"' : ''
  return `<c r="${at}"${kind}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.result))}</v></c>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
