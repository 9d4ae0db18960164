import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { zipped } from '../contracts/reading/examples/packed.ts'
import { workbook } from '../../test/support/workbook.ts'
import { columnLetters, readSheets } from './calendar-sheets.ts'

const refused = (bytes: Buffer, words: RegExp, status = 422) =>
  assert.rejects(readSheets(bytes, 'calendar.xlsx'), (error: unknown) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, words)
    return error.status === status
  })

test('days, times, numbers and formulas of a workbook are read as what a person sees', async () => {
  const rows = [[{ day: '2026-04-03' }, { time: '14:30' }, 12, ' two ', { formula: '1+1', result: 2 }, null]]
  const sheets = await readSheets(workbook({ Empty: [], Events: [[], ...rows] }), 'calendar.xlsx')
  assert.deepEqual(sheets, [{ name: 'Events', rows: [[], ['2026-04-03', '14:30', '12', 'two', '2']] }].map(padded))
})

/** The reader makes each row as wide as the widest. */
const padded = ({ name, rows }: { name: string; rows: string[][] }) => ({
  name,
  rows: rows.map((row) => Array.from({ length: 5 }, (_, n) => row[n] ?? '')),
})

test('a file that is no spreadsheet, old, locked, broken or empty is refused in words', async () => {
  await refused(Buffer.alloc(0), /is empty/)
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), /locked with a password, or an old \.xls/)
  await refused(zipped([{ name: 'word/document.xml', text: '<w/>' }]), /is not an Excel workbook/)
  await refused(Buffer.from('PK nothing'), /is broken/)
  await refused(workbook({ Events: [] }), /no sheet has anything in it/)
  await refused(Buffer.from([0x44, 0xe9, 0x0a]), /line 1 holds letters that are not UTF-8/)
})

test('a workbook that unpacks to a flood is refused before it is read', async () => {
  const flood = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(30 * 1024 * 1024)}</t></is></c></row>`
  await refused(workbook({ Events: [['Date', 'Event']] }, flood), /unpacks to far more/, 413)
})

test('one cell in the last corner of a sheet does not make us keep room for all before it', async () => {
  const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
  await refused(workbook({ Events: [['Date', 'Event']] }, far), /reaches to the cell XFD1048576: delete/)
  const prefixed = '<x:row r="9"><x:c s="0" r="XFD9"><v>1</v></x:c></x:row>'
  await refused(workbook({ Events: [['Date', 'Event']] }, prefixed), /reaches to the cell XFD9/)
})

test('two hundred thousand lines are refused as too many, in words', async () => {
  await refused(Buffer.from('Date,Event\n'.repeat(200_000)), /199,999 lines.*send at most 5,000/)
})

test('columns have the letters that a spreadsheet gives them', () => {
  assert.deepEqual([0, 25, 26, 51, 52].map(columnLetters), ['A', 'Z', 'AA', 'AZ', 'BA'])
})
