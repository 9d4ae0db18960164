import readXlsxFile from 'read-excel-file/node'
import { decode } from '#evidence-import/decode.ts'
import { csvLines } from '#evidence-import/csv-lines.ts'
import { openZip } from '#platform/guard-zip.ts'
import { Refusal } from '#platform/refusal.ts'

/** A sheet as text: the first row is row 1 of the sheet, empty rows among them. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** More than any year of any team; beyond it lies a mistake, or a file made to fill our memory. */
export const mostRows = 5_000
export const mostColumns = 60
const limits = { entries: 500, unpacked: 20 * 1024 * 1024, ratio: 200 }

/**
 * The sheets of an Excel workbook or a CSV file that hold anything. Throws a Refusal: locked, old or not a spreadsheet
 * (422), unpacks to a flood (413), too many rows or columns (422), empty (422).
 */
export async function readSheets(bytes: Buffer, filename: string): Promise<readonly [Sheet, ...Sheet[]]> {
  if (bytes.length === 0) throw new Refusal(`“${filename}” is empty.`)
  if (bytes.readUInt16BE(0) === 0xd0cf)
    throw new Refusal(`“${filename}” is locked with a password, or an old .xls: save it as .xlsx without a password.`)
  const sheets =
    bytes.subarray(0, 2).toString('latin1') === 'PK' ? await workbook(bytes, filename) : plain(bytes, filename)
  const [first, ...others] = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  if (!first) throw new Refusal(`“${filename}” is empty: no sheet has anything in it.`)
  return [first, ...others]
}

async function workbook(bytes: Buffer, filename: string): Promise<Sheet[]> {
  const parts = await openZip(bytes, filename, limits)
  if (!parts.has('xl/workbook.xml')) throw new Refusal(`“${filename}” is not an Excel workbook (.xlsx) or a CSV file.`)
  for (const [name, content] of parts) if (name.startsWith('xl/worksheets/')) refuseFarCells(content, filename)
  const sheets = await readXlsxFile(bytes).catch(() => {
    throw new Refusal(`“${filename}” is broken: it could not be read.`)
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asText)) }))
}

/** One cell in the last corner of a sheet would have the reader make room for all that lies before it. */
function refuseFarCells(content: Buffer, filename: string): void {
  for (const [, letters = '', row = ''] of content
    .toString('latin1')
    .matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]+)(\d+)"/g))
    if (columnNumber(letters) > mostColumns || Number(row) > mostRows)
      throw new Refusal(
        `“${filename}” reaches to the cell ${letters}${row}: delete what lies beyond ${mostColumns} columns and ${mostRows.toLocaleString('en-GB')} rows.`,
      )
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** `A` for the first column, `AB` for the twenty-eighth. */
export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

function plain(bytes: Buffer, filename: string): Sheet[] {
  const decoded = decode(bytes)
  const read = decoded.ok ? csvLines(decoded.text, mostRows) : { lines: [], faults: decoded.faults }
  const [fault] = read.faults
  if (fault) throw new Refusal(`“${filename}” cannot be read: line ${fault.line} ${fault.words}.`)
  const rows: string[][] = []
  for (const { line, cells } of read.lines) rows[line - 1] = [...cells].slice(0, mostColumns)
  return [{ name: 'CSV', rows: Array.from(rows, (row) => row ?? []) }]
}

/** A spreadsheet keeps a day as an instant without a zone, and a time alone as one of the last days of 1899. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell).trim()
  if (Number.isNaN(cell.getTime())) return ''
  const [day = '', time = ''] = cell.toISOString().split('T')
  if (cell.getUTCFullYear() < 1901) return time.slice(0, 5)
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
}
