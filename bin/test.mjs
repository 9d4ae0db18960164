// Everything: pure rules, the database, whole journeys in a real browser.
import { installed, run } from './runtime.mjs'

installed()
const built = await run(['bin/build.ts'])
process.exit(built === 0 ? await run(['bin/test.ts', ...process.argv.slice(2)]) : built)
