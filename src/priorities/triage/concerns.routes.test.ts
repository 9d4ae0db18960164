import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { closeOutRoutes } from '#engagements/held/close-out.routes.ts'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { notedRoutes } from '#engagements/held/noted.routes.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { openDatabase } from '#platform/database/database.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { demonstrationSite } from '../../../test/support/site.ts'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { forgetConcernAddresses } from '#priorities/raised/say-not-fixed.ts'

const routes = [...oversightRoutes, ...engagementRoutes, ...closeOutRoutes, ...notedRoutes, ...priorityRoutes]
const team = 'dorset/west-dorset'
const desk = `/desk/${team}`
const market = { title: 'Bridport market', method: 'community event', place: 'Bucky Doo Square', reached: '120' }

test('concerns are listed newest first, by neighbourhood and words, and handed over as a spreadsheet', async (t) => {
  const { db, as } = await deskOf(t, routes)
  await db`insert into neighbourhood (force_id, id, name, team_id) values
    ('dorset', 'N1', 'Bridport', ${team}), ('dorset', 'N2', 'Lyme', ${team})`
  const pcso = await as('pcso')
  const told = [
    ['2026-11-18', 'N1', 'Litter'],
    ['2026-11-20', 'N2', '=Speeding'],
    ['2026-11-19', 'N1', 'Speeding'],
  ] as const
  for (const [heldOn, neighbourhood, concern] of told)
    await pcso.send(`${desk}/engagements/new`, { ...market, heldOn, neighbourhood, concern })
  const listed = async (query: string) =>
    [...(await pcso.look(`${desk}/concerns${query}`)).body.matchAll(/week-row__what">([^<]+)</g)].map(
      ([, words]) => words,
    )
  assert.deepEqual(await listed(''), ['=Speeding', 'Speeding', 'Litter'])
  assert.deepEqual(await listed('?neighbourhood=N1'), ['Speeding', 'Litter'])
  assert.deepEqual(await listed('?words=SPEED&neighbourhood=N1'), ['Speeding'])
  const { body } = await pcso.look(`${desk}/concerns.csv?neighbourhood=N2`)
  assert.match(
    body,
    /^\ufeffraised_on,source,words,[^\r]+\r\n2026-11-20,event,'=Speeding,N2,Lyme,Bridport market,Bucky Doo Square,,,[\w-]+\r\n$/,
  )
})

test('whoever left an address is told why it is no priority, once, and the address is forgotten thirty days later', async (t) => {
  const { db, server, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const id = randomUUID()
  const stamp = stampOf(await secretOf(db), { formId: id, about: team, at: new Date(saturday.getTime() - 5000) })
  const sent = { id, stamp, words: 'Potholes in the lane', address: 'r@example.org' }
  const post = (fields: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url: `/${team}/tell-us`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  for (const wrong of [
    { ...sent, stamp: '' },
    { ...sent, website: 'x' },
    { ...sent, address: 'r@' },
    { ...sent, words: ' ' },
    { ...sent, neighbourhood: 'N9' },
  ])
    assert.equal((await post(wrong)).statusCode, 422)
  assert.deepEqual([...(await db`select id from concern_sent`)], [])
  for (const _ of ['once', 'twice']) assert.equal((await post(sent)).statusCode, 303)
  await db`update concern_address set confirmed_at = ${saturday}`

  const answer = { decision: 'not ours', words: 'Tell the council on its website.' }
  assert.equal((await pcso.send(`${desk}/concerns/${id}`, { decision: 'not ours', words: '' })).status, 422)
  assert.equal((await pcso.send(`${desk}/concerns/${id}`, answer)).status, 303)
  const late = await (
    await as('sergeant')
  ).send(`${desk}/concerns/${id}`, { decision: 'answered', words: 'We typed this.' })
  assert.deepEqual(
    [
      late.status,
      /Somebody decided on this concern while you typed/.test(late.body),
      /We typed this\./.test(late.body),
    ],
    [409, true, true],
  )
  const mails = await db<
    { to: string; text: string }[]
  >`select to_address as "to", body_text as text from mail order by asks_first desc`
  assert.deepEqual(
    mails.map(({ to, text }) => [to, text.includes('Tell the council on its website.')]),
    [
      ['r@example.org', false],
      ['r@example.org', true],
    ],
    'one mail asks, one answers',
  )
  assert.deepEqual(
    [...(await db`select kind, about, source from evidence order by entry`)],
    ['concern raised', 'concern answered'].map((kind) => ({ kind, about: `concern/${id}`, source: `concern/${id}` })),
  )
  const day = 24 * 60 * 60_000
  assert.equal(await forgetConcernAddresses(db, new Date(saturday.getTime() + 29 * day)), 0)
  assert.equal(await forgetConcernAddresses(db, new Date(saturday.getTime() + 31 * day)), 1)
  assert.deepEqual([...(await db`select address from concern_address`)], [])
})

test('a concern nobody has decided on for more than a week stands in This week', async (t) => {
  const { as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  await pcso.send(`${desk}/engagements/new`, { ...market, heldOn: '2026-11-14', concern: 'Litter' })
  assert.doesNotMatch(wordsOf((await pcso.look(desk)).body), /waits for a decision/)
  await pcso.send(`${desk}/engagements/new`, { ...market, heldOn: '2026-11-13', concern: 'Noise' })
  assert.match(
    wordsOf((await pcso.look(desk)).body),
    /Concerns and priorities 1 One concern waits for a decision The oldest was raised 13 November 2026/,
  )
})

test('words that somebody sent are erased for good, and their concern still counts', async (t) => {
  const { db, server, as } = await deskOf(t, routes)
  const sergeant = await as('sergeant')
  const id = randomUUID()
  const stamp = stampOf(await secretOf(db), { formId: id, about: team, at: new Date(saturday.getTime() - 5000) })
  await server.inject({
    method: 'POST',
    url: `/${team}/tell-us`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ id, stamp, words: 'Mr Fictional shouts', place: 'His house' }).toString(),
  })
  const at = `${desk}/concerns/sent/${id}/words`
  assert.equal((await (await as('pcso')).send(at, { words: '' })).status, 403)
  assert.equal((await sergeant.send(at, { words: '' })).status, 303)
  assert.deepEqual([...(await db`select words, place from concern_sent`)], [{ words: null, place: '' }])
  assert.deepEqual(
    [...(await db`select kind, effect from evidence order by entry`)],
    [
      { kind: 'concern raised', effect: 'states' },
      { kind: 'concern raised', effect: 'erases' },
    ],
  )
  assert.equal((await sergeant.send(at, { words: 'Again' })).status, 409)
})

test('of five hundred concerns a minute from one address most are refused, and none is kept by half', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t, { RATE_LIMITS: 'on' })
  const database = openDatabase(databaseUrl, { connections: 1 })
  t.after(() => database.end())
  const secret = await secretOf(database)
  const [before] = await counted(database)
  const statuses = await Promise.all(
    Array.from({ length: 500 }, async (_, n) => {
      const id = randomUUID()
      const stamp = stampOf(secret, { formId: id, about: team, at: new Date(Date.now() - 60_000) })
      const body = new URLSearchParams({ id, stamp, words: `Noise ${n}`, address: `r${n}@example.org` })
      return (await fetch(`${url}/${team}/tell-us`, { method: 'POST', redirect: 'manual', body })).status
    }),
  )
  const taken = statuses.filter((status) => status === 303).length
  assert.ok(taken >= 1 && taken <= 20, `${taken} were taken`)
  assert.equal(statuses.filter((status) => status === 429).length, 500 - taken)
  const [after] = await counted(database)
  assert.deepEqual(
    [after.sent - before.sent, after.addresses - before.addresses, after.raised - before.raised],
    [taken, taken, taken],
  )
})

const counted = (database: ReturnType<typeof openDatabase>) => database<
  [{ sent: number; addresses: number; raised: number }]
>`
  select (select count(*)::int from concern_sent) as sent, (select count(*)::int from concern_address) as addresses,
    (select count(*)::int from evidence where source like 'concern/%') as raised`
