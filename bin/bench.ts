import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { benchAssessments } from '../bench/assessments.ts'
import { benchDocuments } from '../bench/documents.ts'
import { benchEvents, planFiveHundred } from '../bench/events.ts'
import { benchLighthouse } from '../bench/lighthouse.ts'
import { benchMail } from '../bench/mail.ts'
import { benchNetwork } from '../bench/network.ts'
import { benchPages } from '../bench/pages.ts'
import { benchRound } from '../bench/round.ts'
import { benchSilence } from '../bench/silence.ts'
import { benchSitting } from '../bench/sitting.ts'
import { benchStandings } from '../bench/standings.ts'
import { benchInstall, benchStarts } from '../bench/starts.ts'
import { startTestCluster } from '../test/support/database.ts'

const root = join(import.meta.dirname, '..')

/** `npm run bench` measures all of these, `npm run bench standings` one. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  standings: () => onDatabase('standings', (database) => benchStandings(database)),
  silence: () => onDatabase('silence', benchSilence),
  network: () => onDatabase('network', (database) => benchNetwork(database)),
  async assessments() {
    await onDatabase('assessments', benchAssessments)
    await onDemonstration('round', benchRound)
    await onDemonstration('sitting', benchSitting)
  },
  documents: () => onDatabase('documents', benchDocuments),
  pages: () => onDemonstration('pages', (_database, url) => onSites(url, (sites) => benchPages(sites, url))),
  events: () =>
    onDemonstration('events', async (database, url) => {
      await planFiveHundred(database)
      await onSites(url, (sites) => benchEvents(sites, url))
    }),
  mail: () => onDatabase('mail', benchMail),
  lighthouse: () => onDemonstration('lighthouse', (_database, url) => onSite(url, {}, benchLighthouse)),
  starts: benchStarts,
  install: benchInstall,
}

const asked = process.argv[2]
if (asked !== undefined && !Object.hasOwn(parts, asked)) {
  console.error(`There is no part “${asked}” to measure: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const cluster = await startTestCluster()
for (const [name, measure] of Object.entries(parts)) if (asked === undefined || asked === name) await measure()
await cluster.stop()
process.exit(0)

async function onDemonstration(name: string, work: (database: Database, url: string) => Promise<void>): Promise<void> {
  await onDatabase(name, async (database, url) => {
    await loadDemonstration(database, { now: new Date(), root })
    await work(database, url)
  })
}

async function onDatabase(name: string, work: (database: Database, url: string) => Promise<void>) {
  const server = openDatabase(cluster.url, { connections: 1 })
  await server.unsafe(`create database bench_${name} template frankpledge_template`)
  await server.end()
  const url = Object.assign(new URL(cluster.url), { pathname: `/bench_${name}` }).href
  const database = openDatabase(url)
  await work(database, url)
  await database.end()
}

/** One that keeps its pages, and one that makes each anew. */
function onSites(url: string, work: (sites: { kept: string; anew: string }) => Promise<void>): Promise<void> {
  return onSite(url, {}, (kept) => onSite(url, { KEPT_PAGES: '0' }, (anew) => work({ kept, anew })))
}

/** The site in a process of its own, as users meet it. */
async function onSite(
  databaseUrl: string,
  settings: Readonly<Record<string, string>>,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const usual = { DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'warn', RATE_LIMITS: 'off' }
  const environment = { ...process.env, ...usual, ...settings }
  const site = spawn(process.execPath, ['build/program/main.js'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve) => {
    site.stdout.on('data', (text) => {
      const found = /http:\/\/localhost:\d+/.exec(String(text))
      if (found) resolve(found[0])
    })
  })
  await work(address.replace('localhost', '127.0.0.1'))
  site.kill('SIGTERM')
  await new Promise((resolve) => site.once('exit', resolve))
}
