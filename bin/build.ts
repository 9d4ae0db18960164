import { join } from 'node:path'
import { buildAssets } from './build-assets.ts'
import { buildProgram } from './build-program.ts'

/**
 * Builds what was changed since it was last built: `build/assets` for browsers, `build/program` for a quick start. Exits with 2
 * where that cannot be done here.
 */
const root = join(import.meta.dirname, '..')

try {
  await told('assets', buildAssets)
  await told('program', buildProgram)
} catch (error) {
  if (!cannotBuild(error)) throw error
  console.error(`What was built is of other sources, and it cannot be built here (${error.message.split('\n')[0]}).`)
  process.exitCode = 2
}

async function told(what: string, build: (root: string) => Promise<boolean>): Promise<void> {
  const began = performance.now()
  const wasNeeded = await build(root)
  const ms = Math.round(performance.now() - began)
  console.log(wasNeeded ? `${what} built in ${ms} ms` : `${what} up to date (${ms} ms)`)
}

/** The builders are not part of a production install, and a folder may be there to be read only. */
function cannotBuild(error: unknown): error is Error {
  const codes = ['ERR_MODULE_NOT_FOUND', 'EROFS', 'EACCES', 'EPERM']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
