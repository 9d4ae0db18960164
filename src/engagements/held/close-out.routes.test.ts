import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { verifyChain } from '#ledger/verify.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { concernRoutes } from '#priorities/triage/concerns.routes.ts'
import { deskOf, hidden, wordsOf } from '../../../test/support/desk.ts'
import { closeOutRoutes } from './close-out.routes.ts'
import { engagementRoutes } from './engagements.routes.ts'
import { heardRoutes } from './heard.routes.ts'
import { notedRoutes } from './noted.routes.ts'

const routes = [
  ...oversightRoutes,
  ...engagementRoutes,
  ...closeOutRoutes,
  ...heardRoutes,
  ...notedRoutes,
  ...concernRoutes,
]
const desk = '/desk/dorset/west-dorset'
const market = {
  title: 'Bridport market',
  method: 'community event',
  heldOn: '2026-11-19',
  place: 'Bucky Doo Square',
  reached: '120',
  spokeWith: '34',
  raisedAConcern: '5',
  footfallMethod: 'counted',
  footfallConfidence: 'fairly sure',
}
const heard = {
  concern: 'Cars race along South Street at night',
  promised: 'A speed check on South Street',
  promisedTo: 'the town council',
  promisedBy: '2026-11-22',
  learning: 'Come before ten',
  learningShared: 'yes',
}

const ledger = (db: Database) =>
  db`select seq, kind, effect, supersedes, quantities, facets, about from evidence order by entry`
const brief = async (db: Database) =>
  (await ledger(db)).map(({ seq, kind, effect, supersedes }) => [seq, kind, effect, supersedes])

test('what is heard, promised and learned is kept with the engagement, and the ledger has no word of it', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const id = randomUUID()
  assert.equal((await pcso.send(`${desk}/engagements/new`, { ...market, ...heard, id })).status, 303)
  assert.equal((await pcso.send(`${desk}/engagements/new`, { ...market, ...heard, id })).status, 303)
  const [concern] = await db`select id, words, heard_on, team_id, engagement_id from concern_heard`
  const { id: concernId, ...told } = concern ?? {}
  assert.deepEqual(told, {
    words: heard.concern,
    heard_on: '2026-11-19',
    team_id: 'dorset/west-dorset',
    engagement_id: id,
  })
  assert.deepEqual(
    [...(await db`select words, to_whom, due_on, kept_on from promise_made`)],
    [{ words: heard.promised, to_whom: 'the town council', due_on: '2026-11-22', kept_on: null }],
  )
  const [learned] = await db`select id, words, shared from learning_point`
  assert.deepEqual([learned?.['words'], learned?.['shared']], ['Come before ten', true])
  const [held, ...rest] = await ledger(db)
  assert.deepEqual([held?.['facets']['figure from'], held?.['facets']['confidence']], ['counted', 'fairly sure'])
  assert.deepEqual(
    rest.map(({ kind, facets, about }) => [kind, facets, about]),
    [
      ['concern raised', { source: 'public' }, `concern/${concernId}`],
      ['learning identified', { shared: true }, `learning/${learned?.['id']}`],
    ],
  )
  assert.doesNotMatch(JSON.stringify(await db`select * from evidence`), /South Street|town council|before ten/)
  assert.doesNotMatch(JSON.stringify(await db`select * from audit`), /South Street|town council|before ten/)
})

test('the engagement’s page shows all of it, and what is added there twice is added once', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const { to = '' } = await pcso.send(`${desk}/engagements/new`, { ...market, ...heard })
  const empty = await pcso.send(`${to}/concern`, { concern: ' ' })
  assert.deepEqual([empty.status, /Enter what somebody was worried about/.test(empty.body)], [422, true])
  const id = hidden((await pcso.look(`${to}/concern`)).body, 'id')
  for (const concern of ['Litter', 'Litter']) await pcso.send(`${to}/concern`, { id, concern })
  await pcso.send(`${to}/promise`, { promised: 'A bin', promisedTo: 'the traders', promisedBy: '2026-12-01' })
  await pcso.send(`${to}/learning`, { learning: 'Bring chairs' })
  const words = wordsOf((await pcso.look(to)).body)
  assert.match(words, /The figure counted, fairly sure/)
  assert.match(words, /What was heard Cars race along South Street at night Litter Add a concern/)
  assert.match(words, /A bin To the traders By 1 December 2026 Say it is kept/)
  assert.match(words, /Come before ten Others were told of it .*Bring chairs Not shared yet/)
  assert.doesNotMatch(words, /Correct the figures|Withdraw this record|Reword/)
  assert.deepEqual((await db`select count(*)::int as n from concern_heard`)[0], { n: 2 })
  assert.equal((await ledger(db)).filter(({ kind }) => kind === 'concern raised').length, 2)
})

test('a promise that falls due by Sunday waits in this week until somebody says it is kept', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const { to = '' } = await pcso.send(`${desk}/engagements/new`, { ...market, ...heard })
  await pcso.send(`${to}/promise`, { promised: 'Later', promisedTo: 'the traders', promisedBy: '2026-11-23' })
  const week = await pcso.look(desk)
  assert.match(
    wordsOf(week.body),
    /A speed check on South Street Promised to the town council By tomorrow Say it is kept/,
  )
  assert.doesNotMatch(wordsOf(week.body), /Later/)
  const kept = /href="([^"]+\/kept)"/.exec(week.body)?.[1] ?? ''
  const future = await pcso.send(kept, { keptOn: '2026-11-22' })
  assert.deepEqual([future.status, /22 November 2026 has not come yet/.test(future.body)], [422, true])
  assert.deepEqual((await pcso.send(kept, { keptOn: '2026-11-21', keptHow: 'Two checks' })).to, to)
  assert.equal((await pcso.send(kept, { keptOn: '2026-11-21' })).status, 409)
  assert.doesNotMatch(wordsOf((await pcso.look(desk)).body), /speed check/)
  assert.match(wordsOf((await pcso.look(to)).body), /Kept 21 November 2026: Two checks/)
  assert.equal((await db`select 1 from audit where verb = 'keep promise'`).length, 1)
})

test('figures are corrected for a reason, the old ones stay beside them, and the ledger keeps both', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const { to = '' } = await (await as('pcso')).send(`${desk}/engagements/new`, { ...market, inNiche: 'yes' })
  const sergeant = await as('sergeant')
  const corrected = { reached: '60', spokeWith: '12', footfallMethod: 'estimated', reason: 'Counted again.' }
  assert.equal((await sergeant.send(`${to}/correct`, { ...corrected, reason: '' })).status, 422)
  assert.equal((await sergeant.send(`${to}/correct`, corrected)).status, 303)
  assert.equal((await sergeant.send(`${to}/correct`, { ...corrected, reached: '61' })).status, 303)
  assert.deepEqual(
    (await ledger(db)).map(({ effect, supersedes, quantities }) => [effect, supersedes, quantities.reached]),
    [
      ['states', null, 120],
      ['corrects', 1, 60],
      ['corrects', 2, 61],
    ],
  )
  const last = (await ledger(db)).at(-1)?.['facets']
  assert.deepEqual([last['figure from'], last.confidence, last['in Niche']], ['estimated', undefined, true])
  const words = wordsOf((await sergeant.look(to)).body)
  assert.match(
    words,
    /Corrected 21 November 2026: Counted again\. Before: 120 reached · 34 spoken with · 5 raised a concern/,
  )
  assert.match(words, /Before: 60 reached · 12 spoken with\./)
})

test('a record made by mistake is withdrawn with all its evidence, stays marked, and nothing more is said of it', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const { to = '' } = await pcso.send(`${desk}/engagements/new`, { ...market, ...heard })
  const sergeant = await as('sergeant')
  assert.equal((await sergeant.send(`${to}/withdraw`, { reason: 'Recorded twice.' })).status, 303)
  assert.deepEqual(await brief(db), [
    [1, 'engagement held', 'states', null],
    [2, 'concern raised', 'states', null],
    [3, 'learning identified', 'states', null],
    [4, 'engagement held', 'withdraws', 1],
    [5, 'concern raised', 'withdraws', 2],
    [6, 'learning identified', 'withdraws', 3],
  ])
  assert.equal((await verifyChain(db, 'dorset/west-dorset')).whole, true)
  const words = wordsOf((await pcso.look(to)).body)
  assert.match(
    words,
    /Withdrawn Bridport market .*Withdrawn 21 November 2026: Recorded twice\. It counts towards no promise/,
  )
  assert.doesNotMatch(words, /Add a concern|Say it is kept|It counts towards one/)
  const statuses = []
  for (const path of ['concern', 'promise', 'learning']) statuses.push((await pcso.send(`${to}/${path}`, heard)).status)
  for (const path of ['correct', 'withdraw']) statuses.push((await sergeant.look(`${to}/${path}`)).status)
  assert.deepEqual(statuses, [409, 409, 409, 409, 409])
  assert.doesNotMatch(wordsOf((await pcso.look(desk)).body), /speed check/)
  assert.match(wordsOf((await pcso.look(`${desk}/concerns`)).body), /0 concerns/)
})

test('words that name somebody are reworded or erased, and what they count for stays', async (t) => {
  const { db, as } = await deskOf(t, routes)
  const { to = '' } = await (await as('pcso')).send(`${desk}/engagements/new`, { ...market, ...heard })
  const sergeant = await as('sergeant')
  const { body } = await sergeant.look(to)
  const pages = [...body.matchAll(/href="([^"]+\/words)"/g)].map(([, href = '']) => href)
  const [concern = '', promised = '', learning = ''] = pages
  assert.equal((await sergeant.send(concern, { words: 'Cars race at night' })).status, 303)
  assert.match(
    wordsOf((await sergeant.look(`${desk}/concerns`)).body),
    /Cars race at night Heard 19 November 2026 At Bridport market/,
  )
  for (const page of [concern, promised, learning]) assert.equal((await sergeant.send(page, { words: '' })).status, 303)
  assert.equal((await sergeant.send(concern, { words: 'again' })).status, 409)
  assert.deepEqual([...(await db`select words, to_whom from promise_made`)], [{ words: null, to_whom: null }])
  assert.match(wordsOf((await sergeant.look(`${desk}/concerns?which=all`)).body), /One concern .*The words were erased/)
  assert.deepEqual((await brief(db)).slice(3), [
    [4, 'concern raised', 'erases', 2],
    [5, 'learning identified', 'erases', 3],
  ])
  assert.deepEqual((await db`select verb from audit order by id`).map(({ verb }) => verb).slice(2), [
    'reword',
    'erase words',
    'erase words',
    'erase words',
  ])
})

test('only those who may correct evidence do so, and nothing is there where nothing was noted', async (t) => {
  const { as } = await deskOf(t, routes)
  const pcso = await as('pcso')
  const { to = '' } = await pcso.send(`${desk}/engagements/new`, { ...market, ...heard })
  const sergeant = await as('sergeant')
  const words = /href="([^"]+\/words)"/.exec((await sergeant.look(to)).body)?.[1] ?? ''
  const refused = []
  for (const path of [`${to}/correct`, `${to}/withdraw`, words]) refused.push((await pcso.send(path, {})).status)
  assert.deepEqual(refused, [403, 403, 403])
  const nowhere = []
  for (const path of [
    'engagements/none/correct',
    'promises/none/kept',
    'concerns/none/words',
    `learning/${randomUUID()}/words`,
  ])
    nowhere.push((await sergeant.look(`${desk}/${path}`)).status)
  assert.deepEqual(nowhere, [404, 404, 404, 404])
  const inspector = await as('inspector')
  const elsewhere = words.replace('west-dorset', 'purbeck')
  assert.equal((await inspector.send(elsewhere, { words: 'x' })).status, 404)
})
