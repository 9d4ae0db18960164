import autocannon from 'autocannon'
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { heading, line } from './measure.ts'

const path = '/dorset/west-dorset/contract/2019'
const seconds = 4

/** Requests a second of the public contract page, kept, revalidated and made anew, beside a bare Fastify answer of the same bytes. */
export async function benchPages(address: string): Promise<void> {
  const answer = await fetch(`${address}${path}`)
  const body = await answer.text()
  const tag = answer.headers.get('etag') ?? ''
  heading(
    `The public contract page, ${Math.round(Buffer.byteLength(body) / 1024)} KB, one server process, 10 connections`,
  )
  const bare = await bareServer(body, tag)
  const plain = await rate(`${bare.address}/`)
  const revalidated = await rate(`${bare.address}/`, { 'if-none-match': tag })
  line('bare Fastify, the same bytes', `${Math.round(plain)} /s`)
  line('bare Fastify, 304 to the same tag', `${Math.round(revalidated)} /s`)
  tell('kept (the usual case)', await rate(`${address}${path}`), plain, 'aim ≥ 0.8')
  tell(
    'revalidated by ETag',
    await rate(`${address}${path}`, { 'if-none-match': tag }),
    revalidated,
    'beside the bare 304',
  )
  tell(
    'made anew each time, from the ledger, another day each time',
    await rate(`${address}${path}`, stranger, everyDay),
    plain,
    'aim ≥ 0.3',
  )
  const live = await rate(`${address}${current}`, stranger)
  tell('made anew each time, the year in force, from kept standings', live, plain, 'aim ≥ 0.3')
  await bare.stop()
}

const current = `/dorset/west-dorset/contract/${currentYear()}`

function currentYear(): number {
  const now = new Date()
  return now.getUTCMonth() > 7 || (now.getUTCMonth() === 7 && now.getUTCDate() >= 2)
    ? now.getUTCFullYear()
    : now.getUTCFullYear() - 1
}

/** A visit with a session’s cookie, even nobody’s, is never answered with a kept page. */
const stranger = { cookie: `frankpledge=${'n'.repeat(43)}` }

let asked = 0
const everyDay = () => `${path}?as-at=${new Date(Date.UTC(2019, 7, 3 + (asked++ % 360))).toISOString().slice(0, 10)}`

const tell = (what: string, perSecond: number, beside: number, note: string) =>
  line(what, `${Math.round(perSecond)} /s`, `${(perSecond / beside).toFixed(2)} of bare (${note})`)

async function rate(url: string, headers: Record<string, string> = {}, pathOf?: () => string): Promise<number> {
  const requests = pathOf
    ? [{ setupRequest: (request: autocannon.Request) => ({ ...request, path: pathOf() }) }]
    : undefined
  await autocannon({ url, headers, connections: 10, duration: 1, ...(requests ? { requests } : {}) })
  const result = await autocannon({
    url,
    headers,
    connections: 10,
    duration: seconds,
    ...(requests ? { requests } : {}),
  })
  if (result.non2xx > 0 && headers['if-none-match'] === undefined)
    throw new Error(`${url} answered ${result.non2xx} requests otherwise than 200`)
  return result.requests.average
}

/** In a process of its own, as the site is. */
async function bareServer(body: string, tag: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'bare.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const address = new Promise<string>((resolve) => child.once('message', (said) => resolve(String(said))))
  child.send({ body, tag })
  return { address: await address, stop: () => ended(child) }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
