import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { kinds } from '#measures/kinds.ts'
import { frameworkJsonSchema } from './json-schema.ts'
import { readFramework } from './load-framework.ts'

/** One standard with one measure, each part on a line of its own. */
const lines = [
  '{',
  '  "id": "dorset-2031", "title": "Dorset 2031", "force": "dorset",',
  '  "from": "2031-01-01", "to": null, "source": "made for a test",',
  '  "standards": [',
  '    {',
  '      "id": "D-1", "title": "Meet people", "keyElements": [],',
  '      "measures": [',
  '        { "id": "D1.1", "title": "Clerks are met", "measures": [',
  '          { "measure": "cadence",',
  '            "of": { "kind": "contact made", "where": { "briefing": true } },',
  '            "expected": { "subject": "council clerk" },',
  '            "every": "FREQ=MONTHLY;INTERVAL=6" }',
  '        ] }',
  '      ]',
  '    }',
  '  ]',
  '}',
]

/** Reads the framework with one line (counted from 1) written otherwise. */
function withLine(line: number, text: string) {
  return readFramework(lines.with(line - 1, text).join('\n'), kinds)
}

const refused = (line: number, words: string) => ({ ok: false, faults: [{ line, words }] })

test('a framework without a fault is read, and what it leaves out is empty', () => {
  const read = readFramework(lines.join('\r\n'), kinds)
  assert.ok(read.ok)
  assert.deepEqual([read.framework.pillars, read.framework.serviceStandards, read.framework.duties], [[], [], []])
  assert.equal(read.framework.standards[0]?.measures[0]?.measures[0]?.measure, 'cadence')
})

const faulty: [what: string, line: number, text: string, words: string][] = [
  ['a comma forgotten', 3, '  "from": "2031-01-01" "to": null, "source": "x",', 'a comma is expected here'],
  ['a comment', 4, '  "standards": [ // ten of them', 'a framework file has no comments'],
  [
    'a field that does not exist',
    2,
    '"id": "a", "title": "A", "force": "dorset", "titel": "B",',
    'there is no field “titel” here',
  ],
  [
    'a name given twice',
    2,
    '"id": "a", "title": "A", "force": "dorset", "id": "b",',
    '“id” is written twice in the same object',
  ],
  [
    'a day that is none',
    3,
    '"from": "2031-02-29", "to": null, "source": "x",',
    '“from” must be a day written YYYY-MM-DD',
  ],
  [
    'an end before its start',
    3,
    '"from": "2031-02-28", "to": "2031-01-01", "source": "x",',
    'the framework ends before it starts',
  ],
  [
    'an id used twice',
    8,
    '{ "id": "D-1", "title": "Clerks are met", "measures": [',
    '“D-1” is used twice: it is already on line 6',
  ],
  [
    'a rule that is none',
    12,
    '"every": "FREQ=FORTNIGHTLY" }',
    '“every”: FREQ=FORTNIGHTLY is not an RFC 5545 rule: Invalid FREQ value: FORTNIGHTLY',
  ],
  [
    'a rule that never happens',
    12,
    '"every": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }',
    '“every”: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 never happens: no day answers it',
  ],
  ['a number where a rule belongs', 12, '"every": 6 }', '“every” must be a text in double quotes'],
  [
    'a kind of evidence that does not exist',
    10,
    '"of": { "kind": "contact made up" },',
    'there is no evidence of the kind “contact made up”',
  ],
  [
    'a subject that the evidence never touches',
    11,
    '"expected": { "subject": "social account" },',
    '“contact made” never touches a social account',
  ],
]

for (const [what, line, text, words] of faulty)
  test(`a framework with ${what} is refused, naming the line`, () => {
    const wanted = what.startsWith('a subject') ? 10 : line
    assert.deepEqual(withLine(line, text), refused(wanted, words))
  })

test('a facet that the evidence does not have is named on its own line', () => {
  const read = withLine(10, '"of": { "kind": "contact made",\n "where": { "brefing": true } },')
  assert.deepEqual(read.ok ? [] : read.faults.map(({ line, words }) => [line, words.slice(0, 41)]), [
    [11, '“contact made” has no facet “brefing”; it'],
  ])
})

test('a measure that the language does not have is named with those that it has', () => {
  const read = withLine(9, '{ "measure": "rhythm",')
  assert.deepEqual(
    read,
    refused(
      9,
      'there is no “measure” “rhythm”; it is one of count, sum, distinct, coverage, cadence, growth, share, latency, age, present, judged',
    ),
  )
})

test('a missing field is named on the line of the object that lacks it', () => {
  const read = withLine(12, '"grace": "P6W" }')
  assert.deepEqual(read, refused(9, '“every” is missing'))
})

test('every fault of a file is told at once, in order of lines', () => {
  const text = lines
    .with(2, '"from": "soon", "to": null, "source": "x",')
    .with(9, '"of": { "kind": "wishes" },')
    .join('\n')
  const read = readFramework(text, kinds)
  assert.deepEqual(read, {
    ok: false,
    faults: [
      { line: 3, words: '“from” must be a day written YYYY-MM-DD' },
      { line: 10, words: 'there is no evidence of the kind “wishes”' },
    ],
  })
})

test('a duty that serves a standard which the framework lacks is refused', () => {
  const duty =
    '"duties": [{ "ref": "R1", "text": "t", "who": "w", "with": [], "standards": ["D-9"], "measures": [{ "measure": "present", "of": { "kind": "plan published" } }] }]'
  assert.deepEqual(withLine(16, `  ], ${duty}`), refused(16, 'there is no standard “D-9” in this framework'))
})

test('a form whose heading serves a standard which the framework lacks is refused', () => {
  const form =
    '"form": { "part1": [{ "heading": "h", "asks": "a" }], "part2": [{ "heading": "h", "standards": ["D-9"] }], "part3": { "goodPractice": "g", "tools": "t" } }'
  assert.deepEqual(withLine(16, `  ], ${form}`), refused(16, 'there is no standard “D-9” in this framework'))
})

test('files that are no framework at all are refused calmly', () => {
  assert.deepEqual(
    readFramework('', kinds),
    refused(1, 'a value is expected here; is there a comma too many before it?'),
  )
  assert.deepEqual(readFramework('[]', kinds), refused(1, 'the framework must be an object { … }'))
  assert.deepEqual(
    readFramework('['.repeat(100_000), kinds),
    refused(1, 'lists and objects lie too deep in each other'),
  )
  assert.deepEqual(readFramework(' '.repeat(2 * 1024 * 1024 + 1), kinds), refused(1, 'the file is larger than 2 MB'))
})

test('the JSON Schema that editors use says what the program asks', () => {
  const kept = readFileSync(new URL('../../frameworks/schema.json', import.meta.url), 'utf8')
  assert.deepEqual(JSON.parse(kept), JSON.parse(frameworkJsonSchema()))
})
