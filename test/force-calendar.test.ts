import assert from 'node:assert/strict'
import test from 'node:test'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { deskOf, formOf, hidden, wordsOf } from './support/desk.ts'

const routes = [...engagementRoutes, ...plannedEngagementRoutes]
const teams = ['/desk/dorset/west-dorset', '/desk/dorset/purbeck']

const market = {
  title: 'Market',
  method: 'community event',
  place: 'The square',
  'heldOn-day': '25',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  begins: '10:00',
  ends: '12:00',
  repeat: 'once',
}

test('the calendar of the force shows every team, who is booked twice, and what is not advertised in time', async (t) => {
  const { as } = await deskOf(t, routes)
  const neo = await as('neo')
  for (const [n, team] of teams.entries()) {
    const id = hidden((await neo.look(`${team}/events/new`)).body, 'id')
    await neo.send(`${team}/events/new`, { ...market, id, title: `Market ${n + 1}`, begins: `1${n}:00` })
    await neo.send(`${team}/events/${id}/people`, { part: 'police', person: neo.id })
  }
  const idOfLater = hidden((await neo.look(`${teams[1]}/events/new`)).body, 'id')
  const later = { ...market, id: idOfLater, title: 'Later walk', begins: '13:00', ends: '14:00' }
  await neo.send(`${teams[1]}/events/new`, later)
  await neo.send(`${teams[1]}/events/${idOfLater}/people`, { part: 'police', person: neo.id })
  const far = { ...market, title: 'Fair', 'heldOn-day': '10', 'heldOn-month': '12' }
  await neo.send(`${teams[0]}/events/new`, far)
  const words = wordsOf((await neo.look('/desk/dorset/events')).body)
  assert.match(words, /4 still to be held; 3 of them not advertised in time/)
  assert.match(
    words,
    /West Dorset Market 1 10:00 to 12:00 · The square The neo The neo is also on Market 2 Not advertised in time: two more channels would have been needed by 18 November 2026/,
  )
  assert.doesNotMatch(words, /is also on Later walk/)
  assert.match(words, /Later walk 13:00 to 14:00 · The square The neo Not advertised/)
  assert.match(words, /Purbeck Market 2 11:00 to 12:00 .* West Dorset Fair .* One more channel by 3 December 2026/)
  const own = wordsOf((await neo.look(`${teams[0]}/events?view=week&from=2026-11-25&mine=yes`)).body)
  assert.match(own, /Wednesday 25 November Market 1 .* Thursday 26 November Nothing planned/)
  const list = wordsOf((await neo.look(`${teams[0]}/events?view=list&from=2026-11-25&mine=yes`)).body)
  assert.doesNotMatch(list, /Fair/)
  const pcso = await as('pcso')
  assert.equal((await pcso.look('/desk/dorset/events')).status, 403)
})

test('a force sets when an engagement counts as advertised; what is recorded then counts by it, what was recorded stays', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const [lead, pcso] = [await as('force-lead'), await as('pcso')]
  const settings = '/desk/dorset/settings/advertising'
  const held = async (title: string) => {
    const id = hidden((await pcso.look(`${teams[0]}/events/new`)).body, 'id')
    await pcso.send(`${teams[0]}/events/new`, { ...market, id, title })
    await db`update planned_engagement set held_on = '2026-11-21', begins = '08:00', ends = '09:00' where id = ${id}`
    await db`update planned_engagement_advert set out_on = '2026-11-20' where planned_engagement_id = ${id}`
    const asked = formOf((await pcso.look(`${teams[0]}/engagements/new?event=${id}`)).body)
    await pcso.send(`${teams[0]}/engagements/new`, { ...asked, footfall: 'counted', reached: '9' })
  }
  await held('Before')
  assert.match(wordsOf((await lead.send(settings, { days: '91', channels: '0' })).body), /from 0 to 90 .* from 1 to 11/)
  assert.equal((await lead.send(settings, { days: '1', channels: '1' })).status, 303)
  assert.match((await lead.look(settings)).body, /value="1"/)
  await held('After')
  assert.deepEqual(
    (await db`select facets -> 'advertised' as advertised from evidence order by entry`).map(
      (row) => row['advertised'],
    ),
    [false, true],
  )
  assert.deepEqual(
    [...(await db`select about, detail from audit where verb = 'set advertising'`)],
    [{ about: 'force/dorset', detail: { days: 1, channels: 1, daysBefore: 7, channelsBefore: 2 } }],
  )
  assert.equal((await pcso.send(settings, { days: '0', channels: '1' })).status, 403)
})

test('a force asks its own questions before an engagement is held', async (t) => {
  const { as } = await deskOf(t, routes)
  const [lead, pcso] = [await as('force-lead'), await as('pcso')]
  await lead.send('/desk/dorset/settings/assessment', {
    questions: 'Is it safe?\r\nIs it worth it?\r\n\r\nIs it safe?',
  })
  const id = hidden((await pcso.look(`${teams[0]}/events/new`)).body, 'id')
  await pcso.send(`${teams[0]}/events/new`, { ...market, id })
  const at = `${teams[0]}/events/${id}`
  const asked = formOf((await pcso.look(`${at}/assessment`)).body)
  assert.deepEqual(
    [asked['asked-0'], asked['asked-1'], asked['asked-2']],
    ['Is it safe?', 'Is it worth it?', undefined],
  )
  await pcso.send(`${at}/assessment`, { ...asked, 'met-0': 'yes', 'met-1': 'no', 'note-1': 'Too far' })
  assert.match(wordsOf((await pcso.look(at)).body), /2 of 2 questions answered/)
  await lead.send('/desk/dorset/settings/assessment', { questions: 'Is it worth it?\nIs it safe?' })
  const stale = await pcso.send(`${at}/assessment`, { ...asked, 'met-0': 'yes', 'met-1': 'no' })
  assert.equal(stale.status, 422)
})
