import type { TestContext } from 'node:test'
import { saveTokens } from '#followers/followers.sql.ts'
import { followerRoutes } from '#followers/followers.routes.ts'
import { tellFollowers } from '#followers/tell-followers.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { newKey } from '#platform/link-key.ts'
import { deskOf, saturday } from './desk.ts'

export const site = 'https://police.example'
export const events = '/dorset/west-dorset/events'

/** Ids that say which they are: three surgeries of a series, a market of the same team, and a fair of another. */
export const ids = {
  first: '00000000-0000-4000-8000-000000000001',
  second: '00000000-0000-4000-8000-000000000002',
  third: '00000000-0000-4000-8000-000000000003',
  market: '00000000-0000-4000-8000-000000000004',
  fair: '00000000-0000-4000-8000-000000000005',
} as const

type Waiting = { readonly to: string; readonly subject: string; readonly text: string; readonly leaveAt: string | null }

/** West Dorset with events that a resident can follow, and all mail that is written meanwhile. */
export async function followedTeam(t: TestContext) {
  const { db, server } = await deskOf(t, followerRoutes({ sendsMail: true }))
  await plan(db)
  const mails = () => db<Waiting[]>`
    select to_address as "to", subject, body_text as text, leave_at as "leaveAt" from mail order by written_at, subject, to_address`
  const look = async (url: string) => {
    const answer = await server.inject({ url })
    return { status: answer.statusCode, body: answer.body, headers: answer.headers }
  }
  const send = async (url: string, fields: Readonly<Record<string, string>> = {}) => {
    const payload = new URLSearchParams(fields).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await server.inject({ method: 'POST', url, headers, payload })
    return { status: answer.statusCode, to: answer.headers.location, body: answer.body, headers: answer.headers }
  }
  const ask = (address: string, fields: Readonly<Record<string, string>> = {}, at = `${events}/${ids.first}/follow`) =>
    send(at, { address, follows: 'event', ...fields })
  /** Presses the button behind the link of the newest mail to an address. */
  const confirm = async (address: string) =>
    send(pathIn((await mails()).findLast(({ to }) => to === address)?.text ?? ''))
  const follow = async (address: string, fields: Readonly<Record<string, string>> = {}, at?: string) => {
    await ask(address, fields, at)
    await confirm(address)
    await db`delete from mail where to_address = ${address}`
  }
  const tell = (at = saturday) => tellFollowers(db, { at, site })
  return { db, mails, look, send, ask, confirm, follow, tell }
}

/** The path of the link in a mail. */
export const pathIn = (text: string): string =>
  /https?:\/\/[^/]+(\/follow\/(?:confirm|leave)\/[\w-]{43})/.exec(text)?.[1] ?? ''

/** Changes a date as the desk does: with a greater sequence. */
export const change = (db: Database, id: string, to: Readonly<Record<string, string | boolean>>) => db`
  update planned_engagement set ${db(to)}, sequence = sequence + 1 where id = ${id}`

async function plan(db: Database): Promise<void> {
  const rows = [
    [ids.first, ids.first, 'dorset/west-dorset', 'Library surgery', '2026-12-02'],
    [ids.second, ids.first, 'dorset/west-dorset', 'Library surgery', '2026-12-09'],
    [ids.third, ids.first, 'dorset/west-dorset', 'Library surgery', '2026-12-16'],
    [ids.market, null, 'dorset/west-dorset', 'Christmas market', '2026-12-05'],
    [ids.fair, null, 'dorset/purbeck', 'Fair', '2026-12-05'],
  ] as const
  for (const [id, series, team, title, on] of rows)
    await db`
      insert into planned_engagement (id, series_id, team_id, title, method, place, held_on, begins, ends, led_by, planned_at, changed_at)
      values (${id}, ${series}, ${team}, ${title}, 'surgery', 'Bridport library', ${on}, '10:30', '12:00', 'police', ${saturday}, ${saturday})`
}

/** The links of the newest mail that asks somebody to confirm, and one by which they stop, on a site that sends no mail. */
export async function linksOfFollower(
  databaseUrl: string,
): Promise<{ readonly confirm: string; readonly leave: string }> {
  const database = openDatabase(databaseUrl, { connections: 1 })
  const [mail] = await database<{ text: string; id: string }[]>`
    select body_text as text, replace(about, 'follower/', '') as id from mail order by written_at desc limit 1`
  const { token, hash } = newKey()
  const kept = { hash, followerId: mail?.id ?? '', purpose: 'leave' as const, reminder: false }
  await saveTokens(database, [kept], new Date(), new Date(Date.now() + 60_000))
  await database.end()
  return { confirm: pathIn(mail?.text ?? ''), leave: `/follow/leave/${token}` }
}
