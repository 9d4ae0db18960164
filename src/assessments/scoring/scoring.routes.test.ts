import assert from 'node:assert/strict'
import test from 'node:test'
import { saturday, wordsOf } from '../../../test/support/desk.ts'
import { decided, panel, rounds, score } from '../../../test/support/panel.ts'
import { transaction } from '#platform/database/database.ts'
import { giveScore } from './give-score.ts'

test('nobody reads another’s score before giving their own, on any page they can open', async (t) => {
  const { chair, second, third, open, one, west, standard } = await panel(t)
  await open()
  assert.equal((await chair.send(`${one}/begin-scoring`, {})).status, 303)
  assert.equal((await second.send(standard, score)).status, 303)
  const everyPage = [
    rounds,
    one,
    `${one}/rubric`,
    west,
    `${one}/east`,
    standard,
    `${one}/east/standards/D-2`,
    '/desk/dorset/recommendations',
  ]
  const leaks = async (who: typeof chair) => {
    const bodies = await Promise.all(everyPage.map(async (path) => [path, (await who.look(path)).body] as const))
    const refused = await Promise.all(['', '/moderate'].map((path) => who.send(standard + path, {})))
    const all = [...bodies, ...refused.map(({ body }) => ['sent', body] as const)]
    return all.filter(([, body]) => /Zanzibar|Quagga/.test(body)).map(([path]) => path)
  }
  assert.deepEqual([await leaks(chair), await leaks(third)], [[], []])
  await third.send(standard, { grade: 'good', reason: 'A note', better: '', press: 'keep' })
  assert.deepEqual(await leaks(third), [])
  assert.equal((await chair.send(`${one}/begin-moderation`, {})).status, 303)
  assert.deepEqual([await leaks(chair), await leaks(third)], [[], []])
  assert.equal((await chair.send(`${standard}/moderate`, { grade: 'fair', reason: 'Between the two' })).status, 409)
  assert.equal(
    (await third.send(standard, { grade: 'good', reason: 'It is well', better: '', press: 'submit' })).status,
    303,
  )
  assert.match(wordsOf((await third.look(standard)).body), /Zanzibar.*From good to poor: 2 grades apart/)
  assert.deepEqual(await leaks(chair), [])
})

test('whoever has a conflict opens neither pack nor scores, also not by address, and their score does not count', async (t) => {
  const { db, chair, second, third, open, one, west, standard } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, score)
  assert.equal((await second.send(`${west}/conflict`, { why: 'My sister leads it' })).to, one)
  const answers = await Promise.all([
    second.look(west),
    second.look(standard),
    second.send(standard, { ...score, reason: 'Again' }),
    second.send(`${standard}/moderate`, { grade: 'good', reason: 'x' }),
    second.send(`${west}/rating`, { grade: 'good', reason: 'x' }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [403, 403, 403, 403, 403],
  )
  assert.match(wordsOf(answers[0]?.body ?? ''), /You declared a conflict of interest with West/)
  await third.send(standard, { ...score, reason: 'My own', better: '' })
  assert.doesNotMatch((await third.look(standard)).body, /Zanzibar/)
  assert.equal((await second.look(`${one}/east`)).status, 200)
  assert.deepEqual([...(await db`select count(*)::int as n from round_conflict`)], [{ n: 1 }])
})

test('a score is changed until it is submitted, is kept once, and stays once the panel moderated', async (t) => {
  const { db, chair, second, third, open, one, standard, id } = await panel(t)
  await open()
  assert.equal((await second.send(standard, score)).status, 409)
  await chair.send(`${one}/begin-scoring`, {})
  const missing = await second.send(standard, { grade: '', reason: '', better: 'More', press: 'submit' })
  assert.deepEqual([missing.status, /Choose a grade[^]*Say why[^]*More/.test(missing.body)], [422, true])
  for (const reason of ['First', 'Second'])
    assert.equal((await second.send(standard, { ...score, reason, press: 'keep' })).status, 303)
  const member = (personId: string) => ({ personId, at: saturday, forceId: 'dorset', timeZone: 'Europe/London' })
  const told = {
    roundId: id,
    slug: 'west',
    standardId: 'D-2',
    grade: 'good',
    reason: 'At once',
    better: '',
    submit: true,
    readFrom: null,
  }
  const give = (personId: string) => transaction(db, (sql) => giveScore(sql, told, member(personId)))
  await Promise.all([second.id, third.id, second.id, third.id].map(give))
  const kept = () => db`select reason, count(*)::int as n from score where submitted_at is not null group by 1`
  assert.deepEqual([...(await kept())], [{ reason: 'At once', n: 2 }])
  assert.equal((await second.send(standard, score)).status, 409)
  await assert.rejects(db`update score set reason = 'x'`, /stays as it was given/)
  await chair.send(`${one}/begin-moderation`, {})
  await assert.rejects(
    transaction(db, (sql) => giveScore(sql, { ...told, reason: 'Other' }, member(third.id))),
    /stays as you gave it/,
  )
  await chair.send(standard, { ...score, grade: 'fair' })
  assert.equal((await second.send(`${standard}/moderate`, { grade: 'good', reason: 'x' })).status, 403)
  assert.equal((await chair.send(`${standard}/moderate`, { grade: 'good', reason: 'All in all' })).status, 303)
})

test('a member who comes after a standard was moderated gives no score and sees none', async (t) => {
  const { chair, second, open, one, standard } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await chair.send(standard, score)
  await chair.send(`${one}/begin-moderation`, {})
  await chair.send(`${standard}/moderate`, decided)
  const told = (await second.look(standard)).body
  assert.doesNotMatch(told, /Submit my score|Zanzibar/)
  assert.match(wordsOf(told), /You gave no score of this standard, and none is taken now/)
  const late = await second.send(standard, { ...score, reason: 'Late' })
  assert.deepEqual([late.status, /Zanzibar/.test(late.body)], [409, false])
  assert.match(wordsOf(late.body), /has moderated this standard/)
})
