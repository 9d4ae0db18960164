import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { append } from '#ledger/append.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { saturday, wordsOf } from '../../../test/support/desk.ts'
import { asked, recommended } from '../../../test/support/recommended.ts'
import { findRecommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { handOverRecommendations } from './hand-over-recommendations.ts'

const statusOf = ({ status }: { readonly status: number }) => status

async function held(db: Database, teamId: string, kind: 'engagement held' | 'welfare check held'): Promise<number> {
  const recording = { forceId: 'dorset', teamId, timeZone: 'Europe/London', at: saturday, by: null }
  const fact = { kind, happenedOn: day('2026-11-20'), source: `test/${randomUUID()}` }
  return (await transaction(db, (sql) => append(sql, recording, [fact])))[0] ?? 0
}

test('a team says that something is done with evidence of the standard, which the panel reads beside it', async (t) => {
  const { db, sergeant, chair, follow, recommendationId: id } = await recommended(t)
  const [own, other, elsewhere] = [
    await held(db, 'dorset/west', 'engagement held'),
    await held(db, 'dorset/west', 'welfare check held'),
    await held(db, 'dorset/east', 'engagement held'),
  ]
  const closure = { id: randomUUID(), closureWords: 'Six were held', entries: String(own) }
  const without = await sergeant.send(`${follow}/closure`, { ...closure, entries: '' })
  assert.equal(without.status, 422)
  assert.match(without.body, /Choose evidence or a promise that shows it[^]*Six were held/)
  for (const wrong of [other, elsewhere, 999_999]) {
    const refused = await sergeant.send(`${follow}/closure`, { ...closure, entries: '', others: String(wrong) })
    assert.equal(refused.status, 422)
    assert.match(wordsOf(refused.body), new RegExp(`Entry ${wrong} is no evidence of this standard`))
  }
  assert.equal(statusOf(await sergeant.send(`${follow}/closure`, { ...closure, promise: 'X1' })), 422)
  assert.match((await sergeant.look(follow)).body, new RegExp(`value="${own}"`))
  for (let time = 0; time < 2; time++)
    assert.equal(statusOf(await sergeant.send(`${follow}/closure`, { ...closure, promise: 'R10' })), 303)
  const found = await findRecommendation(db, id)
  assert.deepEqual(found?.steps, [
    {
      step: 'closure proposed',
      words: 'Six were held',
      takenOn: '2026-11-21',
      until: null,
      entries: [{ entry: own, chain: 'dorset/west', kind: 'engagement held', happenedOn: '2026-11-20', detail: null }],
      promise: { contractId: 'dorset/west/2019', ref: 'R10', text: 'An advertised event each month' },
    },
  ])
  const seen = wordsOf((await chair.look('/desk/dorset/recommendations')).body)
  assert.match(
    seen,
    /Shown by: Engagement held, 20 November 2026, entry \d+ of the ledger An advertised event each month/,
  )
})

test('a team asks for more time with a reason, the panel gives it once, and the first day stays beside the later one', async (t) => {
  const { db, sergeant, chair, second, follow, recommendationId: id } = await recommended(t)
  const time = { id: randomUUID(), timeWords: 'The hall is closed until spring', ...asked('until', '2027-04-01') }
  const past = await sergeant.send(`${follow}/time`, { ...time, ...asked('until', '2026-11-20') })
  assert.equal(past.status, 422)
  assert.match(wordsOf(past.body), /Ask for a day that is still to come/)
  assert.match(past.body, /The hall is closed until spring/)
  assert.equal(statusOf(await sergeant.send(`${follow}/time`, { ...time, ...asked('until', '2027-02-01') })), 422)
  for (let sent = 0; sent < 2; sent++) assert.equal(statusOf(await sergeant.send(`${follow}/time`, time)), 303)
  const meanwhile = { ...time, id: randomUUID(), timeWords: 'The roof leaks' }
  const twice = await sergeant.send(`${follow}/time`, meanwhile)
  assert.deepEqual([twice.status, /What you typed The roof leaks/.test(wordsOf(twice.body))], [409, true])
  assert.equal((await findRecommendation(db, id))?.dueOn, '2027-02-01')
  assert.match(wordsOf((await chair.look('/desk/dorset/recommendations')).body), /Do they have until 1 April 2027\?/)
  const decide = (who: typeof chair, decision: string) =>
    who.send(`/desk/dorset/recommendations/${id}/time`, { id: randomUUID(), decision, words: 'It is so' })
  assert.equal(statusOf(await sergeant.send(`/desk/dorset/recommendations/${id}/time`, {})), 403)
  assert.deepEqual([statusOf(await decide(second, 'grant')), statusOf(await decide(chair, 'refuse'))], [303, 409])
  const found = await findRecommendation(db, id)
  assert.deepEqual([found?.dueOn, found?.firstDueOn, found?.state], ['2027-04-01', '2027-02-01', 'not answered'])
})

test('a recommendation goes to another owner of the team with a reason, and the panel’s own choice stays written down', async (t) => {
  const { db, as, sergeant, follow, list, recommendationId: id } = await recommended(t)
  const [pcso, stranger] = [await as('pcso', 'dorset/west'), await as('pcso', 'dorset/east')]
  const given = { id: randomUUID(), ownerId: pcso.id, ownerWords: 'The Sergeant leaves' }
  assert.match((await sergeant.send(`${follow}/owner`, { ...given, ownerWords: '' })).body, /Say why/)
  for (const wrong of [stranger.id, sergeant.id])
    assert.equal(statusOf(await sergeant.send(`${follow}/owner`, { ...given, ownerId: wrong })), 422)
  assert.equal(statusOf(await pcso.send(`${follow}/owner`, given)), 403)
  for (let sent = 0; sent < 2; sent++) assert.equal(statusOf(await sergeant.send(`${follow}/owner`, given)), 303)
  const found = await findRecommendation(db, id)
  assert.deepEqual([found?.ownerId, found?.ownerLeft, found?.state], [pcso.id, false, 'not answered'])
  assert.deepEqual([...(await db`select owner_id from recommendation`)], [{ owner_id: sergeant.id }])
  await db`update person set ended_on = '2026-11-20' where id = ${pcso.id}`
  assert.match(wordsOf((await sergeant.look(list)).body), /who has left the team/)
  assert.equal(statusOf(await sergeant.look('/desk/dorset/east/recommendations')), 403)
})

test('whoever hands over all they keep up hands over what the panel recommended too, and nothing that is closed', async (t) => {
  const { db, as, sergeant, recommendationId: id } = await recommended(t)
  const [pcso, inspector] = [await as('pcso', 'dorset/west'), await as('inspector')]
  const acting = {
    personId: inspector.id,
    at: saturday,
    forceId: 'dorset',
    teamId: 'dorset/west',
    timeZone: 'Europe/London',
  }
  const hand = (from: string, to: string) => transaction(db, (sql) => handOverRecommendations(sql, from, to, acting))
  await hand(inspector.id, pcso.id)
  for (let time = 0; time < 2; time++) await hand(sergeant.id, pcso.id)
  const found = await findRecommendation(db, id)
  assert.deepEqual([found?.ownerId, found?.steps.map(({ step }) => step)], [pcso.id, ['reassigned']])
  const audited = await db`select about, detail from audit where verb = 'hand over recommendations'`
  assert.deepEqual([...audited], [{ about: `person:${sergeant.id}`, detail: { recommendations: 1, to: pcso.id } }])
})

test('words that are far too long come back with what was typed', async (t) => {
  const { sergeant, list, recommendationId: id } = await recommended(t)
  const words = 'Zebra '.repeat(4_000)
  const refused = await sergeant.send(`${list}/${id}/answer`, { id: randomUUID(), words })
  assert.equal(refused.status, 422)
  assert.match(refused.body, /Use 3,000 characters or fewer[^]*Zebra/)
})
