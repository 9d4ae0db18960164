import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { insertPerson } from '#people/people.sql.ts'
import { beginSession } from '#people/session.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { readConfig } from '../../src/config.ts'
import { serveSite } from '../../src/serve.ts'
import { browser } from './browser.ts'
import { testDatabaseUrl } from './database.ts'
import { root } from './site.ts'

export type FieldSite = Awaited<ReturnType<typeof fieldSite>>
export type Colleague = { readonly id: string; readonly token: string }

/** The whole site for one force of one team, which can be stopped and started again at its address. */
export async function fieldSite(t: TestContext, assets = root) {
  const databaseUrl = await testDatabaseUrl()
  const db = openDatabase(databaseUrl, { connections: 2 })
  await db`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await db`insert into team (id, force_id, slug, name) values ('dorset/west-dorset', 'dorset', 'west-dorset', 'West Dorset')`
  const serve = (port: number) =>
    serveSite(readConfig({ PORT: String(port), LOG_LEVEL: 'silent', RATE_LIMITS: 'off' }, root), databaseUrl, assets)
  let running = await serve(0)
  const url = running.address
  // Phones go first: one that is still sending would keep asking a desk that is going down.
  const phones: BrowserContext[] = []
  t.after(async () => {
    await Promise.all(phones.map((phone) => phone.close()))
    await running.stop()
    await db.end({ timeout: 1 })
  })
  return {
    db,
    url,
    phones,
    stop: () => running.stop(),
    start: async () => void (running = await serve(Number(new URL(url).port))),
    colleague: (name: string) => colleagueOf(db, name),
  }
}

async function colleagueOf(db: Database, name: string): Promise<Colleague> {
  const person = { name, role: 'pcso', forceId: 'dorset', teamId: 'dorset/west-dorset', fictional: true } as const
  const id =
    (await insertPerson(db, { ...person, email: `${randomUUID()}@example.org`, passwordHash: null }, new Date())) ?? ''
  return { id, token: await beginSession(db, id, new Date(), null) }
}

/** A phone of its own with the app on it, signed in and ready to lose its signal. */
export async function phoneOf(site: FieldSite, person: Colleague, own?: BrowserContext) {
  const context =
    own ?? (await (await browser()).newContext({ viewport: { width: 320, height: 640 }, locale: 'en-GB' }))
  if (!own) site.phones.push(context)
  await signIn(context, site, person.token)
  return { context, page: await openApp(context, site) }
}

/** Signs a phone in as somebody; whoever was signed in before is so no longer. */
export const signIn = (context: BrowserContext, { url }: FieldSite, token: string) =>
  context.addCookies([
    { name: 'frankpledge', value: token, url, httpOnly: true, sameSite: 'Lax', expires: Date.now() / 1000 + 43_200 },
  ])

/** Opens the app in a tab and waits until its worker could open it without signal and it has heard from the desk. */
export async function openApp(context: BrowserContext, { url }: FieldSite): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/field`)
  await page.evaluate('navigator.serviceWorker.ready')
  await page.getByText('Calendar as of').waitFor()
  return page
}

/** What the line at the bottom of the app says. */
export const lineOf = (page: Page): Promise<string> => page.locator('#queue-line p').first().innerText()

/** Waits until the line at the bottom says this. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('#queue-line').getByText(words).first().waitFor()

/** Records an engagement as a thumb would. */
export async function recordOn(page: Page, place: string, reached: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/field#record/new`)
  await page.getByLabel('Where?').fill(place)
  await page.getByLabel('How did you meet people?').selectOption({ label: 'Patrol contact' })
  await page.getByRole('textbox', { name: 'Reached' }).fill(reached)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Recorded on this phone' }).waitFor()
}

/** Puts many records into a phone's queue at once, sealed as the app seals them; answers their ids in order. */
export async function queueOn(page: Page, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  await page.evaluate(`(${sealInto})(${JSON.stringify(ids)})`)
  return ids
}

/** Runs in the page, which this program knows no types of. */
const sealInto = `async (ids) => {
  const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' }
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
  const database = await done(indexedDB.open('frankpledge-field'))
  const [key] = await done(database.transaction('keys').objectStore('keys').getAll())
  const publicKey = await crypto.subtle.importKey('jwk', key.publicKey, rsa, false, ['encrypt'])
  const sealed = async (n) => {
    const fields = { title: 'Record ' + n, method: 'patrol contact', place: 'Corner', dated: 'by the clock', reached: String(n) }
    const own = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const words = new TextEncoder().encode(JSON.stringify({ team: 'dorset/west-dorset', fields }))
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own, words)
    return { key: await crypto.subtle.encrypt(rsa, publicKey, await crypto.subtle.exportKey('raw', own)), iv, bytes }
  }
  const record = async (id, n) => ({ id, owner: key.person, state: 'waiting', madeAt: Date.now(), sealed: await sealed(n), answer: null, photo: null })
  const rows = await Promise.all(ids.map(record))
  const writing = database.transaction('records', 'readwrite')
  for (const row of rows) writing.objectStore('records').add(row)
  await new Promise((resolve) => (writing.oncomplete = resolve))
  database.close()
}`

/** Which engagements the desk holds in the order they were kept, and how often the ledger tells of each. */
export async function keptAt({ db }: FieldSite): Promise<{ id: string; times: number }[]> {
  return [
    ...(await db<{ id: string; times: number }[]>`
      select e.id, count(v.entry) as times, min(v.entry) as first from engagement e
      left join evidence v on v.source = 'engagement/' || e.id group by e.id order by first`),
  ].map(({ id, times }) => ({ id, times }))
}

/** Waits until the desk holds so many engagements. */
export async function untilKept({ db }: FieldSite, count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await db<{ count: number }[]>`select count(*) as count from engagement`
    if (row && row.count >= count) return
    await wait(50)
  }
  throw new Error(`the desk does not hold ${count} engagements after ten seconds`)
}

export const once = (ids: readonly string[]) => ids.map((id) => ({ id, times: 1 }))
