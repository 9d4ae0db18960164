import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { fictionalPersonOf } from '#demonstration/fictional-people.ts'
import { insertPerson } from '#people/people.sql.ts'
import { beginSession } from '#people/session.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { identityOf } from '#platform/identity.ts'
import { readConfig } from '../../src/config.ts'
import { serveSite } from '../../src/serve.ts'
import { browser } from './browser.ts'
import { demonstrationUrl } from './demonstration.ts'
import { saturday } from './desk.ts'

const root = join(import.meta.dirname, '..', '..')
const phone = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }
const screen = { viewport: { width: 1280, height: 900 } }

/** Those who sign in, by what they are to the year. */
const accounts = {
  sergeant: fictionalPersonOf('sergeant'),
  inspector: fictionalPersonOf('inspector'),
  smt: fictionalPersonOf('smt'),
  pcso: fictionalPersonOf('pcso'),
  chair: fictionalPersonOf('opcc'),
  member: identityOf('fictional person Morgan Fictional (OPCC panel)'),
  conflicted: identityOf('fictional person Kim Fictional (OPCC panel)'),
} as const
export type Account = keyof typeof accounts | 'colleague'

/** The demonstration with ten people, of whom eight sign in and two have phones alone, and a clock that the test moves. */
export async function fullYear(t: TestContext) {
  let now = saturday
  const databaseUrl = await demonstrationUrl(saturday)
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: 'off' }, root)
  const running = await serveSite(config, databaseUrl, root, () => now)
  const db = openDatabase(databaseUrl, { connections: 2 })
  t.after(async () => {
    await db.end()
    await running.stop()
  })
  const ids = { ...accounts, colleague: await secondSergeant(db) }
  const pages = {} as Record<Account, Page>
  for (const name of Object.keys(ids) as Account[]) pages[name] = await pageOf(screen)
  /** It is noon of another day: whoever had signed in does so again. */
  const moveTo = async (on: string) => {
    now = new Date(`${on}T12:00:00Z`)
    for (const [name, page] of Object.entries(pages)) {
      const value = await beginSession(db, ids[name as Account], now, null)
      await page.context().addCookies([{ name: 'frankpledge', value, url: running.address }])
    }
  }
  const routes = running.server.routesTable.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return {
    url: running.address,
    db,
    routes,
    moveTo,
    pages,
    community: await pageOf(phone),
    resident: await pageOf(phone),
  }
}

export type FullYear = Awaited<ReturnType<typeof fullYear>>

const pageOf = async (options: BrowserContextOptions): Promise<Page> =>
  (await (await browser()).newContext(options)).newPage()

async function secondSergeant(db: Database): Promise<string> {
  const person = {
    name: 'Toni Fictional (Sergeant)',
    role: 'sergeant',
    forceId: 'dorset',
    teamId: 'dorset/west-dorset',
  }
  const rest = { email: 'second@example.org', passwordHash: null, fictional: true }
  return (await insertPerson(db, { ...person, role: 'sergeant', ...rest }, saturday)) ?? ''
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const words = (page: Page) => page.locator('main').innerText()

/** Fills in the three boxes of a day. */
export async function fillDay(page: Page, group: string, on: string): Promise<void> {
  const parts = on.split('-')
  for (const [n, part] of ['Year', 'Month', 'Day'].entries())
    await page
      .getByRole('group', { name: group })
      .getByLabel(part)
      .fill(parts[n] ?? '')
}
