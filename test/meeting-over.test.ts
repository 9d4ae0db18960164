import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { forgetOver } from '#engagements/planned/forget-over.ts'
import { openDatabase } from '#platform/database/database.ts'
import { addDays, dayAt, instantAt } from '#platform/day.ts'
import { readConfig } from '../src/config.ts'
import { serveSite } from '../src/serve.ts'
import { demonstrationUrl } from './support/demonstration.ts'
import { root } from './support/site.ts'

const team = 'dorset/west-dorset'
const tomorrow = addDays(dayAt(new Date(), 'Europe/London'), 1)
const at = (time: string) => instantAt(tomorrow, time, 'Europe/London')

/** The site by a clock that the test sets, with a surgery of West Dorset tomorrow from seven past ten to 11:43, when nothing else ends. */
async function withSurgery(t: TestContext) {
  const databaseUrl = await demonstrationUrl()
  const clock = { now: at('09:00') }
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMITS: 'off' }, root)
  const { address, stop } = await serveSite(config, databaseUrl, root, () => clock.now)
  const db = openDatabase(databaseUrl, { connections: 1 })
  t.after(async () => {
    await db.end()
    await stop()
  })
  await db`
    insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, planned_at, changed_at)
    values (${randomUUID()}, ${team}, 'Fictional surgery', 'surgery', 'Library', ${tomorrow}, '10:07', '11:43', 'police', now(), now())`
  const tells = async (path: string) => (await (await fetch(`${address}${path}`)).text()).includes('Fictional surgery')
  return { db, clock, tells }
}

const pages = [`/${team}`, `/${team}/embed/next`, `/${team}/events`, `/${team}/events/embed`, `/${team}/events.atom`]

test('a meeting is next until the minute it ends and not after it, on pages that were kept too', async (t) => {
  const { db, clock, tells } = await withSurgery(t)
  const told = () => Promise.all(pages.map(tells))
  await forgetOver(db, at('11:42'))
  clock.now = at('11:42')
  assert.deepEqual(await told(), [true, true, true, true, true])
  assert.deepEqual(await told(), [true, true, true, true, true], 'as they are kept')

  clock.now = at('11:43')
  assert.deepEqual([await forgetOver(db, clock.now), await forgetOver(db, at('11:44'))], [1, 0])
  for (let tries = 0; tries < 100 && (await tells(pages[0] ?? '')); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  assert.deepEqual(await told(), [false, false, false, false, false])
})

test('what is over is asked of the clocks of the force', async (t) => {
  const { db, clock, tells } = await withSurgery(t)
  clock.now = at('11:43')
  assert.deepEqual(await Promise.all(pages.map(tells)), [false, false, false, false, false])
  await db`update force set time_zone = 'Atlantic/Azores' where id = 'dorset'`
  await forgetOver(db, at('11:00'))
  assert.equal(await forgetOver(db, at('11:44')), 0)
  assert.ok((await forgetOver(db, at('12:43'))) > 0)
})
