import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { hidden, saturday, wordsOf } from './support/desk.ts'
import { aMinuteAgo, desk, filled, id, ofPage, ofPriority, team, working, type Course } from './support/opinions.ts'

const kept = async (db: Database) => [
  ...(await db`select part, priority_id, first, second, words from opinion order by received_at, id`),
]

for (const [what, { about, address }, named] of [
  ['a priority', ofPriority, { topic: 'priorities', about: 'priority/speeding' }],
  ['the page', ofPage, { topic: 'web page', about: `${team}/web-section/priorities` }],
] as const)
  test(`whoever says what they think of ${what} needs no account, and it is evidence without their words`, async (t) => {
    const { db, server, send } = await working(t)
    await db`
      insert into subject (id, force_id, team_id, kind, label, starts_on)
      values (${`${team}/web-section/priorities`}, 'dorset', ${team}, 'web section', 'Local policing priorities', '2026-01-01')`
    const asked = await server.inject(address)
    assert.deepEqual(
      [asked.statusCode, asked.headers['set-cookie'], asked.headers['cache-control']],
      [200, undefined, 'no-store'],
    )
    assert.match(wordsOf(asked.body), /This is not for reporting crime, and nobody reads it at once\. Call 999/)
    const form = await filled(db, about)
    const sent = [await send(address, form), await send(address, { ...form, first: '1' })]
    const [path, query = ''] = address.split('?')
    const thanks = `${path}/thanks${query && `?${query}`}`
    assert.deepEqual(
      sent.map(({ statusCode, headers }) => [statusCode, headers.location]),
      [
        [303, thanks],
        [303, thanks],
      ],
    )
    assert.match(wordsOf((await server.inject(thanks)).body), /Thank you We have what you said, and not who/)
    assert.deepEqual(
      (await kept(db)).map(({ first, second, words }) => [first, second, words]),
      [[4, 2, 'More signs']],
    )
    assert.deepEqual(
      [...(await db`select kind, recorded_by, quantities, facets, about, source from evidence`)],
      [
        {
          kind: 'feedback received',
          recorded_by: null,
          quantities: { score: 6, 'out of': 10 },
          facets: { to: 'Force', topic: named.topic },
          about: named.about,
          source: `opinion/${form.id}`,
        },
      ],
    )
    assert.deepEqual(
      [...(await db`select verb, about, person_id, detail from audit`)],
      [{ verb: 'give feedback', about: `opinion/${form.id}`, person_id: null, detail: {} }],
    )
  })

test('mistakes stand beside their questions, and what was typed stays, however long', async (t) => {
  const { db, send } = await working(t)
  const form = await filled(db, ofPriority.about, { first: '6', second: '', words: 'x'.repeat(10_000) })
  const { statusCode, body } = await send(ofPriority.address, form)
  const found = [...body.matchAll(/<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, at, words]) => [at, words])
  assert.deepEqual(
    [statusCode, found],
    [
      422,
      [
        ['first', 'Choose whether it was the right thing'],
        ['second', 'Choose whether what we did was worth it'],
        ['words', 'Use 500 characters or fewer'],
      ],
    ],
  )
  assert.ok(body.includes('x'.repeat(10_000)))
  assert.deepEqual([hidden(body, 'id'), hidden(body, 'stamp')], [form.id, form.stamp])
  assert.equal((await send(ofPriority.address, { ...form, words: 'x'.repeat(20_000) })).statusCode, 413)
  assert.deepEqual(await kept(db), [])
})

test('what a program sends of a page is turned away, and a stamp is good for what it was given out for alone', async (t) => {
  const { db, send } = await working(t)
  const good = await filled(db, ofPage.about)
  const refused: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ ...good, website: 'https://spam.example' }, /A field that should stay empty was filled in/],
    [await filled(db, ofPage.about, {}, new Date(saturday.getTime() - 1000)), /That was very quick/],
    [
      await filled(db, ofPage.about, {}, new Date(saturday.getTime() - 25 * 3_600_000)),
      /This page was open for a long/,
    ],
    [await filled(db, ofPriority.about), /This form did not arrive whole/],
    [await filled(db, `opinion/${team}/contract`), /This form did not arrive whole/],
    [{ ...good, stamp: `${aMinuteAgo.getTime()}.AAAA` }, /This form did not arrive whole/],
    [{ ...good, id: 'x' }, /This form did not arrive whole/],
  ]
  for (const [form, words] of refused) {
    const { statusCode, body } = await send(ofPage.address, form)
    assert.equal(statusCode, 422)
    assert.match(body, words)
    assert.match(body, /More signs/)
  }
  assert.deepEqual(await kept(db), [])
  assert.equal((await send(ofPage.address, good)).statusCode, 303)
})

test('people are asked of a priority once anything was told of it, until ninety days after it was closed, and never of one they cannot read', async (t) => {
  const answers: Record<string, number[]> = {}
  const courses: Readonly<Record<string, Course>> = {
    'in hand, told of': {},
    'nothing told': { toldOn: null },
    'told of tomorrow': { toldOn: '2026-11-22' },
    'closed ninety days ago': { state: 'closed', closedOn: '2026-08-23', toldOn: '2026-08-01' },
    'closed a day longer ago': { state: 'closed', closedOn: '2026-08-22', toldOn: '2026-08-01' },
    'not set': { state: 'triaged' },
    'turned down': { state: 'turned down' },
  }
  for (const [name, course] of Object.entries(courses))
    await t.test(name, async (one) => {
      const { db, server, send } = await working(one, course)
      const links = async (path: string) => (await server.inject(path)).body.includes(`${ofPriority.address}"`)
      const asked = await server.inject(ofPriority.address)
      const sent = await send(ofPriority.address, await filled(db, ofPriority.about))
      assert.equal((await kept(db)).length, sent.statusCode === 303 ? 1 : 0)
      assert.equal(await links(`/${team}/priorities/${id}`), asked.statusCode === 200)
      assert.equal(await links(`/${team}/you-said-we-did`), asked.statusCode === 200)
      answers[name] = [asked.statusCode, sent.statusCode]
    })
  assert.deepEqual(answers, {
    'in hand, told of': [200, 303],
    'nothing told': [409, 409],
    'told of tomorrow': [409, 409],
    'closed ninety days ago': [200, 303],
    'closed a day longer ago': [409, 409],
    'not set': [404, 404],
    'turned down': [404, 404],
  })
})

test('what is not there cannot be thought of', async (t) => {
  const { server } = await working(t)
  const addresses = [
    `/${team}/priorities/${randomUUID()}/feedback`,
    `/${team}/priorities/%00/feedback`,
    `/dorset/purbeck/priorities/${id}/feedback`,
    `/${team}/page-feedback?about=nothing`,
    `/${team}/page-feedback?about=__proto__`,
    '/dorset/nowhere/page-feedback',
    `${desk}/feedback`,
  ]
  const statuses = await Promise.all(addresses.map(async (url) => (await server.inject(url)).statusCode))
  assert.deepEqual(statuses, [404, 404, 404, 404, 404, 404, 303])
})

test('each page of a team leads at its foot to what people think of it', async (t) => {
  const { server } = await working(t)
  const pages = {
    '': 'page',
    '/people': 'the-team',
    '/priorities': 'priorities',
    '/you-said-we-did': 'you-said-we-did',
  }
  for (const [path, part] of Object.entries(pages)) {
    const { body } = await server.inject(`/${team}${path}`)
    assert.ok(body.includes(`href="/${team}/page-feedback?about=${part}"`), path)
    assert.equal((await server.inject(`/${team}/page-feedback?about=${part}`)).statusCode, 200)
  }
})
