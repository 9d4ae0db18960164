import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { unpackChromium } from '../test/support/chromium.ts'
import { startTestCluster } from '../test/support/database.ts'

/** Runs the tests named, or all, against one database server that every test file shares. */
const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const files =
  asked.length > 0
    ? asked
    : globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts'], { cwd: root }).sort()

await unpackChromium()
const cluster = await startTestCluster()
const tests = spawn(process.execPath, ['--test', '--test-concurrency=2', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: cluster.url },
})
const code = await new Promise<number>((resolve) => tests.once('exit', (status) => resolve(status ?? 1)))
await cluster.stop()
process.exit(code)
