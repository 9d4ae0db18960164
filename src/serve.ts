import { join } from 'node:path'
import { knownAppearances, type KnownAppearances } from '#areas/appearance/known-appearances.ts'
import { personOfToken } from '#people/session.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { readAssets } from '#platform/http/assets.ts'
import { buildServer, type Server } from '#platform/http/server.ts'
import { logSettings } from '#platform/log.ts'
import { startJobs, type Jobs } from '#platform/jobs.ts'
import { openOutbox, type Outbox } from '#platform/mail/open-outbox.ts'
import { isDemonstration } from '#demonstration/is-demonstration.ts'
import { routesOf } from './app.ts'
import type { Config } from './config.ts'
import { jobsOf } from './jobs.ts'
import { siteChromeOf } from './site.ts'

export type Running = { readonly server: Server; readonly address: string; readonly stop: () => Promise<void> }

/**
 * Serves the site and works on its jobs, on a database that is migrated and filled; answers when it listens. The clock is the
 * machine’s unless another is given.
 */
export async function serveSite(
  config: Config,
  databaseUrl: string,
  root: string,
  clock: () => Date = () => new Date(),
): Promise<Running> {
  const database = openDatabase(databaseUrl)
  const demonstration = await isDemonstration(database)
  const assets = readAssets(join(root, 'build', 'assets'))
  const appearances = await knownAppearances(database)
  const server = await buildServer({
    db: database,
    routes: routesOf({ demonstration, sendsMail: config.mail !== null }),
    signedIn: (token, now) => personOfToken(database, token, now),
    ready: async () => (await database`select 1`).length === 1,
    siteChrome: siteChromeOf({
      demonstration,
      assetPath: assets.assetPath,
      baseUrl: config.baseUrl,
      lookOf: appearances.lookOf,
    }),
    assets,
    secureCookies: config.baseUrl.startsWith('https:'),
    log: logSettings(config.logLevel),
    rateLimits: config.rateLimits,
    clock,
    keptPages: config.keptPages,
    languagesOf: appearances.languagesOf,
    ...(config.trustProxy === null ? {} : { trustProxy: config.trustProxy }),
  })
  const outbox = config.mail === null ? null : await openOutbox(databaseUrl, config.mail)
  const jobs = await startJobs(databaseUrl, jobsOf(database, { site: config.baseUrl, outbox }), (error) =>
    server.log.error({ err: error }, 'a job failed'),
  )
  await followLedger(database, server, jobs, appearances)
  if (outbox !== null) await database.listen('mail', () => ask(server, jobs, 'send-mail', 'mail'))
  const address = await server.listen({ port: config.port, host: config.host })
  return { server, address, stop: () => stop(server, jobs, database, outbox) }
}

/** Whatever process adds evidence, every process forgets the pages that showed the team without it. */
async function followLedger(
  database: Database,
  server: Server,
  jobs: Jobs,
  appearances: KnownAppearances,
): Promise<void> {
  const lookAgain = (forget: string) =>
    void appearances.readAgain().then(
      () => server.pageCache.forget(forget),
      (error: unknown) => server.log.error({ err: error }, 'how forces look could not be read'),
    )
  const forgetAll = () => lookAgain('')
  const grown = (chain: string) => {
    server.pageCache.forget(chain)
    // What a force gives of all its teams is kept under `dorset|`.
    server.pageCache.forget(`${chain.split('/')[0]}|`)
    if (!chain.includes('/')) lookAgain(chain)
    ask(server, jobs, 'keep-standings', chain)
    ask(server, jobs, 'tell-followers', chain)
  }
  await database.listen('ledger', grown, forgetAll)
}

function ask(server: Server, jobs: Jobs, name: string, about: string): void {
  jobs.ask(name, about).catch((error: unknown) => server.log.error({ err: error }, 'a job could not be asked for'))
}

async function stop(server: Server, jobs: Jobs, database: Database, outbox: Outbox | null): Promise<void> {
  await server.stop()
  await jobs.stop()
  await outbox?.close()
  await database.end({ timeout: 5 })
}
