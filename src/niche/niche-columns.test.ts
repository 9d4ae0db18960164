import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { nicheColumns } from './niche-columns.ts'

test('the columns that are documented are those that go out, in their order and with their meaning', () => {
  const documented = readFileSync(new URL('../../docs/niche-columns.md', import.meta.url), 'utf8')
  const rows = [...documented.matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\|$/gm)].map((row) => row.slice(1, 4))
  assert.deepEqual(
    rows,
    nicheColumns.map(({ name, means, back }) => [name, means, back]),
  )
})
