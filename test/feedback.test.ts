import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { feedbackRoutes } from '#feedback/feedback.routes.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { deskOf, hidden, saturday, wordsOf } from './support/desk.ts'

const event = '0b1e0000-0000-4000-8000-000000000001'
const address = `/dorset/west-dorset/events/${event}/feedback`
const desk = '/desk/dorset/west-dorset'
const aMinuteAgo = new Date(saturday.getTime() - 60_000)

/** A market that began at ten on the Saturday at which the desk sits, at two. */
async function market(t: TestContext, changes: { heldOn?: string; begins?: string; state?: string } = {}) {
  const { db, as, server } = await deskOf(t, [...feedbackRoutes, ...publicRoutes])
  const { heldOn = '2026-11-21', begins = '10:00', state = 'planned' } = changes
  await db`
    insert into planned_engagement (id, team_id, title, method, place, held_on, begins, ends, led_by, state, reason,
      planned_at, changed_at)
    values (${event}, 'dorset/west-dorset', 'Saturday market', 'community event', 'Bridport', ${heldOn}, ${begins}, '23:00',
      'police', ${state}, 'Storm', ${saturday}, ${saturday})`
  const send = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    })
  return { db, as, server, send }
}

/** The fields of a form that was given out at some time, as somebody filled it in. */
async function filled(db: Database, changes: Readonly<Record<string, string>> = {}, at = aMinuteAgo) {
  const id = changes['id'] ?? randomUUID()
  const stamp = stampOf(await secretOf(db), { formId: id, about: event, at })
  return { id, stamp, worthwhile: '4', listenedTo: '5', words: 'More seats, please', website: '', ...changes }
}

const kept = async (db: Database) => [
  ...(await db`select worthwhile, listened_to as "listenedTo", words from feedback order by received_at, id`),
]

test('whoever was there says what they thought without an account, and it is evidence without their words', async (t) => {
  const { db, server, send } = await market(t)
  const asked = await server.inject(address)
  assert.equal(asked.statusCode, 200)
  assert.deepEqual([asked.headers['set-cookie'], asked.headers['cache-control']], [undefined, 'no-store'])
  assert.match(wordsOf(asked.body), /This is not for reporting crime, and nobody reads it at once\. Call 999/)
  const sent = await send(await filled(db))
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, `${address}/thanks`])
  assert.match(wordsOf((await server.inject(`${address}/thanks`)).body), /Thank you We have what you said, and not who/)
  assert.deepEqual(await kept(db), [{ worthwhile: 4, listenedTo: 5, words: 'More seats, please' }])
  const rows = await db`select kind, happened_on, recorded_by, quantities, facets, about, source from evidence`
  const [{ id } = { id: '' }] = await db<{ id: string }[]>`select id from feedback`
  assert.deepEqual(
    [...rows],
    [
      {
        kind: 'feedback received',
        happened_on: '2026-11-21',
        recorded_by: null,
        quantities: { score: 9, 'out of': 10 },
        facets: { to: 'Force', topic: 'engagement' },
        about: `engagement/${event}`,
        source: `feedback/${id}`,
      },
    ],
  )
  assert.deepEqual(
    [...(await db`select verb, about, person_id, detail from audit`)],
    [{ verb: 'give feedback', about: `feedback/${id}`, person_id: null, detail: {} }],
  )
})

test('a form sent twice is kept once', async (t) => {
  const { db, send } = await market(t)
  const form = await filled(db)
  assert.deepEqual([(await send(form)).statusCode, (await send({ ...form, worthwhile: '1' })).statusCode], [303, 303])
  assert.deepEqual(await kept(db), [{ worthwhile: 4, listenedTo: 5, words: 'More seats, please' }])
  assert.equal((await db`select from evidence`).length, 1)
})

test('mistakes stand beside their questions, and what was typed stays', async (t) => {
  const { db, send } = await market(t)
  const form = await filled(db, { worthwhile: '6', listenedTo: '', words: 'x'.repeat(501) })
  const { statusCode, body } = await send(form)
  const found = [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, at, words]) => [at, words])
  assert.deepEqual(
    [statusCode, found],
    [
      422,
      [
        ['worthwhile', 'Choose whether it was worth your time'],
        ['listenedTo', 'Choose whether you felt listened to'],
        ['words', 'Use 500 characters or fewer'],
      ],
    ],
  )
  assert.ok(body.includes('x'.repeat(501)))
  assert.deepEqual([hidden(body, 'id'), hidden(body, 'stamp')], [form.id, form.stamp])
  assert.deepEqual(await kept(db), [])
})

test('what a program sends is turned away, and a person who is taken for one can send it again', async (t) => {
  const { db, send } = await market(t)
  const good = await filled(db)
  const other = await filled(db)
  const refused: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ ...good, website: 'https://spam.example' }, /A field that should stay empty was filled in/],
    [await filled(db, {}, new Date(saturday.getTime() - 1000)), /That was very quick/],
    [await filled(db, {}, new Date(saturday.getTime() - 25 * 3_600_000)), /This page was open for a long time/],
    [await filled(db, {}, new Date(saturday.getTime() + 3_600_000)), /That was very quick/],
    [{ ...good, stamp: other.stamp }, /This form did not arrive whole/],
    [{ ...good, stamp: '' }, /This form did not arrive whole/],
    [{ ...good, stamp: `${saturday.getTime() - 60_000}.AAAA` }, /This form did not arrive whole/],
    [{ ...good, id: 'x' }, /This form did not arrive whole/],
  ]
  for (const [form, words] of refused) {
    const { statusCode, body } = await send(form)
    assert.equal(statusCode, 422)
    assert.match(body, words)
    assert.match(body, /More seats, please/)
    assert.equal(hidden(body, 'id').length, 36)
  }
  assert.equal((await send(good, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  assert.deepEqual(await kept(db), [])
  assert.equal((await send(good)).statusCode, 303)
})

test('people are asked from the hour at which it begins until fourteen days after, and never of what was cancelled', async (t) => {
  const answers: number[][] = []
  for (const changes of [
    { begins: '14:01' },
    { begins: '14:00' },
    { heldOn: '2026-11-07' },
    { heldOn: '2026-11-06' },
    { state: 'held' },
    { state: 'cancelled' },
  ])
    await t.test(JSON.stringify(changes), async (one) => {
      const { db, server, send } = await market(one, changes)
      const asked = await server.inject(address)
      answers.push([asked.statusCode, (await send(await filled(db))).statusCode])
      if (asked.statusCode === 409)
        assert.match(wordsOf(asked.body), /Nobody is asked about this now (You c|This was c)/)
    })
  const [closed, open] = [
    [409, 409],
    [200, 303],
  ]
  assert.deepEqual(answers, [closed, open, open, closed, open, closed])
})

test('the desk reads the means of each engagement, and may erase words that name somebody', async (t) => {
  const { db, as, send } = await market(t)
  await send(await filled(db))
  await send(await filled(db, { worthwhile: '1', listenedTo: '2', words: 'PC Somebody was rude' }))
  await send(await filled(db, { worthwhile: '5', listenedTo: '5', words: '' }))
  const pcso = await as('pcso')
  assert.match(
    wordsOf((await pcso.look(`${desk}/feedback`)).body),
    /Answers 3 Worth their time 3\.3 of 5, on average Felt listened to 4\.0 of 5, on average .*21 November 2026 Saturday market 3 answers · worth it 3\.3 · listened to 4\.0/,
  )
  const read = (await pcso.look(`${desk}/events/${event}/feedback`)).body
  assert.match(wordsOf(read), /worth it 1 of 5 · listened to 2 of 5 PC Somebody was rude/)
  assert.doesNotMatch(read, /Erase these words/)
  const [{ id } = { id: '' }] = await db<{ id: string }[]>`select id from feedback where worthwhile = 1`
  assert.equal((await pcso.send(`${desk}/feedback/${id}/erase`, {})).status, 403)
  const sergeant = await as('sergeant')
  assert.match((await sergeant.look(`${desk}/events/${event}/feedback`)).body, /Erase these words/)
  const elsewhere = await (await as('inspector')).send(`/desk/dorset/purbeck/feedback/${id}/erase`, {})
  assert.equal(elsewhere.status, 404)
  const erased = await sergeant.send(`${desk}/feedback/${id}/erase`, {})
  assert.deepEqual([erased.status, erased.to], [303, `${desk}/events/${event}/feedback`])
  assert.deepEqual(
    [...(await db`select worthwhile, words from feedback where id = ${id}`)],
    [{ worthwhile: 1, words: '' }],
  )
  assert.equal((await db`select from audit where verb = 'erase words of feedback'`).length, 1)
})

test('a sheet to hang up leads by its code to the three questions', async (t) => {
  const { as } = await market(t)
  const { status, body } = await (await as('pcso')).look(`${desk}/events/${event}/feedback.pdf`)
  assert.equal(status, 200)
  assert.ok(body.startsWith('%PDF-1.7'))
  assert.match(body, /StructTreeRoot/)
})
