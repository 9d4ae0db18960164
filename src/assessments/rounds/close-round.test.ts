import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { hidden, wordsOf } from '../../../test/support/desk.ts'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { decided, panel, score } from '../../../test/support/panel.ts'
import { dayTyped } from '#network/typed-parts.ts'
import { day } from '#platform/day.ts'
import { carriedPromise } from '#assessments/recommendations/carried-promise.ts'
import { openRecommendations } from '#assessments/recommendations/recommendations.sql.ts'

test('a round is closed once every contract is rated; then rating, recommendation and answer are evidence', async (t) => {
  const { db, as, chair, second, open, one, id } = await panel(t)
  const sergeant = await as('sergeant', 'dorset/west')
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  assert.equal((await chair.send(`${one}/west/rating`, { grade: 'fair', reason: 'So-so' })).status, 409)
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    if (slug === 'east') assert.equal((await chair.send(`${one}/close`, {})).status, 409)
    assert.equal((await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })).status, 303)
  }
  assert.equal((await second.send(`${one}/west/dissent`, { words: 'It was good' })).status, 303)
  const newId = hidden((await chair.look(`${one}/west`)).body, 'id')
  const recommended = {
    id: newId,
    standardId: 'D-2',
    words: 'Be there',
    closedBy: 'Six events',
    ownerId: sergeant.id,
    ...dayTyped('dueOn', day('2027-02-01')),
  } as Record<string, string>
  for (let time = 0; time < 2; time++)
    assert.equal((await chair.send(`${one}/west/recommendations`, recommended)).status, 303)
  const list = '/desk/dorset/west/recommendations'
  assert.doesNotMatch((await sergeant.look(list)).body, /Be there/)
  assert.equal((await chair.send(`${one}/close`, {})).status, 303)
  assert.equal((await second.send(`${one}/west/standards/D-2`, score)).status, 409)
  const carried = async () => (await openRecommendations(db, 'dorset/west')).map(carriedPromise)
  assert.deepEqual(await carried(), [
    { ref: `V${newId.slice(0, 6)}`, text: 'Be there', standards: ['D-2'], who: 'Sergeant' },
  ])
  const answer = { id: randomUUID(), words: 'We will be' }
  assert.equal(
    (
      await chair.send(`/desk/dorset/recommendations/${newId}/judge`, {
        id: randomUUID(),
        words: 'Well',
        decision: 'accept',
      })
    ).status,
    409,
  )
  for (let time = 0; time < 2; time++) assert.equal((await sergeant.send(`${list}/${newId}/answer`, answer)).to, list)
  const done = { id: randomUUID(), closureWords: 'Six were held', promise: 'R10' }
  assert.equal((await sergeant.send(`${list}/${newId}/closure`, done)).status, 303)
  assert.equal(
    (
      await chair.send(`/desk/dorset/recommendations/${newId}/judge`, {
        id: randomUUID(),
        words: 'Seen',
        decision: 'accept',
      })
    ).status,
    303,
  )
  assert.deepEqual(await carried(), [])
  const letter = wordsOf((await sergeant.look('/desk/dorset/west/letters/2019')).body)
  assert.match(
    letter,
    /rates your contract fair.*D-2 Face to face: fair.*It was good.*Be there.*answered by 21 December 2026/,
  )
  assert.deepEqual(
    [...(await db`select chain, kind, facets, quantities, about from evidence order by chain, seq`)],
    [
      {
        chain: 'dorset',
        kind: 'panel held',
        facets: { panel: 'OPCC panel' },
        quantities: { representatives: 3 },
        about: null,
      },
      ...['east', 'west'].map((slug) => ({
        chain: `dorset/${slug}`,
        kind: 'judgement given',
        facets: { by: 'OPCC panel', grade: 'fair', question: 'rating' },
        quantities: {},
        about: null,
      })),
      {
        chain: 'dorset/west',
        kind: 'recommendation made',
        facets: { owner: true },
        quantities: {},
        about: `recommendation/${newId}`,
      },
      {
        chain: 'dorset/west',
        kind: 'recommendation answered',
        facets: {},
        quantities: {},
        about: `recommendation/${newId}`,
      },
    ],
  )
  const verbs = await db<
    { verb: string }[]
  >`select distinct verb from audit where about like ${`%${id}%`} or about like 'recommendation/%' order by 1`
  assert.deepEqual(
    verbs.map(({ verb }) => verb),
    [
      'answer a recommendation',
      'begin moderation',
      'begin scoring',
      'close the round',
      'closure accepted',
      'dissent from a rating',
      'give a score',
      'moderate a score',
      'open a round',
      'propose closure',
      'rate a contract',
      'recommend',
    ],
  )
})

test('a contract that was frozen for its panel is rated with the round and its year is over; another goes on', async (t) => {
  const { db, chair, open, one } = await panel(t)
  await db`insert into contract_course (contract_id, team_id, state, revision) values ('dorset/west/2019', 'dorset/west', 'frozen', 6)`
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  for (const status of [303, 409]) assert.equal((await chair.send(`${one}/close`, {})).status, status)
  assert.deepEqual(
    [...(await db`select contract_id, state, revision from contract_course order by 1`)],
    [{ contract_id: 'dorset/west/2019', state: 'closed', revision: 8 }],
  )
  assert.deepEqual(
    [...(await db`select step, state from contract_step order by id`)],
    [
      { step: 'rate', state: 'rated' },
      { step: 'close', state: 'closed' },
    ],
  )
})

test('a round is not closed over a contract that is no longer as its panel judged it', async (t) => {
  const db = await frozenYear(t)
  const { chair, open, one } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await chair.send(`${one}/begin-moderation`, {})
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  const close = async () => {
    const { status, body } = await chair.send(`${one}/close`, {})
    return [status, /No longer as the panel judged it: the contract of West\./.test(wordsOf(body))]
  }
  const isNow = (state: string) =>
    db`update contract_course set state = ${state} where contract_id = 'dorset/west/2019'`
  await isNow('self evaluation drafted')
  assert.deepEqual(await close(), [409, true])
  await isNow('frozen')
  await db`insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    values (gen_random_uuid(), 'dorset/west/2019', now(), '{}', sha256('{}'))`
  assert.deepEqual(await close(), [409, true])
})
