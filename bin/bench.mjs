import { installed, run } from './runtime.mjs'

installed()
const built = await run(['bin/build.ts'])
process.exit(built === 0 ? await run(['bin/bench.ts', ...process.argv.slice(2)]) : built)
