import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { priorityRoutes } from '#priorities/course/priorities.routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { deskOf, formOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'

const team = 'dorset/west-dorset'
const [priorityId, updateId, reportId] = [randomUUID(), randomUUID(), randomUUID()]
const one = `/desk/${team}/priorities/${priorityId}`
const [update, report] = [`${one}/updates/${updateId}`, `${one}/updates/${reportId}`]
const mended = { words: 'A driver was fined.', why: 'It named somebody' }

/** A priority that was closed with its report after one update, as the public reads both. */
async function closed(t: TestContext) {
  const { db, server, as } = await deskOf(t, [...priorityRoutes, ...publicRoutes])
  await db`
    insert into priority (id, about, team_id, title, said, state, level, set_on, outcome, report_back, closed_on, made_at)
    values (${priorityId}, ${`priority/${priorityId}`}, ${team}, 'Speeding', 'They race', 'closed', 'standard', '2026-10-01',
      'done', 'Cars are slower now.', '2026-11-12', ${saturday})`
  await db`
    insert into priority_update (id, priority_id, posted_on, words, outcome, posted_at) values
      (${updateId}, ${priorityId}, '2026-10-20', 'Mr Smith was fined.', null, '2026-10-20T09:00:00Z'),
      (${reportId}, ${priorityId}, '2026-11-10', 'Cars are slower now.', 'done', '2026-11-10T09:00:00Z')`
  const read = async (path: string) => (await server.inject({ url: `/${team}/${path}` })).body
  return { db, as, read }
}

test('what the public was told is reworded, and the page says so beside the day on which it was told', async (t) => {
  const { db, as, read } = await closed(t)
  const sergeant = await as('sergeant')
  const sent = { ...formOf((await sergeant.look(update)).body), ...mended }
  for (const _ of ['once', 'twice']) assert.equal((await sergeant.send(update, sent)).status, 303)
  for (const path of [`priorities/${priorityId}`, 'you-said-we-did'])
    assert.match(wordsOf(await read(path)), /A driver was fined\. \(reworded on 21 November 2026\s?\)/)
  assert.match(
    await read('you-said-we-did/feed.atom'),
    /<updated>2026-11-21T14:00:00\.000Z<\/updated>\s<summary>A driver/,
  )
  assert.match(wordsOf((await sergeant.look(update)).body), /How it was put before .* It named somebody .*Mr Smith/)
  const [evidence] = await db`select count(*)::int as n from evidence`
  assert.equal(evidence?.['n'], 0, 'that it was told stays evidence as it was')
})

test('words that named somebody are forgotten for good where the sergeant says so, in every version', async (t) => {
  const { db, as } = await closed(t)
  const sergeant = await as('sergeant')
  for (const words of ['Mr S. was fined.', 'A driver was fined.'])
    await sergeant.send(update, {
      ...formOf((await sergeant.look(update)).body),
      ...mended,
      words,
      forget: words.startsWith('A') ? 'yes' : '',
    })
  const kept = await db`select words, why from priority_update_earlier`
  assert.deepEqual(
    [...kept],
    [
      { words: null, why: mended.why },
      { words: null, why: mended.why },
    ],
  )
  assert.match(wordsOf((await sergeant.look(update)).body), /The earlier words were not kept\./)
})

test('a reworded report is what those who raised it read by their link, too', async (t) => {
  const { db, as } = await closed(t)
  const sergeant = await as('sergeant')
  await sergeant.send(report, {
    ...formOf((await sergeant.look(report)).body),
    words: 'Most cars are slower now.',
    why: 'Not all',
  })
  assert.deepEqual([...(await db`select report_back from priority`)], [{ report_back: 'Most cars are slower now.' }])
})

test('of two sergeants who reword it at once the second reads what the first wrote and keeps what they typed', async (t) => {
  const { as } = await closed(t)
  const [one, other] = [await as('sergeant'), await as('sergeant')]
  const [form, late] = [formOf((await one.look(update)).body), formOf((await other.look(update)).body)]
  await one.send(update, { ...form, ...mended })
  const refused = await other.send(update, { ...late, words: 'Somebody was fined.', why: 'Plain' })
  assert.equal(refused.status, 409)
  assert.match(
    wordsOf(refused.body),
    /Somebody reworded it meanwhile.*The public reads now: A driver was fined\..*Somebody was fined\./,
  )
  assert.equal(hidden(refused.body, 'revision'), '1')
})

test('a rewording without words or reason, of nothing, or by a PCSO is refused', async (t) => {
  const { as } = await closed(t)
  const [sergeant, pcso] = [await as('sergeant'), await as('pcso')]
  const form = formOf((await sergeant.look(update)).body)
  assert.match(
    wordsOf((await sergeant.send(update, { ...form, words: ' ', why: '' })).body),
    /Write what the public is to read/,
  )
  assert.equal((await sergeant.send(update, { ...form, words: 'Mr Smith was fined.', why: 'x' })).status, 409)
  assert.equal((await sergeant.look(`${one}/updates/${randomUUID()}`)).status, 404)
  assert.equal((await sergeant.look(`${one}/updates/x`)).status, 404)
  assert.deepEqual(
    [(await pcso.look(update)).status, (await pcso.send(update, { ...form, ...mended })).status],
    [403, 403],
  )
})
