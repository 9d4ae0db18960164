import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { append } from '#ledger/append.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { amend, desk, inForce, lines, nothing, teamId } from '../../../test/support/amended.ts'
import { formOf, saturday, wordsOf } from '../../../test/support/desk.ts'

test('an amended promise makes a new version with its day and reason, and the first stays as it was', async (t) => {
  const { db, inspector } = await inForce(t)
  const sent = await amend(inspector, 'amend/change/R10', {
    text: 'Two advertised events each month',
    why: 'People asked',
  })
  assert.deepEqual([sent.status, sent.to], [303, `${desk}/amend`])
  assert.deepEqual(await lines(db), [
    {
      number: 2,
      publishedOn: '2026-11-21',
      why: 'People asked',
      changes: { ...nothing, reworded: ['R10'] },
      again: null,
      withdrawnOn: null,
    },
    { number: 1, publishedOn: '2026-08-20', why: '', changes: nothing, again: null, withdrawnOn: null },
  ])
  const now = await findContract(db, teamId, 2026)
  assert.deepEqual(
    now?.commitments.map(({ ref, text, measures }) => [ref, text, measures.length]),
    [
      ['R10', 'Two advertised events each month', 1],
      ['R35', 'Meet each clerk each half year', 1],
      ['X1', 'Calls answered in time', 1],
    ],
  )
  const kept = await db<
    { document: string; hash: Buffer }[]
  >`select document, hash from contract_version order by number, made_at`
  for (const { document, hash } of kept)
    assert.equal(createHash('sha256').update(document).digest('hex'), hash.toString('hex'))
  assert.match(
    wordsOf((await inspector.look(`${desk}/amend`)).body),
    /Version 2 In force People asked Promises in other words/,
  )
})

test('who amended is told by the audit, in refs and numbers: what was written and why stand in the version alone', async (t) => {
  const { db, inspector } = await inForce(t)
  await amend(inspector, 'amend/withdraw/R35', { why: 'The clerks asked' })
  const [row] = await db`select person_id, about, detail from audit where verb = 'amend a contract'`
  assert.deepEqual(row, {
    person_id: inspector.id,
    about: `contract:${teamId}/2026`,
    detail: { ...nothing, version: 2, withdrawn: ['R35'] },
  })
  assert.deepEqual([...(await db`select from evidence where evidence::text like '%clerks asked%'`)], [])
})

test('no version is ever changed or taken out, and no bytes are kept that do not fit their hash', async (t) => {
  const { db } = await inForce(t)
  await assert.rejects(db`update contract_version set why = 'x'`, /only grows: UPDATE is refused/)
  await assert.rejects(db`delete from contract_version`, /only grows: DELETE is refused/)
  await assert.rejects(db`truncate contract_version cascade`, /only grows: TRUNCATE is refused/)
  await assert.rejects(
    db`insert into contract_version (contract_id, number, id, published_on, why, changes, document, hash, made_at)
      values (${`${teamId}/2026`}, 2, gen_random_uuid(), '2026-11-21', 'x', '{}', '{}', sha256('x'), now())`,
    /contract_version_check/,
  )
})

test('an amendment tells the ledger that the plan is published again, where it was published before (D1.2, R48); its age stays (D1.3)', async (t) => {
  const { db, inspector } = await inForce(t)
  const recording = { forceId: 'dorset', teamId, timeZone: 'Europe/London', at: saturday, by: null }
  const facets = { public: true, 'most local level': true }
  const published = { kind: 'plan published', happenedOn: day('2026-08-28'), facets, source: 'website/1' }
  await transaction(db, (sql) => append(sql, recording, [published]))
  const told = {
    'from-day': '4',
    'from-month': '1',
    'from-year': '2027',
    'to-day': '9',
    'to-month': '1',
    'to-year': '2027',
  }
  await amend(inspector, 'amend/tell', { ...told, text: 'Snow closed the roads', why: 'It kept us from the villages' })
  assert.deepEqual(
    [...(await db`select kind, happened_on as on, facets, source from evidence where chain = ${teamId} order by seq`)],
    [
      { kind: 'plan published', on: '2026-08-28', facets, source: 'website/1' },
      { kind: 'plan published', on: '2026-11-21', facets, source: `contract/${teamId}/2026` },
    ],
  )
  const now = await findContract(db, teamId, 2026)
  assert.deepEqual(now?.contexts, [{ from: '2027-01-04', to: '2027-01-09', text: 'Snow closed the roads' }])
  assert.deepEqual((await lines(db))[0]?.changes, { ...nothing, contexts: 1 })
})

test('an amendment sent twice is published once', async (t) => {
  const { db, inspector } = await inForce(t)
  const form = { ...formOf((await inspector.look(`${desk}/amend/withdraw/R35`)).body), why: 'The clerks asked us to' }
  assert.equal((await inspector.send(`${desk}/amend/withdraw/R35`, form)).status, 303)
  assert.equal((await inspector.send(`${desk}/amend/withdraw/R35`, form)).status, 303)
  assert.deepEqual(
    (await lines(db)).map(({ number, changes }) => [number, changes.withdrawn]),
    [
      [2, ['R35']],
      [1, []],
    ],
  )
  const other = await inspector.send(`/desk/dorset/east/contract/2019/amend/withdraw/R35`, form)
  assert.equal(other.status, 409)
})

test('of two who amend at once the second is told, keeps what was typed, and sees what the contract says now', async (t) => {
  const { db, as, inspector } = await inForce(t)
  const second = await as('inspector')
  const path = `${desk}/amend/change/R10`
  const form = formOf((await second.look(path)).body)
  await amend(inspector, 'amend/change/R10', { text: 'Two events each month', why: 'People asked' })
  const sent = await second.send(path, { ...form, text: 'Three events each month', why: 'We can' })
  assert.equal(sent.status, 409)
  assert.match(wordsOf(sent.body), /Somebody else amended this contract while you wrote/)
  assert.match(wordsOf(sent.body), /It says now: Two events each month/)
  assert.equal(formOf(sent.body)['text'], 'Three events each month')
  assert.equal((await second.send(path, formOf(sent.body))).status, 303)
  assert.equal((await lines(db)).length, 3)
  await amend(inspector, 'amend/withdraw/R10', { why: 'No longer' })
  const gone = await second.send(path, { ...formOf(sent.body), id: crypto.randomUUID() })
  assert.equal(gone.status, 409)
  assert.equal((await lines(db)).length, 4)
})

test('of two who send in the same moment one amends and the other is told', async (t) => {
  const { db, as, inspector } = await inForce(t)
  const second = await as('inspector')
  const forms = await Promise.all(
    [inspector, second].map(async (one) => formOf((await one.look(`${desk}/amend/withdraw/R35`)).body)),
  )
  const sent = await Promise.all(
    [inspector, second].map((one, n) => one.send(`${desk}/amend/withdraw/R35`, { ...forms[n], why: 'No clerks' })),
  )
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [303, 409])
  assert.equal((await lines(db)).length, 2)
})

test('a promise is added with a measure, or is openly an assertion; what cannot be measured is a mistake', async (t) => {
  const { db, inspector } = await inForce(t)
  const told = { who: 'the team', standard: 'D-2', why: 'New this year' }
  const first = {
    ...told,
    text: 'Hold a street corner meeting in each village',
    measured: 'as told',
    measure: 'cadence',
    every: 'FREQ=MONTHLY',
  }
  assert.equal((await amend(inspector, 'amend/add', first)).status, 303)
  const vague = { ...told, text: 'Be kind', measured: 'as told', measure: 'share' }
  const mistaken = await amend(inspector, 'amend/add', vague)
  assert.equal(mistaken.status, 422)
  assert.match(wordsOf(mistaken.body), /Its words name no evidence that we know of/)
  assert.equal((await amend(inspector, 'amend/add', { ...vague, measured: 'not at all' })).status, 303)
  const now = await findContract(db, teamId, 2026)
  assert.deepEqual(
    now?.commitments
      .slice(3)
      .map(({ ref, heading, measures }) => [ref, heading, measures.map(({ measure }) => measure)]),
    [
      ['A1', 'Face to face', ['cadence']],
      ['A2', 'Face to face', []],
    ],
  )
})

test('a measure changes only where it is said so, and is named as such', async (t) => {
  const { db, inspector } = await inForce(t)
  await amend(inspector, 'amend/change/R10', { measured: 'not at all', why: 'Nobody counts them' })
  assert.deepEqual((await lines(db))[0]?.changes, { ...nothing, remeasured: ['R10'] })
})

test('mistakes are shown beside their fields and what was typed is kept: no reason, nothing changed, too many letters', async (t) => {
  const { db, inspector } = await inForce(t)
  const silent = await amend(inspector, 'amend/change/R10', { text: 'Other words', why: ' ' })
  assert.equal(silent.status, 422)
  assert.match(wordsOf(silent.body), /Say why, as the public will read it/)
  assert.equal(formOf(silent.body)['text'], 'Other words')
  const long = await amend(inspector, 'amend/change/R10', { text: 'We are kind. '.repeat(1600), why: 'x'.repeat(1001) })
  assert.equal(long.status, 422)
  assert.match(wordsOf(long.body), /Use 5,000 characters or fewer.*Use 1,000 characters or fewer/)
  const same = await amend(inspector, 'amend/change/R10', { why: 'To look busy' })
  assert.equal(same.status, 422)
  assert.match(wordsOf(same.body), /Nothing would change/)
  const outside = await amend(inspector, 'amend/tell', {
    'from-day': '1',
    'from-month': '1',
    'from-year': '2020',
    why: 'x',
  })
  assert.match(wordsOf(outside.body), /lies outside|Enter the last day/)
  assert.equal(outside.status, 422)
  assert.equal((await lines(db)).length, 1)
})

test('nobody amends for another team or role, a draft, or a contract that its panel has or whose year is over', async (t) => {
  const { db, as, inspector } = await inForce(t)
  for (const role of ['sergeant', 'smt', 'neo', 'opcc'] as const) {
    const person = await as(role, role === 'sergeant' ? teamId : null)
    assert.equal((await person.look(`${desk}/amend`)).status, 403, role)
  }
  assert.equal((await inspector.look('/desk/devon/west/contract/2026/amend')).status, 403)
  const over = await inspector.look(`/desk/${teamId}/contract/2019/amend/change/R10`)
  assert.match(wordsOf(over.body), /The year of this contract ended on 1 August 2020/)
  assert.equal((await inspector.look(`/desk/${teamId}/contract/2019/amend/tell`)).status, 200)
  const form = formOf((await inspector.look(`${desk}/amend/withdraw/R35`)).body)
  for (const state of ['frozen', 'rated', 'closed', 'endorsed']) {
    await db`
      insert into contract_course (contract_id, team_id, state) values (${`${teamId}/2026`}, ${teamId}, ${state})
      on conflict (contract_id) do update set state = excluded.state`
    const sent = await inspector.send(`${desk}/amend/withdraw/R35`, { ...form, why: 'x' })
    assert.equal(sent.status, 409, state)
    assert.match(wordsOf(sent.body), new RegExp(`This contract is ${state}`))
  }
  assert.equal((await lines(db)).length, 1)
})
