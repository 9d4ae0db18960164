import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { everyone, fits } from '#platform/http/routes.ts'
import { lastAudit } from '#web-pages/accessibility/audit.ts'
import { routesOf } from '../src/app.ts'
import { publicPages } from './support/public-pages.ts'

/** The ways through the site that the tests go, as they name them. */
const walked = globSync('accessibility-*.test.ts', { cwd: import.meta.dirname }).flatMap((name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8')
  return [...text.matchAll(/^nobodyIsShutOut\(\s*'([^']+)'/gm)].map(([, of]) => of ?? '')
})

test('the accessibility statement tells of exactly the ways that the tests go: else run bin/record-accessibility.ts', () => {
  assert.ok(walked.length > 5)
  assert.deepEqual(lastAudit.walks.map(({ of }) => of).sort(), walked.sort())
})

const lastRun = JSON.parse(readFileSync(join(import.meta.dirname, '../accessibility/last-run.json'), 'utf8')) as {
  walks: { addresses: string[] }[]
}
const lookedAt = lastRun.walks.flatMap(({ addresses }) => addresses)

/** Not a page: what other programs read, what is kept as a file, and what only leads on. */
const isNoPage = (path: string): boolean =>
  /\.\w+$|^\/api\/|^\/open-data\/|^\/look\/|:file|:photo$/.test(path) || leadOn.includes(path)

const leadOn: readonly string[] = ['/:force/:team/contract']

test('no page that anybody may open is left out when pages are looked at', () => {
  const pages = routesOf({ demonstration: true, sendsMail: true }).filter(
    ({ method, guard, path }) => method === 'GET' && guard === everyone && !isNoPage(path),
  )
  assert.ok(pages.length > 40)
  assert.deepEqual(
    pages.map(({ path }) => path).filter((path) => !lookedAt.some((address) => fits(path, address))),
    [],
  )
})

test('the accessibility statement lists every public page that is tested, and no other', () => {
  const told = lastAudit.walks.find(({ of }) => of === 'any public page')?.pages ?? []
  assert.deepEqual(
    told.filter((path) => !path.includes('…')),
    [...publicPages],
  )
})
