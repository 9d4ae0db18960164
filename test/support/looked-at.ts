import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What one walk found: each thing looked at with its faults. */
export type LookedAt = {
  readonly of: string
  readonly widths: readonly number[]
  /** Where its pages stand. */
  readonly addresses: readonly string[]
  readonly axe: string
  readonly htmlValidate: string
  readonly faults: Readonly<Record<string, readonly string[]>>
}

/** Left for the accessibility statement where a run is asked to leave it: `bin/record-accessibility.ts` gathers it. */
export function leaveLookedAt(found: Pick<LookedAt, 'of' | 'widths' | 'addresses' | 'faults'>): void {
  const folder = process.env['LOOKED_AT_FOLDER']
  if (folder === undefined) return
  const left: LookedAt = { ...found, axe: versionOf('axe-core'), htmlValidate: versionOf('html-validate') }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${found.of.replace(/\W+/g, '-')}.json`), JSON.stringify(left))
}

function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { version: string }
  return version
}
