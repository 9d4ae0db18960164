import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { deflateSync } from 'node:zlib'
import { Refusal } from '#platform/refusal.ts'
import { readDocument } from './document.ts'
import { asDocx, asOdt, zipped } from './examples/packed.ts'
import { wolding } from './examples/wolding.ts'
import { openZip } from '#platform/guard-zip.ts'

const refusal = (words: RegExp, status: number) => (error: unknown) =>
  error instanceof Refusal && error.status === status && words.test(error.message)

const refused = (bytes: Uint8Array, words: RegExp, status: number) =>
  assert.rejects(readDocument(bytes, 'plan.docx'), refusal(words, status))

test('a document is read as what it holds, whatever its name says', async () => {
  assert.deepEqual(await readDocument(asDocx(wolding), 'plan.pdf'), await readDocument(asOdt(wolding), 'plan.txt'))
})

test('a table is read row by row, and a page header is no part of the text', async () => {
  const row = { kind: 'row', cells: ['Team', 'Wolding'] } as const
  assert.deepEqual(await readDocument(asDocx([row]), 'table.docx'), [row])
  assert.deepEqual(await readDocument(asOdt([row]), 'table.odt'), [row])
})

test('an empty file, a picture, a spreadsheet and an old Office file are refused in words', async () => {
  await refused(Buffer.alloc(0), /is empty/, 422)
  await refused(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not a Word/, 415)
  await refused(zipped([{ name: 'xl/workbook.xml', text: '<workbook/>' }]), /not a Word/, 415)
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Office format/, 415)
  await refused(Buffer.alloc(20 * 1024 * 1024 + 1, 97), /larger than 20 MB/, 413)
  await refused(Buffer.from('<!doctype html><p>plan</p>'), /not a Word/, 415)
})

test('a file locked with a password is refused as locked', async () => {
  const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
  await refused(locked, /locked with a password/, 422)
  const flagged = asDocx(wolding)
  for (let at = flagged.indexOf('PK\u0001\u0002'); at >= 0; at = flagged.indexOf('PK\u0001\u0002', at + 4))
    flagged.writeUInt16LE(1, at + 8)
  await refused(flagged, /locked with a password/, 422)
})

test('a broken file is refused and the program goes on', async () => {
  await refused(asDocx(wolding).subarray(0, 900), /broken/, 422)
  await refused(Buffer.from('%PDF-1.7\nnothing of a page'), /broken/, 422)
  await refused(zipped([{ name: 'word/document.xml', text: '<w:document><w:body>' }]), /broken|no text/, 422)
})

test('a bomb is refused before it unpacks, by what it declares and by what it does', async () => {
  const huge = { name: 'word/document.xml', text: 'a'.repeat(60 * 1024 * 1024) }
  await refused(zipped([huge]), /unpacks to far more/, 413)
  await refused(zipped([huge], 1000), /unpacks to far more/, 413)
  const many = Array.from({ length: 2001 }, (_, n) => ({ name: `part${n}.xml`, text: '' }))
  await refused(zipped(many), /unpacks to far more/, 413)
})

test('what a zip really unpacks to is weighed as well as what it says', async () => {
  const liar = zipped(
    [
      { name: 'a.xml', text: 'a'.repeat(600) },
      { name: 'b.xml', text: 'b'.repeat(600) },
    ],
    10,
  )
  await assert.rejects(
    openZip(liar, 'a.docx', { entries: 10, unpacked: 1000, ratio: 200 }),
    refusal(/unpacks to far more/, 413),
  )
})

test('XML that defines entities is refused, not expanded', async () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
  await refused(asOdt(wolding, entities), /XML entities/, 422)
})

test('a PDF without text is refused as a scanned picture', async () => {
  await refused(blankPdf(), /scanned picture/, 422)
})

test('a PDF locked with a password is refused as locked', async () => {
  const key = `<${'5a'.repeat(32)}>`
  await refused(
    pdfOf([], `/Encrypt<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -4>>/ID[<00><00>]`),
    /locked with a password/,
    422,
  )
})

test('a PDF whose page unpacks to a flood is refused before it is read', async () => {
  const flood = deflateSync(Buffer.alloc(60 * 1024 * 1024, 32))
  const stream = `<</Length ${flood.length}/Filter/FlateDecode>>stream\n${flood.toString('latin1')}\nendstream `
  await refused(pdfOf([stream]), /unpacks to far more/, 413)
})

test('a PDF is read alike by its tags and by where its lines stand', async () => {
  const read = async (name: string) => readDocument(await readFile(new URL(`examples/${name}`, import.meta.url)), name)
  const words = (blocks: Awaited<ReturnType<typeof read>>) =>
    blocks.map((block) => ('text' in block ? block.text : block.cells.join()))
  assert.deepEqual(words(await read('wolding-untagged.pdf')), words(await read('wolding.pdf')))
})

const blankPdf = () => pdfOf([])

/** A PDF of one empty page, with more objects and entries of its trailer. */
function pdfOf(more: readonly string[], trailer = ''): Buffer {
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>'
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, ...more]
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`)
  return Buffer.from(`%PDF-1.4\n${body.join('')}trailer<</Root 1 0 R/Size 9${trailer}>>\n%%EOF`, 'latin1')
}
