import { join } from 'node:path'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import { openDatabase } from '#platform/database/database.ts'
import { spawn } from 'node:child_process'
import { benchAssessments } from '../bench/assessments.ts'
import { benchDocuments } from '../bench/documents.ts'
import { benchEvents, planFiveHundred } from '../bench/events.ts'
import { benchLighthouse } from '../bench/lighthouse.ts'
import { benchMail } from '../bench/mail.ts'
import { benchNetwork } from '../bench/network.ts'
import { benchRound } from '../bench/round.ts'
import { benchPages } from '../bench/pages.ts'
import { benchSilence } from '../bench/silence.ts'
import { benchStandings } from '../bench/standings.ts'
import { benchInstall, benchStarts } from '../bench/starts.ts'
import { startTestCluster } from '../test/support/database.ts'

/** `npm run bench`, or `npm run bench standings` for one part: standings, silence, documents, pages, events, mail, lighthouse, starts, install. */
const asked = process.argv[2]
const root = join(import.meta.dirname, '..')
const wants = (part: string) => asked === undefined || asked === part

const cluster = await startTestCluster()
if (wants('standings')) await onDatabase('standings', (database) => benchStandings(database))
if (wants('silence')) await onDatabase('silence', benchSilence)
if (wants('network')) await onDatabase('network', (database) => benchNetwork(database))
if (wants('assessments')) {
  await onDatabase('assessments', benchAssessments)
  await onDatabase('round', async (database) => {
    await loadDemonstration(database, { now: new Date(), root })
    await benchRound(database)
  })
}
if (wants('documents')) await onDatabase('documents', benchDocuments)
if (wants('pages'))
  await onDatabase('pages', async (database, url) => {
    await loadDemonstration(database, { now: new Date(), root })
    await onSite(url, {}, (kept) => onSite(url, { KEPT_PAGES: '0' }, (anew) => benchPages({ kept, anew }, url)))
  })
if (wants('events'))
  await onDatabase('events', async (database, url) => {
    await loadDemonstration(database, { now: new Date(), root })
    await planFiveHundred(database)
    await onSite(url, {}, (kept) => onSite(url, { KEPT_PAGES: '0' }, (anew) => benchEvents({ kept, anew }, url)))
  })
if (wants('lighthouse'))
  await onDatabase('lighthouse', async (database, url) => {
    await loadDemonstration(database, { now: new Date(), root })
    await onSite(url, {}, benchLighthouse)
  })
if (wants('mail')) await onDatabase('mail', benchMail)
await cluster.stop()
if (wants('starts')) await benchStarts()
if (wants('install')) await benchInstall()
process.exit(0)

async function onDatabase(
  name: string,
  work: (database: ReturnType<typeof openDatabase>, url: string) => Promise<void>,
) {
  const server = openDatabase(cluster.url, { connections: 1 })
  await server.unsafe(`create database bench_${name} template frankpledge_template`)
  await server.end()
  const url = Object.assign(new URL(cluster.url), { pathname: `/bench_${name}` }).href
  const database = openDatabase(url)
  await work(database, url)
  await database.end()
}

/** The site in a process of its own, as users meet it. */
async function onSite(
  databaseUrl: string,
  settings: Readonly<Record<string, string>>,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const usual = { DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'warn', RATE_LIMITS: 'off' }
  const environment = { ...process.env, ...usual, ...settings }
  const site = spawn(process.execPath, ['src/main.ts'], {
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
