import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import { openDatabase } from '#platform/database/database.ts'
import { startEmbedded, type Embedded } from '#platform/database/embedded.ts'
import { migrate } from '#platform/database/migrate.ts'
import { readConfig, type Config } from './config.ts'
import { serveSite, type Running } from './serve.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

await main().catch((error: unknown) => {
  console.error(inWords(error))
  process.exit(1)
})

async function main(): Promise<void> {
  const began = performance.now()
  const config = readConfig(process.env, root)
  const embedded = config.databaseUrl === null ? await startEmbedded({ folder: config.dataDir }) : null
  const stopping = stopOnSignals()
  try {
    const url = config.databaseUrl ?? (embedded as Embedded).url
    await prepare(url, config)
    const running = await serveSite(config, url, root)
    tell(running, config, performance.now() - began)
    flushCompileCache()
    await stopping
    console.log('Stopping…')
    await running.stop()
  } finally {
    await embedded?.stop()
  }
  process.exit(0)
}

function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'Another program already listens there: set PORT to another number, as in PORT=3001 npm start.'
  return error.message
}

/** Migrates, and on an empty database loads the demonstration unless the settings refuse it. */
async function prepare(url: string, config: Config): Promise<void> {
  const database = openDatabase(url, { connections: 1 })
  try {
    await migrate(database, join(root, 'migrations'))
    const [force] = await database`select id from force limit 1`
    if (force || !config.demonstration) return
    console.log('Loading the demonstration: two forces, fictional people, a year of evidence…')
    await loadDemonstration(database, { now: new Date(), root })
  } finally {
    await database.end()
  }
}

function stopOnSignals(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function tell({ address, server }: Running, config: Config, ms: number): void {
  const site = config.baseUrl.includes('localhost')
    ? address.replace('127.0.0.1', 'localhost').replace('0.0.0.0', 'localhost')
    : config.baseUrl
  const demonstration = server.routesTable.some(({ path }) => path === '/sign-in/demonstration')
  console.log(`Frankpledge is ready after ${(ms / 1000).toFixed(1)} s: ${site}`)
  if (!demonstration) return
  console.log(`  A contract to read:  ${site}/dorset/west-dorset/contract/2019`)
  console.log(`  Sign in as anybody of the demonstration, by one click: ${site}/sign-in`)
}
