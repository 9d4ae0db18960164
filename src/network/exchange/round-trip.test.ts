import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { csv } from '#platform/http/answers.ts'
import { waysToReach } from '../key-individual.ts'
import { organisationKinds } from '../organisation.ts'
import { postRoles } from '../post.ts'
import { emailPattern, namesThem } from '../told-patterns.ts'
import { csvRows } from './export-network.ts'
import type { RowOut } from './export.sql.ts'
import { guessedMapping } from './network-columns.ts'
import { headingsOf, isCards, readImport, textOf } from './read-import.ts'
import { inLines, inOneLine } from './told-row.ts'
import { vcards } from './write-vcards.ts'

const unit = fc.constantFrom(...'aZé ñ,;:\\"\'=+-@/.()ل عאש中😀\u0301\t'.split(''), 'n', '\\n', '\n', '\r\n')
const words = (most: number) =>
  fc
    .string({ unit, minLength: 1, maxLength: most })
    .map((written) => inOneLine(written.toWellFormed().replace(/^[\s']+/, '')))
    .filter((written) => written !== '')
const lines = fc.string({ unit, minLength: 1, maxLength: 80 }).map((written) => inLines(written.toWellFormed().replace(/^[\s']+/, ''))) // prettier-ignore
const plainWords = words(20).map((written) => inOneLine(written.replaceAll(/[;,]/g, ''))).filter((written) => written !== '' && !written.startsWith("'")) // prettier-ignore
const language = fc.oneof(
  fc.constantFrom('Welsh', 'Polish', 'Cantonese', 'British Sign Language', 'polish'),
  plainWords,
)
const listed = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { maxLength: 5 })
const email = fc.emailAddress().map((one) => one.toLowerCase()).filter((one) => emailPattern.test(one) && !one.startsWith("'")) // prettier-ignore

const held: fc.Arbitrary<RowOut> = fc
  .record({
    id: fc.uuid(),
    name: words(100),
    email: fc.option(email),
    telephone: fc.option(fc.constantFrom('01305 222222', '+44 (0)1305 222 222', '01305 222222 ext 4')),
    address: fc.option(lines).map((written) => written || null),
    languages: listed(language),
    reachBy: fc.option(fc.constantFrom(...waysToReach)),
    speaksFor: fc.constantFrom('traders of Bridport', 'Bradpole; Loders, Uploders', 'anglers (sea)'),
    tags: listed(plainWords),
    organisation: words(120),
    organisationKind: fc.constantFrom(...organisationKinds),
    role: fc.constantFrom(...postRoles),
    ward: fc.oneof(fc.constant(''), words(60)),
    place: fc.oneof(fc.constant(''), words(60)),
    postcode: fc.option(fc.constantFrom('DT6 3LF', 'EX39 1AA')),
    website: fc.option(fc.constantFrom('https://bridport.example/a,b;c', 'https://bridport.example')),
  })
  .filter(({ name, speaksFor }) => !namesThem(name, speaksFor))

/** What our own reader makes of a file of one row, in the words in which it went out; and what it finds wrong. */
function broughtIn(text: string): {
  readonly row: Readonly<Record<string, unknown>>
  readonly faults: readonly unknown[]
} {
  const mapping = isCards(text) ? [] : guessedMapping(headingsOf(text, 'network.csv').headings)
  const told = [...readImport(text, mapping, 'dorset/west-dorset')]
  const [first] = told.flatMap(({ row }) => (row ? [row] : []))
  const faults = told.flatMap((one) => one.faults)
  if (!first) return { row: {}, faults }
  const {
    individualId: _id,
    line: _line,
    digits: _digits,
    nameFolded: _name,
    organisationFolded: _folded,
    ...row
  } = first
  return { row, faults }
}

test('a person goes out as a card and comes in again as they were: languages, for whom they speak, how to reach them', () => {
  fc.assert(
    fc.property(held, (row) => {
      const { id: _id, ...whole } = row
      assert.deepEqual(broughtIn(vcards([row])), { row: whole, faults: [] })
    }),
    { numRuns: 400 },
  )
})

test('a person goes out as a row of a spreadsheet and comes in again as they were, with an address of several lines', () => {
  fc.assert(
    fc.property(held, (row) => {
      const { id: _id, ...whole } = row
      const file = textOf(Buffer.from(csv('network.csv', csvRows([row])).body), 'network.csv')
      assert.deepEqual(broughtIn(file), { row: whole, faults: [] })
    }),
    { numRuns: 400 },
  )
})

/** The other program takes an escaped backslash before a comma for an escaped comma. */
const withoutBackslashes = (row: RowOut): RowOut => JSON.parse(JSON.stringify(row).replaceAll('\\\\', '/'))

test('a card is read by a program that is none of ours, and no line of it is longer than 75 bytes (RFC 6350)', () => {
  fc.assert(
    fc.property(held.map(withoutBackslashes), (row) => {
      const text = vcards([row])
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
      const [, properties] = ICAL.parse(text) as [string, [string, unknown, string, ...unknown[]][]]
      const values = (name: string) => properties.filter(([one]) => one === name).map(([, , , ...told]) => told)
      const expected = {
        version: [['4.0']],
        fn: [[row.name]],
        email: row.email === null ? [] : [[row.email]],
        tel: row.telephone === null ? [] : [[row.telephone]],
        adr: row.address === null ? [] : [[['', '', row.address, '', '', '', '']]],
        org: [[row.organisation]],
        role: [[row.role]],
        categories: row.tags.length === 0 ? [] : [row.tags],
        url: row.website === null ? [] : [[row.website]],
      }
      const read = Object.fromEntries(Object.keys(expected).map((name) => [name, values(name)]))
      assert.deepEqual(read, expected)
      assert.deepEqual(values('lang').flat().length + values('x-language').length, row.languages.length)
    }),
    { numRuns: 200 },
  )
})

test('an organisation for which nobody stands goes out and comes in as an organisation', () => {
  const row = { id: null, name: '', email: null, telephone: null, address: null, languages: [], reachBy: null, speaksFor: '', tags: [], organisation: 'Loders Parish Council', organisationKind: 'parish', role: null, ward: null, place: 'Loders', postcode: 'DT6 3SA', website: null } // prettier-ignore
  for (const text of [vcards([row]), textOf(Buffer.from(csv('a.csv', csvRows([row])).body), 'a.csv')]) {
    const { row: told, faults } = broughtIn(text)
    const { organisation, organisationKind, place, postcode, name } = told
    assert.deepEqual(
      { organisation, organisationKind, place, postcode, name, faults },
      { organisation: 'Loders Parish Council', organisationKind: 'parish', place: 'Loders', postcode: 'DT6 3SA', name: '', faults: [] }, // prettier-ignore
    )
  }
})
