import assert from 'node:assert/strict'
import test from 'node:test'
import { guessedMapping } from './network-columns.ts'
import { mostLinesOfRow } from './read-csv.ts'
import { headingsOf, readImport, textOf } from './read-import.ts'

const read = (text: string) => {
  const mapping = text.startsWith('BEGIN') ? [] : guessedMapping(headingsOf(text, 'people.csv').headings)
  const told = [...readImport(text, mapping, 'dorset/west-dorset')]
  return {
    rows: told.flatMap(({ row }) => (row ? [row] : [])),
    faults: told.flatMap(({ faults }) => faults),
    notes: told.reduce((sum, { notes }) => sum + notes, 0),
  }
}

test('a card of an address book is read with its folded lines, its preferred number and its organisation', () => {
  const { rows, faults, notes } = read(
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Fict\r\n ional\r\nEMAIL;PREF=2:other@example.org\r\nitem1.EMAIL;PREF=1:Zoe@Example.org\r\n' +
      'TEL;VALUE=uri;TYPE="voice,work":tel:+44-1305-222222;ext=7\r\nADR:;;1 High Street;Bridport;Dorset;DT6 3LF;\r\n' +
      'ORG:Bridport\\, Town Council;Office\r\nROLE:Town Clerk\r\nLANG:cy\r\nCATEGORIES:council,market\r\nNOTE:She said\r\nEND:VCARD\r\n',
  )
  const [{ individualId, ...row } = { individualId: null }] = rows
  assert.match(individualId ?? '', /^[0-9a-f-]{36}$/)
  assert.deepEqual(row, {
    line: 1,
    name: 'Zoë Fictional',
    nameFolded: 'zoe fictional',
    email: 'zoe@example.org',
    telephone: '+44-1305-222222 ext 7',
    digits: '01305222222',
    address: '1 High Street, Bridport, Dorset, DT6 3LF',
    languages: ['Welsh'],
    reachBy: null,
    speaksFor: null,
    tags: ['council', 'market'],
    organisation: 'Bridport, Town Council',
    organisationFolded: 'bridport, town council',
    organisationKind: null,
    role: 'clerk',
    ward: '',
    place: '',
    postcode: null,
    website: null,
  })
  assert.deepEqual({ faults, notes }, { faults: [], notes: 1 })
})

test('a card of version 2.1, a card that never ends and a card in pieces are refused by their line, the others are read', () => {
  const { rows, faults } = read(
    'BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB\nEND:VCARD\n' +
      'BEGIN:VCARD\nVERSION:3.0\nN:Fictional;Morgan;;;\nEND:VCARD\nFN:lost\nBEGIN:VCARD\nVERSION:3.0\nFN:Never\n',
  )
  assert.deepEqual(rows.map(({ line, name }) => [line, name]), [[5, 'Morgan Fictional']]) // prettier-ignore
  assert.deepEqual(faults, [
    { line: 1, column: null, words: 'is a vCard of version 2.1: export it again as vCard 3.0 or 4.0' },
    { line: 9, column: null, words: 'stands outside a card: a card begins with BEGIN:VCARD' },
    { line: 10, column: null, words: 'begins a card that never ends' },
  ])
})

test('a row with a broken e-mail address is kept out and listed by its line, and no word of a name reaches the ledger', () => {
  const { rows, faults } = read(
    'Full name,E-mail,Phone,Speaks for\nMorgan Fictional,morgan@,,\nRobin Fictional,,+44 1305 222222,friends of Robin Fictional\n"unclosed,,,\n' +
      'محمد خيالي,,,families\n=cmd|x,,,\n,,,nobody\na,b,c,d,slipped\n',
  )
  assert.deepEqual(rows.map(({ line, name }) => [line, name]), [[5, 'محمد خيالي'], [6, '=cmd|x']]) // prettier-ignore
  assert.deepEqual(faults, [
    { line: 2, column: 'email', words: '“morgan@” is not an e-mail address such as name@example.org' },
    { line: 3, column: 'speaks_for', words: 'holds their name, and everybody can read it in the ledger' },
    { line: 4, column: null, words: 'a quotation mark is opened and not closed on this line' },
    { line: 7, column: 'name', words: 'names neither a person nor an organisation' },
    { line: 8, column: null, words: 'has 5 cells where the first line has 4' },
  ])
})

test('a file in another encoding is refused by its first bad line, and one with a mark is read', () => {
  assert.throws(
    () => textOf(Buffer.from('name\nZo\xeb\n', 'latin1'), 'a.csv'),
    /“a.csv” cannot be read: line 2 holds letters/,
  )
  assert.equal(textOf(Buffer.from('\ufeffname\nZoë\n', 'utf16le'), 'a.csv'), 'name\nZoë\n')
  assert.throws(() => headingsOf('name;email\na;b\n', 'a.csv'), /must be parted by commas/)
})

test('a cell may hold a line break, and one stray quotation mark spoils its own line and swallows no other', () => {
  const { rows, faults } = read(
    'Name,Address,Email\r\n"Morgan\r\nFictional","1 High Street\r\n  Bridport\nDT6 3LF",morgan@example.org\r\n' +
      'Robin Fictional, "2 ""High"" Street\n\nLoders" ,robin@example.org\r\n' +
      '"Stray,,\r\nSam Fictional,"3 ""Low"" Street",\r\n' +
      'Alex "Al" Fictional,,\r\nKim Fictional,,kim@\r\n',
  )
  assert.deepEqual(
    rows.map(({ line, name, address }) => [line, name, address]),
    [
      [2, 'Morgan Fictional', '1 High Street\nBridport\nDT6 3LF'],
      [6, 'Robin Fictional', '2 "High" Street\nLoders'],
      [10, 'Sam Fictional', '3 "Low" Street'],
    ],
  )
  assert.deepEqual(
    faults.map(({ line, words }) => [line, words]),
    [
      [9, 'a quotation mark is opened and not closed on this line'],
      [11, 'has a quotation mark in the middle of a cell: write "" for one that belongs to the words'],
      [12, '“kim@” is not an e-mail address such as name@example.org'],
    ],
  )
})

test('a cell that runs over more lines than a row may have is read line by line again, so that every line is told of', () => {
  const told = (lines: number) => read(`Name,Address\nMorgan Fictional,"1${'\n'.repeat(lines)}2"\nRobin Fictional,\n`)
  const names = (lines: number) => told(lines).rows.map(({ line, name }) => `${line} ${name}`)
  assert.deepEqual(names(mostLinesOfRow - 1), ['2 Morgan Fictional', `${mostLinesOfRow + 2} Robin Fictional`])
  assert.deepEqual(names(mostLinesOfRow), [`${mostLinesOfRow + 3} Robin Fictional`])
  assert.deepEqual(told(mostLinesOfRow).faults.map(({ line }) => line), [2, mostLinesOfRow + 2]) // prettier-ignore
})
