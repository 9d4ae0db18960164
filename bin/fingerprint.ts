import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** Changes with what is in any of the files and with where they are under `root`. */
export function fingerprintOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256')
  // One after another by design: that many small files are read faster so than all at once.
  for (const file of [...files].sort()) hash.update(relative(root, file)).update(readFileSync(file))
  return hash.digest('hex')
}
