import assert from 'node:assert/strict'
import test from 'node:test'
import { kinds } from '#measures/kinds.ts'
import { day } from '#platform/day.ts'
import { readEvidence } from './read-evidence.ts'

const subject = { forceId: 'dorset', teamId: 'dorset/west-dorset', from: day('2019-08-02'), to: null }
const setting = {
  now: new Date('2026-11-21T14:00:00Z'),
  timeZone: 'Europe/London',
  dictionary: kinds,
  subjects: [
    { ...subject, id: 'council-clerk/sherborne', kind: 'council clerk', label: 'Clerk of Sherborne' },
    { ...subject, id: 'web-section/priorities', kind: 'web section', label: 'Priorities' },
  ],
}

const header =
  'happened_on,happened_at,kind,subjects,about,figure: reached,facet: method,facet: advertised,facet: communities'
const read = (text: string | Buffer) => readEvidence(Buffer.from(text), setting)
const faultsOf = (text: string | Buffer) => {
  const result = read(text)
  return result.ok ? 'no fault' : result.faults.map(({ line, column, words }) => [line, column, words])
}
const lineFaults = (...lines: string[]) => faultsOf([header, ...lines].join('\n'))

test('evidence in a file becomes facts', () => {
  const result = read(
    [
      header,
      '2026-11-20,14:30,engagement held,,,"1,200",surgery,yes,elderly; rural',
      '14/03/2026,,Contact made,council-clerk/sherborne,contact/7,,,,',
      ',,,,,,,,',
    ].join('\r\n'),
  )
  assert.ok(result.ok)
  const source = `import/${result.hash}`
  assert.deepEqual(result.facts, [
    {
      kind: 'engagement held',
      happenedOn: '2026-11-20',
      happenedAt: new Date('2026-11-20T14:30:00Z'),
      quantities: { reached: 1200 },
      facets: { advertised: true, communities: ['elderly', 'rural'], method: 'surgery' },
      source,
    },
    {
      kind: 'contact made',
      happenedOn: '2026-03-14',
      subjects: ['council-clerk/sherborne'],
      about: 'contact/7',
      quantities: {},
      facets: {},
      source,
    },
  ])
})

test('a figure that nobody took is left out, and nought is kept as nought', () => {
  const result = read(`${header}\n2026-11-20,,engagement held,,,,surgery,,\n2026-11-20,,engagement held,,,0,surgery,,`)
  assert.ok(result.ok)
  assert.deepEqual(
    result.facts.map(({ quantities }) => quantities),
    [{}, { reached: 0 }],
  )
})

test('evidence on a day that no calendar has, or that has not come, is refused', () => {
  assert.deepEqual(
    lineFaults(
      '2019-02-30,,engagement held,,,,,,',
      '2026-11-22,,engagement held,,,,,,',
      ',,engagement held,,,,,,',
      '31/11/2025,,engagement held,,,,,,',
    ),
    [
      [2, 'happened_on', '“2019-02-30” is not a day: write it as 2026-03-14 or 14/03/2026'],
      [3, 'happened_on', '2026-11-22 has not come yet: evidence is of what has happened'],
      [4, 'happened_on', 'is empty: say on which day it happened, or delete the line'],
      [5, 'happened_on', '“31/11/2025” is not a day: write it as 2026-03-14 or 14/03/2026'],
    ],
  )
})

test('every bad cell of every line is told at once', () => {
  assert.deepEqual(
    lineFaults(
      '2026-11-20,,seance held,,,,,,',
      '2026-11-20,,engagement held,council/atlantis,Mrs Smith,many,telepathy,perhaps,Martians',
      '2026-11-20,,contact made,web-section/priorities,,5,surgery,,',
      '2026-11-20,,engagement held,,,12.5,,,',
    ),
    [
      [2, 'kind', 'there is no evidence of the kind “seance held”'],
      [3, 'subjects', 'the team has no subject “council/atlantis”'],
      [3, 'about', '“Mrs Smith” is not a reference such as incident/2041: use letters, digits and / . : # - only'],
      [3, 'figure: reached', '“many” is not a number, such as 25'],
      [
        3,
        'facet: method',
        `“method” is never “telepathy”; it is one of ${kinds['engagement held'].facets.method.join(', ')}`,
      ],
      [3, 'facet: advertised', '“advertised” is yes or no'],
      [
        3,
        'facet: communities',
        `“communities” is never “Martians”; it is one of ${kinds['engagement held'].facets.communities.join(', ')}`,
      ],
      [4, 'subjects', 'contact made never touches a web section'],
      [4, 'figure: reached', 'contact made carries no figure “reached”'],
      [4, 'facet: method', 'contact made has no facet “method”'],
      [5, 'figure: reached', '12.5 must be a whole number'],
    ],
  )
})

test('a cell that a spreadsheet would run as a formula is refused, a negative number too', () => {
  assert.deepEqual(lineFaults('2019-02-30,,engagement held,,=1+1,-5,@x,+4,-cmd'), [
    [2, 'about', 'begins with “=”, which a spreadsheet would run as a formula'],
    [2, 'figure: reached', '-5 is less than nought, and no figure is'],
    [2, 'facet: method', 'begins with “@”, which a spreadsheet would run as a formula'],
    [2, 'facet: advertised', 'begins with “+”, which a spreadsheet would run as a formula'],
    [2, 'facet: communities', 'begins with “-”, which a spreadsheet would run as a formula'],
    [2, 'happened_on', '“2019-02-30” is not a day: write it as 2026-03-14 or 14/03/2026'],
  ])
})

test('an unclosed quote spoils its own line and hides no other', () => {
  assert.deepEqual(
    lineFaults('2026-11-20,,"engagement held,,,,,,', '2026-11-20,,nothing,,,,,,', '2026-11-20,,engage"ment,,,,,,'),
    [
      [2, null, 'a quotation mark is opened and not closed on this line'],
      [3, 'kind', 'there is no evidence of the kind “nothing”'],
      [4, null, 'has a quotation mark in the middle of a cell: write "" for one that belongs to the words'],
    ],
  )
})

test('a line with more or fewer cells than the first is refused', () => {
  assert.deepEqual(lineFaults('2026-11-20,,engagement held'), [[2, null, 'has 3 cells where the first line has 9']])
})

test('the first line must name columns that we know, each once', () => {
  assert.deepEqual(faultsOf('happened_on,kind,kind,figure: ghosts\n2026-11-20,engagement held,,'), [
    [1, 'figure: ghosts', 'is not a column that we know: the template has them all'],
    [1, 'kind', 'stands twice in the first line'],
  ])
  assert.deepEqual(faultsOf('kind,about\nengagement held,x'), [[1, 'happened_on', 'is missing from the first line']])
  assert.deepEqual(faultsOf('happened_on;kind\n2026-11-20;engagement held'), [
    [
      1,
      'happened_on;kind',
      'the columns must be parted by commas: save the file again as “CSV UTF-8 (comma delimited)”',
    ],
  ])
})

const words = 'happened_on,kind,facet: role\r\n2026-11-20,engagement held,Sergeant’s\r\n'
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

test('a file says the same in UTF-8, with its mark or without, and in UTF-16 with its mark', () => {
  const files = [
    Buffer.from(words),
    Buffer.from(`\ufeff${words}`),
    Buffer.from(`\ufeff${words}`, 'utf16le'),
    swapped(`\ufeff${words}`),
  ]
  const results = files.map(read)
  assert.deepEqual(
    results.map((result) => result.ok),
    [true, true, true, true],
  )
  assert.equal(new Set(results.map((result) => (result.ok ? result.hash : ''))).size, 1)
})

test('a file in another encoding is refused by its first bad line', () => {
  const latin = Buffer.from(
    'happened_on,kind,facet: role\n2026-11-20,engagement held,ok\n2026-11-20,engagement held,caf\u00e9\n',
    'latin1',
  )
  assert.deepEqual(faultsOf(latin), [[3, null, 'holds letters that are not UTF-8: save the file again as “CSV UTF-8”']])
  assert.deepEqual(faultsOf(Buffer.from(words, 'utf16le').subarray(0, 40)), [
    [1, null, 'holds a null character, which belongs in no text: save the file again as “CSV UTF-8”'],
  ])
  assert.deepEqual(faultsOf('happened_on,kind\n2026-11-20,engage\0ment held'), [
    [2, null, 'holds a null character, which belongs in no text: save the file again as “CSV UTF-8”'],
  ])
})

test('a file without evidence, or with too much of it, is refused', () => {
  assert.deepEqual(faultsOf(''), [[1, null, 'the file is empty']])
  assert.deepEqual(faultsOf('\n\n'), [[1, null, 'the file is empty']])
  assert.deepEqual(faultsOf('happened_on,kind\n'), [[2, null, 'there is no evidence under the first line']])
  const line = '2026-11-20,engagement held\n'
  assert.equal(faultsOf(`happened_on,kind\n${line.repeat(20_000)}`), 'no fault')
  assert.deepEqual(faultsOf(`happened_on,kind\n${line.repeat(20_001)}`), [
    [20_002, null, 'the file has 20,001 lines of evidence: send at most 20,000 at once'],
  ])
})

test('a time is by the clocks of the force, and must have been', () => {
  const told = (on: string, at: string) => {
    const result = read(`happened_on,happened_at,kind\n${on},${at},enquiry received`)
    return result.ok ? result.facts[0]?.happenedAt?.toISOString() : result.faults[0]?.words
  }
  assert.deepEqual(
    [
      told('2026-07-01', '9:05'),
      told('2026-07-01', '2026-06-30T23:30:00Z'),
      told('2026-07-01', '2026-07-01T23:30:00Z'),
      told('2026-03-29', '01:30'),
      told('2026-11-21', '14:01'),
      told('2026-07-01', 'noon'),
    ],
    [
      '2026-07-01T08:05:00.000Z',
      '2026-06-30T23:30:00.000Z',
      '“2026-07-01T23:30:00Z” does not lie on the day in happened_on, 2026-07-01',
      'there was no 01:30 on 2026-03-29: the clocks went forward',
      '14:01 has not come yet: evidence is of what has happened',
      '“noon” is not a time: write it as 14:30',
    ],
  )
})

test('no word that every object knows is a kind or a column', () => {
  assert.deepEqual(faultsOf('happened_on,kind\n2026-11-20,constructor'), [
    [2, 'kind', 'there is no evidence of the kind “constructor”'],
  ])
  assert.deepEqual(faultsOf('happened_on,kind,__proto__\n2026-11-20,engagement held,x'), [
    [1, '__proto__', 'is not a column that we know: the template has them all'],
  ])
})
