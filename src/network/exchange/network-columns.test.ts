import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { fieldNames, fields } from './network-columns.ts'

test('the columns that are documented are those that a network file may have, in their order and with their meaning', () => {
  const documented = readFileSync(new URL('../../../docs/network-columns.md', import.meta.url), 'utf8')
  const rows = [...documented.matchAll(/^\| `(\w+)` \| (.+?) \|$/gm)].map((row) => row.slice(1, 3))
  assert.deepEqual(
    rows,
    fieldNames.map((name) => [name, fields[name].words]),
  )
})
