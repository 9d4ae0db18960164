import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { startEmbedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'

const migrations = join(import.meta.dirname, '..', '..', 'migrations')
const template = 'frankpledge_template'

/** A cluster for tests with a migrated template in it; `npm test` starts one for all files and names it in TEST_DATABASE_URL. */
export async function startTestCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-test-'))
  await chmod(folder, 0o755)
  const { url, data, stop } = await startEmbedded({ folder, durable: false })
  await makeTemplate(url)
  return {
    url,
    stop: async () => {
      await stop()
      await rm(dirname(data), { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(url: string): Promise<void> {
  const server = openDatabase(url, { connections: 1 })
  await server.unsafe(`create database ${template}`)
  await server.end()
  const database = openDatabase(at(url, template), { connections: 1 })
  await migrate(database, migrations)
  await database.end()
}

const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

let own: Promise<string> | undefined

function cluster(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return Promise.resolve(given)
  own ??= startTestCluster().then(({ url, stop }) => {
    // A hook would belong to whichever test came first, and end before the next.
    process.once('beforeExit', () => void stop())
    return url
  })
  return own
}

const made: string[] = []

/** The databases of one file go together, at its end: a server or a job that is still letting go of one must not find it gone. */
function dropAtTheEnd(url: string, name: string): void {
  if (made.length === 0)
    process.once('beforeExit', () => void asServer(url, ...made.map((each) => `drop database ${each} with (force)`)))
  made.push(name)
}

/** The address of a fresh, migrated database that goes when its file's tests have ended. */
export const testDatabaseUrl = (): Promise<string> => copied(template)

/** A fresh copy of a database that is filled once for all test files, by whichever of them needs it first. */
export async function copyOf(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const url = await cluster()
  const server = openDatabase(url, { connections: 1 })
  await server`select pg_advisory_lock(${lockOfFilling})`
  const [filled] = await server`select from pg_database where datname = ${name}`
  if (!filled) {
    await server.unsafe(`create database ${name}_begun template ${template}`)
    await fill(at(url, `${name}_begun`))
    await server.unsafe(`alter database ${name}_begun rename to ${name}`)
  }
  await server.end()
  return copied(name)
}

const lockOfFilling = 7105

async function copied(from: string): Promise<string> {
  const url = await cluster()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asServer(url, `create database ${name} template ${from}`)
  if (process.env['TEST_DATABASE_URL']) dropAtTheEnd(url, name)
  return at(url, name)
}

/** A fresh, migrated database of the test's own. */
export async function testDatabase(t: TestContext): Promise<Database> {
  const database = openDatabase(await testDatabaseUrl(), { connections: 5 })
  t.after(() => database.end({ timeout: 1 }))
  return database
}

async function asServer(url: string, ...statements: readonly string[]): Promise<void> {
  const server = openDatabase(url, { connections: 1 })
  for (const statement of statements) await server.unsafe(statement)
  await server.end()
}
