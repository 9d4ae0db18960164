import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installed, root, run } from './runtime.mjs'

installed()
// Where the builders are not installed (a production install), the assets were built beforehand.
if (existsSync(join(root, 'node_modules', 'esbuild'))) {
  const built = await run(['bin/build.ts'])
  if (built !== 0) process.exit(built)
}
process.exit(await run(['src/main.ts']))
