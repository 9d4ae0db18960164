import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { lastYearsOf } from '#assessments/packs/packs.sql.ts'
import { closedRatingOf } from '#assessments/ratings/ratings.sql.ts'
import {
  findRecommendation,
  openRecommendations,
  recommendationsOpenIn,
  recommendationsTo,
} from '#assessments/recommendations/recommendations.sql.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { decided, panel, score } from '../../../test/support/panel.ts'
import { asked } from '../../../test/support/recommended.ts'

test('until its round is closed no rating, decision or recommendation is read outside its panel, and none is answered', async (t) => {
  const { db, as, chair, third, open, one, west } = await panel(t)
  const [sergeant, elsewhere] = [await as('sergeant', 'dorset/west'), await as('sergeant', 'dorset/east')]
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  await chair.send(`${one}/begin-moderation`, {})
  for (const slug of ['west', 'east']) {
    await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  const id = randomUUID()
  const told = { id, standardId: 'D-2', words: 'Be there', closedBy: 'Six events', ownerId: sergeant.id }
  await chair.send(`${west}/recommendations`, { ...told, ...asked('dueOn', '2027-02-01') })
  const read = async () => [
    (await sergeant.look('/desk/dorset/west/letters/2019')).status,
    (await closedRatingOf(db, 'dorset/west', 2019))?.members ?? null,
    (await lastYearsOf(db, { teamId: 'dorset/west', year: 2020 })).length,
    (await findRecommendation(db, id))?.id ?? null,
    (await recommendationsTo(db, 'dorset/west')).length,
    (await openRecommendations(db, 'dorset/west')).length,
    (await recommendationsOpenIn(db, 'dorset')).length,
  ]
  const answer = (slug: string, who = sergeant) =>
    who.send(`/desk/dorset/${slug}/recommendations/${id}/answer`, { id: randomUUID(), words: 'We will be' })
  assert.deepEqual([await read(), (await answer('west')).status], [[404, null, 0, null, 0, 0, 0], 404])
  assert.equal((await chair.send(`${one}/close`, {})).status, 303)
  assert.deepEqual(await read(), [200, 2, 1, id, 1, 1, 1])
  assert.equal((await lastYearsOf(db, { teamId: 'dorset/west', year: 2019 })).length, 0, 'no year comes before itself')
  assert.equal((await answer('east', elsewhere)).status, 404, 'another team answers nothing of West')
  assert.equal((await answer('west')).status, 303)
})

test('what a panel decides follows on what came before it: its own score, the moderation, the rating', async (t) => {
  const { chair, second, open, one, west, standard } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, score)
  await chair.send(standard, { ...score, press: 'keep' })
  await chair.send(`${one}/begin-moderation`, {})
  const refused = async (path: string, form: Record<string, string>, who = chair) => {
    const { status, body } = await who.send(path, form)
    return [
      status,
      wordsOf(body).match(/Give your own score|not rated yet|is rated, so its scores stay|Not rated: \w+/)?.[0],
    ]
  }
  const rated = { grade: 'good', reason: 'All in all' }
  assert.deepEqual(await refused(`${standard}/moderate`, decided), [409, 'Give your own score'])
  await chair.send(standard, score)
  await chair.send(`${standard}/moderate`, decided)
  assert.deepEqual(await refused(`${west}/dissent`, { words: 'It was good' }, second), [409, 'not rated yet'])
  await chair.send(`${west}/rating`, rated)
  assert.deepEqual(await refused(`${standard}/moderate`, rated), [409, 'is rated, so its scores stay'])
  assert.deepEqual(await refused(`${one}/close`, {}), [409, 'Not rated: East'])
})
