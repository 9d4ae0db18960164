import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel } from '../../../test/support/community.ts'
import { wordsOf } from '../../../test/support/desk.ts'

const sheet = (number: number, choice = 'kept its word') => ({
  id: randomUUID(),
  sheet: String(number),
  'choice-D-2': choice,
  grade: 'fair',
})

test('a sheet of paper is keyed in once, and its votes stand apart from those by link and together with them', async (t) => {
  const { db, convener, one, invite, vote } = await communityPanel(t)
  for (const label of ['Ada', 'Bess', 'Cleo']) await vote(await invite(label), 'kept its word')
  const first = sheet(1)
  const kept = await convener.send(`${one}/west/paper`, first)
  assert.equal(kept.to, `${one}/west/paper?kept=1`)
  assert.equal((await convener.send(`${one}/west/paper`, first)).status, 303)
  const again = await convener.send(`${one}/west/paper`, sheet(1, 'partly kept its word'))
  assert.equal(again.status, 409)
  assert.match(wordsOf(again.body), /Sheet 1 was keyed in before/)
  assert.match(again.body, /value="partly kept its word" checked/)
  const wrong = await convener.send(`${one}/west/paper`, { ...sheet(0), 'choice-D-2': 'splendid' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /Enter a number from 1 to 9999.*Choose from the list/)
  assert.match(wordsOf((await convener.look(`${one}/west`)).body), /Face to face 3 \+ 1 = 4/)
  assert.match(wordsOf((await convener.look(one)).body), /West Key in a sheet.* 3 1 4/)
  assert.match(
    wordsOf((await convener.look(`${one}/west/sheets?from=3&sheets=2`)).body),
    /Sheet 3\..*☐ Cannot say.*Sheet 4\./,
  )
  const [row] = await db`select keyed_by, member_id from community_vote where sheet = 1`
  assert.deepEqual({ ...row }, { keyed_by: convener.id, member_id: null })
})

test('a sheet that was keyed in wrongly is taken out with a reason: the tally follows, it stays, and its number can be keyed in anew', async (t) => {
  const { db, convener, one } = await communityPanel(t)
  const [wrong, right] = [sheet(2, 'did not keep its word'), sheet(2)]
  for (const each of [sheet(1), wrong, sheet(3)]) await convener.send(`${one}/west/paper`, each)
  const sums = async () => wordsOf((await convener.look(`${one}/west`)).body)
  assert.match(await sums(), /Face to face 0 \+ 2 = 2 0 \+ 0 = 0 0 \+ 1 = 1 .* These count: 1, 2, 3\./)
  const takeOut = (voteId: string, why: string) => convener.send(`${one}/west/take-out`, { voteId, why })
  const unsaid = await takeOut(wrong.id, '')
  assert.equal(unsaid.status, 422)
  assert.match(wordsOf(unsaid.body), /Say why it is taken out/)
  assert.match(unsaid.body, new RegExp(`value="${wrong.id}" selected`))
  assert.equal((await takeOut(randomUUID(), 'Misread')).status, 404)
  for (const why of ['Misread', 'Sent twice']) assert.equal((await takeOut(wrong.id, why)).status, 303)
  assert.match(
    await sums(),
    /0 \+ 2 = 2 0 \+ 0 = 0 0 \+ 0 = 0 .* These count: 1, 3\. Sheet 2 was taken out on 21 November 2026: Misread/,
  )
  assert.match(wordsOf((await convener.look(one)).body), /West Key in a sheet.* 0 2 2 /)
  assert.equal((await convener.send(`${one}/west/paper`, right)).status, 303)
  assert.match(await sums(), /0 \+ 3 = 3 0 \+ 0 = 0 0 \+ 0 = 0 .* These count: 1, 2, 3\./)
  assert.deepEqual(
    [
      ...(await db`select id, withdrawn_by as by, withdrawn_why as why from community_vote where sheet = 2 order by place`),
    ],
    [
      { id: wrong.id, by: convener.id, why: 'Misread' },
      { id: right.id, by: null, why: null },
    ],
  )
  assert.deepEqual(
    [...(await db`select person_id as by, about, detail from audit where verb = 'take out a sheet'`)],
    [{ by: convener.id, about: `vote/${wrong.id}`, detail: { sheet: 2 } }],
  )
})

test('no sheet is taken out once the outcome is published, and none of another contract', async (t) => {
  const { db, convener, one, id } = await communityPanel(t)
  await db`insert into community_sitting_contract (sitting_id, contract_id) values (${id}, 'dorset/east/2019')`
  const kept = sheet(1)
  await convener.send(`${one}/west/paper`, kept)
  const fields = { voteId: kept.id, why: 'Misread' }
  assert.equal((await convener.send(`${one}/east/take-out`, fields)).status, 404)
  await convener.send(`${one}/close`, {})
  const late = await convener.send(`${one}/west/take-out`, fields)
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /its outcome stays/)
  assert.doesNotMatch(late.body, /Take it out/)
  assert.deepEqual([...(await db`select withdrawn_at from community_vote`)], [{ withdrawn_at: null }])
})
