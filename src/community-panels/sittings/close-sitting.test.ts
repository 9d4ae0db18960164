import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { communityPanel, sittings } from '../../../test/support/community.ts'
import { hidden, wordsOf } from '../../../test/support/desk.ts'
import { insertRound } from '#assessments/rounds/rounds.sql.ts'
import { day } from '#platform/day.ts'
import { transaction, type Sql } from '#platform/database/database.ts'

const verdict = '/dorset/west/contract/2019/verdict'
const sheet = (number: number, choice = 'kept its word') => ({
  id: randomUUID(),
  sheet: String(number),
  'choice-D-2': choice,
  grade: 'fair',
})

test('two conveners close at once: what was judged is evidence and public once, and members are forgotten', async (t) => {
  const { db, as, convener, one, id, anybody, invite, vote } = await communityPanel(t)
  const links = [await invite('Ada Lovelace'), await invite('Bess'), await invite('Cleo')]
  const [ada = ''] = links
  for (const link of links) await vote(link, 'kept its word')
  await convener.send(`${one}/west/paper`, sheet(1, 'did not keep its word'))
  assert.equal((await anybody.look(verdict)).status, 404)
  const lead = await as('force-lead')
  const closed = await Promise.all([convener, lead].map((each) => each.send(`${one}/close`, {})))
  assert.deepEqual(
    closed.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await convener.send(`${one}/close`, {})).status, 303)
  assert.deepEqual(
    [...(await db`select chain, kind, facets, quantities, source from evidence order by chain, seq`)],
    [
      {
        chain: 'dorset/west',
        kind: 'panel held',
        facets: { panel: 'community panel' },
        quantities: { representatives: 4 },
        source: `sitting/${id}/dorset/west/2019`,
      },
      {
        chain: 'dorset/west',
        kind: 'judgement given',
        facets: { by: 'community panel', grade: 'good', question: 'rating' },
        quantities: {},
        source: `sitting/${id}/dorset/west/2019`,
      },
    ],
  )
  assert.deepEqual(
    [...(await db`select label, email from community_member order by place`)],
    [1, 2, 3].map((n) => ({ label: `Member ${n}`, email: null })),
  )
  const told = wordsOf((await anybody.look(verdict)).body)
  assert.match(told, /The community good good: 75% fair: 25% poor: 0% 4 votes/)
  assert.match(told, /The commissioner’s panel Not judged\./)
  assert.equal((await vote(ada, 'partly kept its word')).status, 409)
  assert.equal((await convener.send(`${one}/west/paper`, sheet(2))).status, 409)
  assert.equal(
    (await convener.send(`${one}/members`, { id: randomUUID(), linkId: randomUUID(), label: 'Dora' })).status,
    409,
  )
  assert.equal((await convener.send(`${one}/record`, { minutes: 'Too late' })).status, 409)
  assert.match(wordsOf((await anybody.look(ada)).body), /The outcome is published/)
})

test('under three votes a sitting was held, but nobody has judged', async (t) => {
  const { db, convener, one, anybody, invite, vote } = await communityPanel(t)
  await vote(await invite('Ada'), 'did not keep its word')
  await vote(await invite('Bess'), 'did not keep its word')
  await convener.send(`${one}/close`, {})
  assert.deepEqual(
    [...(await db`select kind, quantities from evidence`)],
    [{ kind: 'panel held', quantities: { representatives: 2 } }],
  )
  const told = wordsOf((await anybody.look(verdict)).body)
  assert.match(told, /The community Not judged: fewer than 3 people voted\./)
  assert.doesNotMatch(told, /did not keep its word/i)
})

test('who came is published by community, but no number under five and none that would give it away', async (t) => {
  const { convener, one, anybody } = await communityPanel(t)
  const wrong = await convener.send(`${one}/record`, { 'people-0': 'many', minutes: 'We met' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.body, /value="many"/)
  const counts = { 'people-0': '3', 'people-2': '12', 'people-3': '7' }
  assert.equal((await convener.send(`${one}/record`, { ...counts, minutes: 'We met\n<b>and</b> talked' })).to, one)
  assert.match((await convener.look(`${one}/record`)).body, /name="people-2" [^>]*value="12"/)
  await convener.send(`${one}/close`, {})
  const page = (await anybody.look(verdict)).body
  const told = wordsOf(page)
  assert.match(told, /Disability: withheld, .* Elderly: withheld, .* Rural: 12 22 people/)
  assert.match(told, /Minutes We met &lt;b&gt;and/)
})

test('a member’s own words are published without a name once looked over, or kept with the reason that the member reads', async (t) => {
  const { db, convener, one, anybody, invite } = await communityPanel(t)
  const [ada, bess] = [await invite('Ada Lovelace'), await invite('Bess')]
  const say = (link: string, words: string) => anybody.send(`${link}/contracts/west/words`, { id: randomUUID(), words })
  assert.equal((await say(ada, '')).status, 422)
  await say(ada, 'They were never in the villages')
  await say(ada, 'They were seldom in the villages')
  await say(bess, 'Sergeant Smith was rude')
  const waiting = await convener.send(`${one}/close`, {})
  assert.equal(waiting.status, 409)
  assert.match(wordsOf(waiting.body), /Decide first what of members’ own words is published: 2 wait/)
  const ids = await db<{ id: string; words: string }[]>`select id, words from community_dissent order by words desc`
  const [kind, rude] = ids
  const decide = async (id: string | undefined, decision: string, reason = '') => {
    const seal = hidden((await convener.look(one)).body, `seal-${id}`)
    const fields = { [`decision-${id}`]: decision, [`reason-${id}`]: reason, [`seal-${id}`]: seal }
    return convener.send(`${one}/dissent/${id}`, fields)
  }
  assert.equal((await decide(rude?.id, 'refused')).status, 422)
  assert.equal((await decide(rude?.id, 'refused', 'It names an officer')).status, 303)
  assert.equal((await decide(kind?.id, 'published')).status, 303)
  assert.equal((await decide(kind?.id, 'refused', 'Second thoughts')).status, 409)
  assert.equal((await decide('none', 'published')).status, 404)
  assert.equal((await say(ada, 'They were never there')).status, 409)
  assert.match(wordsOf((await anybody.look(`${bess}/contracts/west`)).body), /not published: It names an officer/)
  await convener.send(`${one}/close`, {})
  const told = wordsOf((await anybody.look(verdict)).body)
  assert.match(told, /Not all see it so They were seldom in the villages/)
  assert.doesNotMatch(told, /Smith|Lovelace/)
})

test('the community’s outcome is published with the commissioner’s panel’s: not while a round still judges the contract', async (t) => {
  const { db, convener, one } = await communityPanel(t)
  const on = day('2026-11-01')
  const round = {
    id: randomUUID(),
    forceId: 'dorset',
    year: 2019,
    opensOn: on,
    scoringOn: on,
    moderationOn: on,
    closesOn: on,
    grades: ['good', 'poor'],
    answerWithin: 30,
    chairId: convener.id,
    memberIds: [convener.id],
    contracts: [{ contractId: 'dorset/west/2019', seed: 'x' }],
    rubric: [],
  }
  await transaction(db, (sql) => insertRound(sql, round, new Date(), convener.id))
  const refused = await convener.send(`${one}/close`, {})
  assert.equal(refused.status, 409)
  assert.match(wordsOf(refused.body), /round of 2019 still judges one of these contracts/)
  await db`update assessment_round set phase = 'closed', closed_on = '2026-11-21'`
  assert.equal((await convener.send(`${one}/close`, {})).status, 303)
})

test('a sitting is convened once, with days in order, something to judge and scales that make sense', async (t) => {
  const { convener, convened, id, form, as } = await communityPanel(t)
  const address = `${sittings}/new?year=2019&panel=community+panel`
  assert.equal(convened.to, `${sittings}/${id}`)
  assert.equal((await convener.send(address, form)).status, 303)
  const mistaken = { ...form, id: randomUUID(), choices: 'one', grades: 'good\n(bad)', contracts: 'dorset/north/2019' }
  const refused = await convener.send(address, { ...mistaken, 'heldOn-year': '2025' })
  assert.equal(refused.status, 422)
  assert.match(
    wordsOf(refused.body),
    /cannot be held before votes are taken.*Choose at least one contract.*from 2 to 5.*without odd signs/,
  )
  assert.equal(hidden(refused.body, 'id'), mistaken.id)
  assert.equal((await convener.look(`${sittings}/new?year=1999&panel=community+panel`)).status, 404)
  assert.equal((await convener.look(`${sittings}/new?year=2019&panel=jury`)).status, 404)
  assert.equal((await convener.look(`${sittings}/${randomUUID()}`)).status, 404)
  assert.match(wordsOf((await convener.look(sittings)).body), /Community panel of 21 November 2026/)
  assert.equal((await (await as('sergeant', 'dorset/west')).look(sittings)).status, 403)
})

test('the desk opens with what all sides see most differently, and a forum asks how well connected communities are', async (t) => {
  const { db, convener, one, invite, vote, anybody } = await communityPanel(t, {
    panel: 'community scrutiny forum',
    grades: 'yes\npartly\nno',
  })
  for (const label of ['Ada', 'Bess', 'Cleo'])
    await vote(await invite(label), 'did not keep its word', { grade: 'partly' })
  assert.match(wordsOf((await convener.look(one)).body), /There are no two judgements of a standard yet that differ/)
  await transaction(db, (sql) => closedRound(sql, convener.id))
  assert.match(
    wordsOf((await convener.look(one)).body),
    /What to talk about first West: D-2 Face to face 100 of 100 points apart: best by the OPCC panel, worst by the community/,
  )
  await convener.send(`${one}/close`, {})
  assert.deepEqual(
    [...(await db`select facets from evidence order by seq`)],
    [
      { facets: { panel: 'community scrutiny forum' } },
      { facets: { by: 'community panel', grade: 'partly', question: 'well connected' } },
    ],
  )
  const told = wordsOf((await anybody.look(verdict)).body)
  assert.match(
    told,
    /The evidence Missed 0 of 100 points Kept or on course: 0 of 1 [^.]*\. Missed: 1 Unmeasurable: 1 The team No grade of its own/,
  )
  assert.match(told, /whether communities are well connected.*The community partly yes: 0% partly: 100% no: 0%/)
  assert.match(
    told,
    /The commissioner’s panel good 100 of 100 points The community did not keep its word 0 of 100 points/,
  )
})

/** The commissioner’s panel gave the contract of West its best grade, and has closed its round. */
async function closedRound(sql: Sql, chairId: string): Promise<void> {
  const id = randomUUID()
  await sql`
    insert into assessment_round (id, force_id, year, opens_on, scoring_on, moderation_on, closes_on, grades, answer_within,
      phase, opened_at, closed_on)
    values (${id}, 'dorset', 2019, '2026-11-01', '2026-11-01', '2026-11-01', '2026-11-01', '{good,poor}', 30, 'closed', now(),
      '2026-11-20')`
  await sql`insert into round_contract (round_id, contract_id, seed) values (${id}, 'dorset/west/2019', 'x')`
  await sql`
    insert into round_pack (round_id, contract_id, standard_id, place, pack, taken_at)
    values (${id}, 'dorset/west/2019', 'D-2', 0, '{"title":"Face to face"}', now())`
  await sql`
    insert into moderated_score (round_id, contract_id, standard_id, grade, reason, moderated_at, moderated_by)
    values (${id}, 'dorset/west/2019', 'D-2', 'good', 'Well done', now(), ${chairId})`
  await sql`
    insert into contract_rating (round_id, contract_id, grade, reason, rated_on, rated_by)
    values (${id}, 'dorset/west/2019', 'good', 'Well done', '2026-11-20', ${chairId})`
}
