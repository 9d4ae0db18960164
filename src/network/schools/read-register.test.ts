import assert from 'node:assert/strict'
import test from 'node:test'
import { openRegister } from './read-register.ts'
import { placeKey } from './register-row.ts'

const head = 'urn,name,town,postcode,lead_school,open_date,close_date'

function read(text: string | Buffer) {
  const opened = openRegister(Buffer.from(text))
  if (!opened.ok) return opened.words
  const stretches = [...opened.stretches]
  return { rows: stretches.flatMap(({ rows }) => rows), faults: stretches.flatMap(({ faults }) => faults) }
}

const faultsOf = (...lines: readonly string[]) => {
  const found = read([head, ...lines].join('\n'))
  return typeof found === 'string' ? found : found.faults.map(({ line, words }) => `${line}: ${words}`)
}

test('a school is read from an extract and from the register’s own columns alike', () => {
  const school = {
    line: 2,
    urn: 140839,
    name: 'Altarnun Primary School',
    town: 'Launceston',
    foldedTown: 'launceston',
    postcode: 'PL15 7RZ',
    outcode: 'pl15',
    opensOn: '2014-06-01',
    closesOn: null,
    isShut: false,
  }
  assert.deepEqual(read(`${head}\n140839,Altarnun Primary School,Launceston,PL15 7RZ,false,01-06-2014,\n`), {
    rows: [school],
    faults: [],
  })
  const own = 'URN,LA (name),EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,Town,Postcode'
  const line = '140839,Cornwall,"Altarnun Primary School","Open, but proposed to close",01-06-2014,,Launceston,pl157rz'
  assert.deepEqual(read(`\ufeff${own}\r\n${line}\r\n`), { rows: [school], faults: [] })
})

test('lines with faults are named, and do not spoil the others', () => {
  assert.deepEqual(
    faultsOf(
      '140839,Altarnun Primary School,Launceston,PL15 7RZ,false,31-06-2014,',
      '140839,,Launceston,PL15 7RZ,false,,',
      '140839,=HYPERLINK(1),Launceston,PL15 7RZ,false,,',
      'abc,A school,Launceston,PL15 7RZ,false,,',
      '140839,A school,Launceston,PL15 7RZ,false,01-09-2020,31-08-2020',
      '140839,A school,Launceston,nowhere,false,,',
      '140839,A school,Launceston,PL15 7RZ,false,,',
      '140839,The same again,Launceston,PL15 7RZ,false,,',
      '140840,Too short,Launceston',
      '140841,"Never closed,Launceston,PL15 7RZ,false,,',
    ),
    [
      '2: “31-06-2014” is not a day: write it as 31-08-2026',
      '3: has no name',
      '4: “=HYPERLINK(1)” begins as a formula of a spreadsheet would',
      '5: “abc” is not a number of the register (URN), such as 140839',
      '6: closes before it opens',
      '7: “nowhere” is not a postcode',
      '9: tells of 140839 again, which line 8 does',
      '10: has 3 cells where the first line has 7',
      '11: has a quotation mark that is not closed',
    ],
  )
})

test('a file that is no register, or in another encoding, is refused in words', () => {
  assert.equal(
    read('town,name\nBridport,A\n'),
    'The file cannot be read: its first line lacks the column urn, postcode, closedate',
  )
  assert.equal(read(`${head}\n`), 'The file cannot be read: it has no line under the first')
  assert.equal(
    read(head.replace('lead_school', 'town')),
    'The file cannot be read: its first line names the column “town” twice',
  )
  const latin = Buffer.from(`${head}\n1,École,Bridport,,,,\n`, 'latin1')
  assert.match(String(read(latin)), /line 2 holds letters that are not UTF-8/)
  assert.match(
    String(read(`${head}\n${'1,a,b,c,d,e,f\n'.repeat(200_001)}`)),
    /it has 200,001 lines: send at most 200,000/,
  )
})

test('a closed school without a day, and one that is only proposed, are nobody’s to call on', () => {
  const own = 'URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,Town,Postcode'
  const found = read(
    `${own}\n140839,A,Closed,,,Bridport,\n140840,B,Proposed to open,,,Bridport,\n140841,C,Open,,,Bridport,\n`,
  )
  assert.deepEqual(typeof found === 'string' ? found : found.rows.map(({ isShut }) => isShut), [true, true, false])
})

test('a place is remembered by its town, the first half of its postcode, or one school’s number', () => {
  assert.deepEqual(['  Lyme  REGIS ', 'DT6', 'dt6 3ab', '140839', 'St. Ives'].map(placeKey), [
    'lyme regis',
    'dt6',
    'dt6',
    '140839',
    'st ives',
  ])
})
