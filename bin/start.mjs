import { installed, run } from './runtime.mjs'

const cannotBuild = 2

installed()
const built = await run(['bin/build.ts'])
if (built !== 0 && built !== cannotBuild) process.exit(built)
if (built === cannotBuild) console.error('The program starts from its sources instead, which takes longer.')
process.exit(await run([built === 0 ? 'build/program/main.js' : 'src/main.ts']))
