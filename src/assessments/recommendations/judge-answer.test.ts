import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { findRecommendation } from '#assessments/recommendations/recommendations.sql.ts'
import { revisionOf } from '../../../test/support/page-revision.ts'
import { asked, recommended } from '../../../test/support/recommended.ts'

test('anybody of the office without a conflict with the team judges what it answers, and the public reads each at once', async (t) => {
  const { db, as, sergeant, third, id: roundId, list, recommendationId: id } = await recommended(t)
  const pages = () => revisionOf(db, 'dorset/west')
  const before = await pages()
  const answer = { id: randomUUID(), words: 'We will be' }
  assert.equal((await sergeant.send(`${list}/${id}/answer`, answer)).status, 303)
  const answered = await pages()
  assert.equal(answered > before, true)
  const done = { id: randomUUID(), closureWords: 'Six were held', promise: 'R10' }
  assert.equal((await sergeant.send(`${list}/${id}/closure`, done)).status, 303)
  await db`
    insert into round_conflict (round_id, contract_id, person_id, why, declared_at)
    values (${roundId}, 'dorset/west/2019', ${third.id}, 'My sister leads it', now())`
  const judge = async (who: typeof third) =>
    (await who.send(`/desk/dorset/recommendations/${id}/judge`, { id: randomUUID(), words: 'Seen', decision: 'accept' })).status // prettier-ignore
  assert.equal(await judge(third), 403)
  assert.equal((await findRecommendation(db, id))?.state, 'closure proposed')
  const proposed = await pages()
  assert.equal(await judge(await as('opcc')), 303)
  assert.equal((await pages()) > proposed, true)
})

test('more time that the panel does not give leaves the day as it was, and may be asked for again', async (t) => {
  const { db, sergeant, chair, follow, recommendationId: id } = await recommended(t)
  const ask = async () =>
    (await sergeant.send(`${follow}/time`, { id: randomUUID(), timeWords: 'It rains', ...asked('until', '2027-04-01') })).status // prettier-ignore
  const refuse = { id: randomUUID(), decision: 'refuse', words: 'It rains each year' }
  assert.equal(await ask(), 303)
  assert.equal((await chair.send(`/desk/dorset/recommendations/${id}/time`, refuse)).status, 303)
  const found = await findRecommendation(db, id)
  assert.deepEqual(
    [found?.dueOn, found?.steps.map(({ step, until }) => [step, until])],
    [
      '2027-02-01',
      [
        ['more time asked', '2027-04-01'],
        ['more time refused', null],
      ],
    ],
  )
  assert.equal(await ask(), 303)
})
