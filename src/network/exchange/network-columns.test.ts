import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { languageInWords, ownNames } from './card-names.ts'
import { fieldNames, fields } from './network-columns.ts'
import { mostLinesOfRow } from './read-csv.ts'

const documented = readFileSync(new URL('../../../docs/network-columns.md', import.meta.url), 'utf8')

test('the columns that are documented are those that a network file may have, in their order and with their meaning', () => {
  const rows = [...documented.matchAll(/^\| `(\w+)` \| (.+?) \|$/gm)].map((row) => row.slice(1, 3))
  assert.deepEqual(
    rows,
    fieldNames.map((name) => [name, fields[name].words]),
  )
})

test('what a card holds under names of our own is documented, and how many lines a row may have', () => {
  const rows = [...documented.matchAll(/^\| `(X-[\w-]+)` \| `(\w+)` \|$/gm)].map(([, name, field]) => [field, name])
  assert.deepEqual(rows, Object.entries(ownNames))
  assert.ok(documented.includes(`\`${languageInWords}\``))
  assert.match(documented, new RegExp(`A row may run\\s+over ${mostLinesOfRow} lines`))
})
