import { randomUUID } from 'node:crypto'
import { savePlanned } from '#engagements/planned/planned-engagements.sql.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Database } from '#platform/database/database.ts'
import { addDays, dayAt } from '#platform/day.ts'
import { heading, line } from './measure.ts'
import { bareServer, besides, type Sites } from './pages.ts'

const json = '/open-data/dorset/poole-north/events.json'
const ics = '/dorset/poole-north/events.ics'

/** A team with 500 events. */
export async function planFiveHundred(database: Database): Promise<void> {
  await savePlanned(database, Array.from({ length: 500 }, planned), null)
}

/** Requests a second of 500 events as JSON and as a calendar, kept and made anew, each beside a bare Fastify in the same run. */
export async function benchEvents({ kept, anew }: Sites, databaseUrl: string): Promise<void> {
  const calendar = await (await fetch(anew + ics)).text()
  const ours = await (await fetch(anew + json)).text()
  const base = new URL(/"url":"([^"]+)"/.exec(ours)?.[1] ?? anew).origin
  const head = calendar.slice(0, calendar.indexOf('BEGIN:VEVENT'))
  const bare = await bareServer({ databaseUrl, base, head }, 'bare-events.ts')
  const written = await (await fetch(`${bare.address}/json`)).text()
  heading(`500 events: JSON ${kilobytes(ours)}, .ics ${kilobytes(calendar)}, one server process, 10 connections`)
  line('JSON: the same lines as the bare server writes', String(JSON.stringify(JSON.parse(ours)) === written))
  line(
    '.ics: the same as the bare server writes',
    String((await (await fetch(`${bare.address}/ics`)).text()) === calendar),
  )
  await besides('one query, written as JSON', `${bare.address}/json`, [
    ['JSON made anew', anew + json, {}, 0.85],
    ['JSON kept', kept + json, {}, 0.85],
  ])
  await besides('one query, written as a calendar by hand', `${bare.address}/ics`, [
    ['.ics made anew', anew + ics, {}, 0.7],
    ['.ics kept', kept + ics, {}, 0.7],
  ])
  await bare.stop()
}

const kilobytes = (text: string) => `${Math.round(Buffer.byteLength(text) / 1024)} KB`

const planned = (_: unknown, n: number): PlannedEngagement => ({
  id: randomUUID(),
  seriesId: null,
  teamId: 'dorset/poole-north',
  title: `Street corner meeting ${n}`,
  method: 'surgery',
  place: 'Bucky Doo Square, Bridport',
  location: { latitude: 50.7334, longitude: -2.7582 },
  accessibility: 'In the open on level ground; parking for blue badges in South Street.',
  howToAsk: null,
  heldOn: addDays(dayAt(new Date(), 'Europe/London'), n % 250),
  begins: n < 250 ? '10:00' : '15:00',
  ends: n < 250 ? '11:30' : '16:30',
  ledBy: 'police',
  keyEvent: false,
  communities: [],
  state: 'planned',
  moved: false,
  sequence: 0,
  reason: null,
  changedAt: new Date(),
})
