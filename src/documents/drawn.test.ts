import assert from 'node:assert/strict'
import test from 'node:test'
import { html } from '#platform/html.ts'
import { day } from '#platform/day.ts'
import { sayIn } from '#platform/language/say.ts'
import { pdfRead, wordRead } from '../../test/support/read-documents.ts'
import { heading, list, paragraph, standingLine, table, type Block, type Document } from './document.ts'
import { drawnPdf } from './drawn-pdf.ts'
import { drawnWord } from './drawn-word.ts'

const welsh = sayIn('cy')
const asAt = day('2020-03-31')

const small: Document = {
  title: 'Contract ‘A & <B>’',
  language: 'cy',
  asAt,
  blocks: [
    heading(1, 'Contract ‘A & <B>’'),
    paragraph('Ŵyl y dŵr, tŷ, â, ï, Ẃ'),
    heading(2, welsh`Signed off`),
    standingLine(html`<strong>Wedi’i gadw</strong> ${welsh.own('Kept in 9 of 12 months.')}`),
    list(['one', 'two']),
    list(['first', 'second'], { isNumbered: true }),
    table({ caption: 'Who signed it', head: ['Step', 'Day'], rows: [['Signed', '1 May']] }),
  ],
}

test('a Word file has real headings, lists and a head for each table, its title and its languages', async () => {
  const read = await wordRead(await drawnWord(small, 'usual'))
  assert.deepEqual(read.headings, [
    [1, 'Contract ‘A & <B>’'],
    [2, 'Llofnodi'],
  ])
  assert.deepEqual(
    [read.title, read.told, read.language, read.languagesWithin.toSorted()],
    ['Contract ‘A &amp; &lt;B&gt;’', 'cy-GB', 'cy-GB', ['en-GB']],
  )
  assert.deepEqual(read.tables, [{ heads: 1, begins: true }])
  assert.match(read.html, /<ul><li>one<\/li><li>two<\/li><\/ul><ol><li>first<\/li><li>second<\/li><\/ol>/)
  assert.match(read.html, /Ŵyl y dŵr, tŷ, â, ï, Ẃ/)
  assert.equal(read.parts[0], '[Content_Types].xml')
  assert.equal(read.halfPoints, 24)
})

test('headings of a Word file are headings and as bold as their style in every reader, and no line lies over another', async () => {
  const read = await wordRead(await drawnWord(small, 'usual'))
  assert.deepEqual([read.endsBold, read.lineRule], [false, 'auto'])
  assert.deepEqual(read.outlined, [
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 3],
  ])
  assert.match(read.html, /<h2>Llofnodi<\/h2><p><strong>Wedi’i gadw<\/strong> Kept in 9/)
})

test('a PDF is tagged: its title, language, headings, lists and the head of each table are told to a screen reader', async () => {
  const read = await pdfRead(await drawnPdf(small, 'usual'))
  assert.deepEqual([read.title, read.language, read.isMarked, read.isUniversal], [small.title, 'cy-GB', true, true])
  assert.deepEqual(read.headings, [1, 2])
  for (const role of ['Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Caption', 'P']) assert.ok(read.roles.has(role), role)
  assert.match(read.text, /Ŵyl y dŵr, tŷ, â, ï, Ẃ/)
  assert.deepEqual(read.languages, new Set(['cy-GB', 'en-GB']))
  assert.deepEqual([read.untold, read.picturesWithoutWords], [[], 0])
})

test('large print is 18 point and more, in Word and in the PDF', async () => {
  assert.equal((await wordRead(await drawnWord(small, 'large'))).halfPoints, 36)
  const long = { ...small, blocks: [heading(1, 'One'), paragraph('word '.repeat(1_000))] }
  const [usual, large] = [await pdfRead(await drawnPdf(long, 'usual')), await pdfRead(await drawnPdf(long, 'large'))]
  assert.ok(large.pages >= 2 * usual.pages - 1, `${large.pages} pages and ${usual.pages}`)
})

test('the same document has the same bytes whenever it is drawn', async () => {
  const both = async () => [await drawnWord(small, 'usual'), await drawnPdf(small, 'usual')]
  const first = await both()
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  assert.deepEqual(await both(), first)
})

test('words that look like markup, other scripts and signs that no printer has do no harm', async () => {
  const odd = [
    '#let x = 1; $ x^2 $ *strong* _em_ <label> @ref // no comment /* nor this */ \\ `raw` [content]',
    '<w:p>&amp;</w:p> ]]> <!-- --> &#0; &unknown;',
    'null \u0000, bell \u0007, vertical \u000b, escape \u001b, half \ud83d, non \ufffe\uffff, next \u0085',
    'שלום, العربية, 中文, emoji 🚓, zero\u200bwidth, isolates \u2068x\u2069, right-to-left \u202ex\u202c',
    `${'a'.repeat(5_000)}`,
    '',
    ' ',
  ]
  const document = {
    ...small,
    title: odd.join(' '),
    language: 'en',
    blocks: [heading(1, 'Odd'), ...odd.flatMap(blocksOf)],
  } as const
  const word = await wordRead(await drawnWord(document, 'usual'))
  assert.match(word.text, /#let x = 1; \$ x\^2 \$ \*strong\* _em_ &lt;label> @ref|#let x = 1;.*&lt;label&gt; @ref/)
  assert.match(word.text, /שלום, العربية, 中文, emoji 🚓/)
  assert.match(word.text, /null , bell , vertical , escape , half \ufffd, non , next/)
  const pdf = await pdfRead(await drawnPdf(document, 'usual'))
  assert.match(pdf.text, /#let x = 1; \$ x\^2 \$ \*strong\* _em_ <label> @ref \/\/ no comment/)
  assert.match(pdf.text, /<w:p>&amp;<\/w:p> \]\]> <!-- -->/)
})

const blocksOf = (words: string): Block[] => [
  heading(2, words),
  paragraph(words),
  standingLine(words),
  list([words]),
  table({ caption: words, head: [words, words], rows: [[words, words]] }),
]

test('lists and tables of nothing, and a document of nothing else, can still be drawn', async () => {
  const blocks = [heading(1, 'Nothing'), list([]), table({ caption: 'None', head: ['A'], rows: [] })]
  const document = { ...small, blocks }
  assert.deepEqual((await pdfRead(await drawnPdf(document, 'usual'))).headings, [1])
  assert.deepEqual((await wordRead(await drawnWord(document, 'usual'))).headings, [[1, 'Nothing']])
})

test('a contract of 200 promises with long words is drawn', async () => {
  const promise = 'We meet people where they are. '.repeat(160)
  const blocks = [heading(1, 'Long'), ...Array.from({ length: 200 }, (_, n) => paragraph(`R${n} ${promise}`))]
  const pdf = (await drawnPdf({ ...small, blocks }, 'usual')).toString('latin1')
  assert.ok(Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf)?.[1]) > 100)
  const word = await wordRead(await drawnWord({ ...small, blocks }, 'usual'))
  assert.match(word.text, /R199 We meet/)
})
