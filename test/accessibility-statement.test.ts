import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { lastAudit } from '#web-pages/accessibility/audit.ts'
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

test('the accessibility statement lists every public page that is tested, and no other', () => {
  const told = lastAudit.walks.find(({ of }) => of === 'any public page')?.pages ?? []
  assert.deepEqual(
    told.filter((path) => !path.includes('…')),
    [...publicPages],
  )
})
