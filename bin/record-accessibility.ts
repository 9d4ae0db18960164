import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LookedAt } from '../test/support/looked-at.ts'

/**
 * Looks at every page as `npm test` does, and writes down what was found for the accessibility statement. Where test files are
 * named, only their ways are gone again; what was found on other ways on the same day stays.
 */
const root = join(import.meta.dirname, '..')
const path = join(root, 'accessibility', 'last-run.json')
const folder = mkdtempSync(join(tmpdir(), 'looked-at-'))
const named = process.argv.slice(2)
const tests = named.length > 0 ? named : globSync('test/accessibility-*.test.ts', { cwd: root }).sort()
const { status } = spawnSync(process.execPath, ['bin/test.ts', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LOOKED_AT_FOLDER: folder },
})
const looked = readdirSync(folder)
  .sort()
  .map((name): LookedAt => JSON.parse(readFileSync(join(folder, name), 'utf8')))
rmSync(folder, { recursive: true })
const [first] = looked
if (first) writeFileSync(path, JSON.stringify(runOf(first), null, 2) + '\n')
process.exit(first ? (status ?? 1) : 1)

function runOf({ axe, htmlValidate, widths }: LookedAt) {
  const on = new Date().toISOString().slice(0, 10)
  const anew = looked.map(walkOf)
  const walks = [...anew, ...stillTrue(on, anew)].sort((a, b) => (a.of < b.of ? -1 : 1))
  return { on, axe, htmlValidate, widths, walks }
}

type Walk = { readonly of: string }

function stillTrue(on: string, anew: readonly Walk[]): Walk[] {
  if (named.length === 0) return []
  const before = JSON.parse(readFileSync(path, 'utf8')) as { on: string; walks: Walk[] }
  return before.on === on ? before.walks.filter((walk) => !anew.some(({ of }) => of === walk.of)) : []
}

function walkOf({ of, addresses, faults }: LookedAt) {
  const pages = [...new Set(Object.keys(faults).map(anyEvent))]
  const found = Object.entries(faults).flatMap(([page, each]) => each.map((fault) => ({ page: anyEvent(page), fault })))
  return { of, addresses: [...new Set(addresses.map(anyKey))].sort(), pages, faults: found }
}

/** Each demonstration has events of its own days, so any of them stands for all. */
function anyEvent(page: string): string {
  return page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
}

/** A link of somebody's own is nobody else's. */
function anyKey(address: string): string {
  return anyEvent(address).replace(/[\w-]{40,}/g, '…')
}
