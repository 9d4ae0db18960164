import { join } from 'node:path'
import { personOfToken } from '#people/session.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { readAssets } from '#platform/http/assets.ts'
import { buildServer, type Server } from '#platform/http/server.ts'
import { logSettings } from '#platform/log.ts'
import { startJobs, type Jobs } from '#platform/jobs.ts'
import { isDemonstration } from '#demonstration/is-demonstration.ts'
import { routesOf } from './app.ts'
import type { Config } from './config.ts'
import { jobsOf } from './jobs.ts'
import { siteChromeOf } from './site.ts'

export type Running = { readonly server: Server; readonly address: string; readonly stop: () => Promise<void> }

/** Serves the site and works on its jobs, on a database that is migrated and filled; answers when it listens. */
export async function serveSite(config: Config, databaseUrl: string, root: string): Promise<Running> {
  const database = openDatabase(databaseUrl)
  const demonstration = await isDemonstration(database)
  const assets = readAssets(join(root, 'build', 'assets'))
  const server = await buildServer({
    db: database,
    routes: routesOf({ demonstration }),
    signedIn: (token, now) => personOfToken(database, token, now),
    ready: async () => (await database`select 1`).length === 1,
    siteChrome: siteChromeOf({ demonstration, assetPath: assets.assetPath }),
    assets,
    secureCookies: config.baseUrl.startsWith('https:'),
    log: logSettings(config.logLevel),
    rateLimits: config.rateLimits,
    ...(config.trustProxy === null ? {} : { trustProxy: config.trustProxy }),
  })
  const jobs = await startJobs(databaseUrl, jobsOf(database), (error) =>
    server.log.error({ err: error }, 'a job failed'),
  )
  await followLedger(database, server, jobs)
  const address = await server.listen({ port: config.port, host: config.host })
  return { server, address, stop: () => stop(server, jobs, database) }
}

/** Whatever process adds evidence, every process forgets the pages that showed the team without it. */
async function followLedger(database: Database, server: Server, jobs: Jobs): Promise<void> {
  const forgetAll = () => server.pageCache.forget('')
  const grown = (chain: string) => {
    server.pageCache.forget(chain)
    jobs
      .ask('keep-standings', chain)
      .catch((error: unknown) => server.log.error({ err: error }, 'a job could not be asked for'))
  }
  await database.listen('ledger', grown, forgetAll)
}

async function stop(server: Server, jobs: Jobs, database: Database): Promise<void> {
  await server.stop()
  await jobs.stop()
  await database.end({ timeout: 5 })
}
