import autocannon from 'autocannon'
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { heading, line, middle, ms } from './measure.ts'

const seconds = 4

/** Two servers of the site on one database: one keeps its pages, the other makes each anew. */
export type Sites = { readonly kept: string; readonly anew: string }

const pages = [
  ['The neighbourhood page', '/dorset/west-dorset'],
  ['A contract in force', `/dorset/west-dorset/contract/${currentYear()}`],
] as const

/** Requests a second of public pages, kept, revalidated and made anew, each beside a bare Fastify in the same run. */
export async function benchPages(sites: Sites, databaseUrl: string): Promise<void> {
  for (const [what, path] of pages) {
    const answer = await fetch(sites.kept + path)
    const body = await answer.text()
    const tag = { 'if-none-match': answer.headers.get('etag') ?? '' }
    heading(`${what}, ${Math.round(Buffer.byteLength(body) / 1024)} KB, one server process, 10 connections`)
    const bare = await bareServer({ body, databaseUrl })
    await besides('the same bytes from a buffer', `${bare.address}/`, [['kept', sites.kept + path, {}, 0.8]])
    await besides('“hello”', `${bare.address}/hello`, [['not changed (304)', sites.kept + path, tag, 0.8]])
    await besides('one query, the same bytes', `${bare.address}/asked`, [
      ['made anew, one query asks what changed', sites.anew + path, {}, 0.3],
    ])
    line(
      'the first visit after something changed, all of it read again',
      ms(await afterChange(sites.anew + path, databaseUrl)),
    )
    await bare.stop()
  }
}

/** Milliseconds of a visit that finds that nothing read before holds any longer: the middle of thirty. */
async function afterChange(url: string, databaseUrl: string): Promise<number> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const change = () => pagesChanged(database, 'dorset/west-dorset')
  const taken = await middle(30, async () => (await fetch(url)).text(), change)
  await database.end()
  return taken
}

type Beside = readonly [what: string, url: string, headers: Record<string, string>, aim: number]

/** The baseline is measured before and after what stands beside it, so that a busier moment weighs on both. */
export async function besides(bare: string, bareUrl: string, all: readonly Beside[]): Promise<void> {
  for (const [what, url, headers, aim] of all) {
    const before = await rate(bareUrl)
    const measured = await rate(url, headers)
    const baseline = (before + (await rate(bareUrl))) / 2
    line(`bare Fastify, ${bare}`, `${Math.round(baseline)} /s`)
    line(what, `${Math.round(measured)} /s`, `${(measured / baseline).toFixed(2)} of bare (aim ≥ ${aim})`)
  }
}

function currentYear(): number {
  const now = new Date()
  return now.getUTCMonth() > 7 || (now.getUTCMonth() === 7 && now.getUTCDate() >= 2)
    ? now.getUTCFullYear()
    : now.getUTCFullYear() - 1
}

async function rate(url: string, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, headers, connections: 10, duration: 1 })
  const result = await autocannon({ url, headers, connections: 10, duration: seconds })
  if (result.non2xx > 0 && headers['if-none-match'] === undefined)
    throw new Error(`${url} answered ${result.non2xx} requests otherwise than 200`)
  return result.requests.average
}

/** In a process of its own, as the site is. */
export async function bareServer(told: Readonly<Record<string, string>>, file = 'bare.ts') {
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const address = new Promise<string>((resolve) => child.once('message', (said) => resolve(String(said))))
  child.send(told)
  return { address: await address, stop: () => ended(child) }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
