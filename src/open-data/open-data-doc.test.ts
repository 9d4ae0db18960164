import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { openFiles } from './files/open-files.ts'
import { ogcRoutes } from './ogc/ogc.routes.ts'
import { openDataRoutes } from './open-data.routes.ts'

const documented = readFileSync(new URL('../../docs/open-data.md', import.meta.url), 'utf8')

test('whoever reads the document finds each address of open data, and no other', () => {
  const told = [...documented.matchAll(/^- `(\/open-data[^`]*)`/gm)].map(([, address]) => address)
  const served = [...openDataRoutes, ...ogcRoutes].map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
  assert.deepEqual(told.toSorted(), served.toSorted())
})

test('whoever reads the document finds each column of each file, in its order', () => {
  for (const { name, columns } of openFiles) {
    const part = documented.split('\n## ').find((each) => each.startsWith(`${name}\n`)) ?? ''
    const told = [...part.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, column, says]) => ({ name: column, says }))
    assert.deepEqual(told, columns, name)
  }
})
