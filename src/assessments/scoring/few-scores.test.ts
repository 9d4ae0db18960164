import assert from 'node:assert/strict'
import test from 'node:test'
import { closedRatingOf, judgedOf } from '#assessments/ratings/ratings.sql.ts'
import { wordsOf } from '../../../test/support/desk.ts'
import { decided, panel, score } from '../../../test/support/panel.ts'

test('who has not scored is named before moderation begins and before the panel’s score is kept', async (t) => {
  const { chair, second, third, open, one, west, standard } = await panel(t)
  await open()
  await third.send(`${west}/conflict`, { why: 'My sister leads it' })
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  const scoring = wordsOf((await chair.look(one)).body)
  const [named = ''] = scoring.match(/(?<=scored everything: ).*(?=\. They still can)/) ?? []
  assert.deepEqual(named.split(', ').toSorted(), ['The opcc (1 of 1 left)', 'The opcc (2 of 2 left)'])
  assert.doesNotMatch(wordsOf((await second.look(one)).body), /Not everybody/, 'whoever leads the panel decides')
  await chair.send(`${one}/begin-moderation`, {})
  assert.match(wordsOf((await chair.look(standard)).body), /Not scored by The opcc\S*\. Once the panel’s score is kept/)
  await second.send(standard, score)
  assert.doesNotMatch(wordsOf((await chair.look(standard)).body), /Not scored by|with fewer than two scores/)
})

test('what one member alone scored is decided with a reason, which is told; who scored every standard is counted', async (t) => {
  const { db, chair, second, third, open, one, standard, id } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  for (const slug of ['west', 'east']) await chair.send(`${one}/${slug}/standards/D-2`, score)
  await second.send(`${one}/east/standards/D-2`, score)
  await third.send(standard, { ...score, press: 'keep' })
  await chair.send(`${one}/begin-moderation`, {})
  const { fewWhy, ...without } = decided
  const silent = await chair.send(`${standard}/moderate`, without)
  assert.deepEqual(
    [silent.status, /Say why the panel decides with fewer than two scores/.test(silent.body)],
    [422, true],
  )
  for (const slug of ['west', 'east']) {
    assert.equal((await chair.send(`${one}/${slug}/standards/D-2/moderate`, decided)).status, 303)
    await chair.send(`${one}/${slug}/rating`, { grade: 'fair', reason: 'So-so' })
  }
  await chair.send(`${one}/close`, {})
  const told = async (slug: string) => {
    const rating = await closedRatingOf(db, `dorset/${slug}`, 2019)
    const judged = await judgedOf(db, { roundId: id, contractId: `dorset/${slug}/2019` })
    return [rating?.members, rating?.scored, judged.map((each) => each.fewWhy)]
  }
  assert.deepEqual(await told('west'), [3, 1, [fewWhy]])
  assert.deepEqual(await told('east'), [3, 2, [null]], 'where two scored it no such reason is kept')
})
