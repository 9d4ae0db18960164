import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { paperRoutes } from '#community-panels/votes/paper.routes.ts'
import { panelLinkRoutes } from '#community-panels/members/panel-link.routes.ts'
import { reachRoutes } from '#community-panels/reach/reach.routes.ts'
import { sittingRoutes } from '#community-panels/sittings/sitting.routes.ts'
import { sittingsRoutes } from '#community-panels/sittings/sittings.routes.ts'
import { dayTyped } from '#network/typed-parts.ts'
import { day } from '#platform/day.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { testDatabase } from './database.ts'
import { deskOf, hidden, type Sent } from './desk.ts'
import { smallForce } from './force.ts'

export const sittings = '/desk/dorset/sittings'
export const today = day('2026-11-21')

/** The days of a sitting as its form sends them. */
export const daysOf = (days: Readonly<Record<'opensOn' | 'heldOn' | 'closesOn', string>>): Record<string, string> =>
  Object.assign({}, ...Object.entries(days).map(([name, on]) => dayTyped(name, day(on))))

/** A community panel of today before the contract of West for 2019: its convener, and members with links but no account. */
export async function communityPanel(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const db = await testDatabase(t)
  await smallForce(db)
  const routes = [
    ...sittingsRoutes,
    ...sittingRoutes,
    ...paperRoutes,
    ...reachRoutes,
    ...panelLinkRoutes,
    ...publicRoutes,
  ]
  const { as, server } = await deskOf(t, routes, db)
  const convener = await as('opcc')
  const id = randomUUID()
  const form = {
    id,
    ...daysOf({ opensOn: '2026-11-01', heldOn: '2026-11-21', closesOn: '2026-11-28' }),
    place: 'Bridport town hall',
    contracts: 'dorset/west/2019',
    choices: 'kept its word\npartly kept its word\ndid not keep its word',
    grades: 'good\nfair\npoor',
    ...more,
  }
  const panel = more['panel'] ?? 'community panel'
  const convened = await convener.send(`${sittings}/new?year=2019&panel=${encodeURIComponent(panel)}`, form)
  const one = `${sittings}/${id}`
  const anybody = {
    async look(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
      const answer = await server.inject({ url, headers })
      return { status: answer.statusCode, to: answer.headers.location, body: answer.body }
    },
    async send(url: string, fields: Readonly<Record<string, string>>): Promise<Sent> {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const payload = new URLSearchParams(fields).toString()
      const answer = await server.inject({ method: 'POST', url, headers, payload })
      return { status: answer.statusCode, to: answer.headers.location, body: answer.body }
    },
  }
  const invite = async (label: string) => {
    const page = (await convener.look(one)).body
    const fields = { id: hidden(page, 'id'), linkId: randomUUID(), label, email: '' }
    return linkIn((await convener.send(`${one}/members`, fields)).body)
  }
  const vote = (link: string, choice: string, fields: Readonly<Record<string, string>> = {}) =>
    anybody.send(`${link}/contracts/west`, { id: randomUUID(), 'choice-D-2': choice, grade: 'good', ...fields })
  return { db, as, server, convener, id, one, form, convened, anybody, invite, vote }
}

/** The path of the link that a page shows once. */
export const linkIn = (body: string): string => /\/panel\/[\w-]{43}/.exec(body)?.[0] ?? ''
