import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { frozenPackOf } from '#contract-year/freezes.sql.ts'
import { takeContractStep } from '#contract-year/take-contract-step.ts'
import { append } from '#ledger/append.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import type { Entry } from '#ledger/evidence.ts'
import { hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { engagementHeld, frozenAnew, frozenYear, sentBack } from '../../../test/support/frozen-year.ts'
import { panel, score } from '../../../test/support/panel.ts'
import { packsOf } from './pack.ts'
import { savePacks } from './packs.sql.ts'

const east = { forceId: 'dorset', teamId: 'dorset/east', timeZone: 'Europe/London', at: saturday, by: null }
const record = (db: Database, teamId: string, entry: Entry) =>
  transaction(db, (sql) => append(sql, { ...east, teamId }, [entry]))

type Taken = { contract: string; entries: number; seal: string | null }
const taken = async (db: Database): Promise<Taken[]> => [
  ...(await db<Taken[]>`
    select contract_id as contract, (pack -> 'drawnFrom')::int as entries, pack ->> 'frozen' as seal
    from round_pack order by contract_id`),
]
const seals = async (db: Database) =>
  (await db<{ seal: string }[]>`select encode(hash, 'hex') as seal from contract_freeze order by frozen_at`).map(({ seal }) => seal) // prettier-ignore
const [westYear, eastYear] = ['dorset/west/2019', 'dorset/east/2019']

test('packs are drawn when a member first opens them, the same for each, and evidence that came since is not in them', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, third, open, one } = await panel(t, db)
  await open()
  await record(db, 'dorset/east', engagementHeld('2019-09-20', 5))
  await chair.send(`${one}/begin-scoring`, {})
  for (const team of ['dorset/west', 'dorset/east']) await record(db, team, engagementHeld('2020-02-15', 12))
  assert.deepEqual(await taken(db), [])
  const told = async (member: typeof second, slug: string) => {
    const { status, body } = await member.look(`${one}/${slug}/standards/D-2`)
    assert.equal(status, 200)
    return wordsOf(body).replaceAll(/The opcc\w*/g, '')
  }
  for (const [slug, entries] of [
    ['west', /4 of 4 entries/],
    ['east', /1 of 1 entries/],
  ] as const) {
    const early = await told(second, slug)
    assert.match(early, entries)
    assert.equal(await told(third, slug), early)
  }
  const [seal = ''] = await seals(db)
  assert.deepEqual(await taken(db), [
    { contract: eastYear, entries: 1, seal: null },
    { contract: westYear, entries: 4, seal },
  ])
})

test('what is sent back waits, and frozen anew before anybody scored it is read and scored by its new pack', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, third, open, one, west, standard } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  const readFrom = hidden((await second.look(standard)).body, 'readFrom')
  await second.send(standard, { ...score, press: 'keep' })
  await sentBack(db)
  assert.match(wordsOf((await second.look(west)).body), /sent this contract back to its team/)
  const waits = await second.send(standard, { ...score, readFrom })
  assert.deepEqual([waits.status, /sent this contract back/.test(wordsOf(waits.body))], [409, true])
  await frozenAnew(db, [engagementHeld('2019-12-15', 12)])
  const [first = '', newest = ''] = await seals(db)
  assert.deepEqual(await taken(db), [{ contract: westYear, entries: 4, seal: first }])
  const stale = await second.send(standard, { ...score, readFrom })
  assert.deepEqual([stale.status, hidden(stale.body, 'readFrom')], [409, newest])
  assert.match(wordsOf(stale.body), /frozen anew while you read.*5 of 5 entries/)
  assert.match(stale.body, /Zanzibar/, 'what was typed is kept')
  assert.doesNotMatch(wordsOf((await third.look(west)).body), /superseded/)
  assert.deepEqual(await taken(db), [{ contract: westYear, entries: 5, seal: newest }])
  assert.equal((await second.send(standard, { ...score, readFrom: newest })).status, 303)
})

test('once a member has scored a contract it is not sent back, and its packs stay for all', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, third, open, one, west, standard, id } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(standard, { ...score, press: 'keep' })
  await sentBack(db)
  await frozenAnew(db, [])
  const early = await frozenPackOf(db, westYear)
  await second.send(standard, score)
  await assert.rejects(sentBack(db), { status: 409, message: /A member of the panel has scored this contract/ })
  await third.send(standard, score)
  assert.ok(early)
  // Whoever found them unscored a moment before a score was given changes nothing either.
  await savePacks(db, { roundId: id, contractId: westYear }, packsOf(early.standing, 'seed'), saturday)
  const [, newest = ''] = await seals(db)
  assert.deepEqual(await taken(db), [{ contract: westYear, entries: 4, seal: newest }])
  assert.doesNotMatch(wordsOf((await chair.look(west)).body), /goes on with the pack that was scored/)
})

test('a score that waits while the contract is sent back is not kept', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one, standard } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.look(standard)
  const asked = { contractId: westYear, step: 'send back', revision: null, reason: 'A month is missing' } as const
  const sent = await transaction(db, async (sql) => {
    await takeContractStep(sql, asked, { ...east, teamId: 'dorset/west', person: null })
    const given = second.send(standard, score)
    while (
      (await db`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
        .length === 0
    )
      await setTimeout(10)
    return { given }
  })
  const { status, body } = await sent.given
  assert.deepEqual([status, /sent this contract back/.test(wordsOf(body))], [409, true])
})

test('a contract frozen after a member had scored it is judged by the pack that was scored', async (t) => {
  const { db, chair, second, open, one } = await panel(t)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  await second.send(`${one}/east/standards/D-2`, score)
  await db`insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    values (gen_random_uuid(), ${eastYear}, ${saturday}, '{}', sha256('{}'))`
  assert.match(wordsOf((await chair.look(`${one}/east`)).body), /goes on with the pack that was scored/)
  assert.deepEqual(await taken(db), [{ contract: eastYear, entries: 0, seal: null }])
})

test('a member who scores a frozen contract without having opened it scores by its pack', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one } = await panel(t, db)
  await open()
  await chair.send(`${one}/begin-scoring`, {})
  assert.equal((await second.send(`${one}/west/standards/D-2`, score)).status, 303)
  assert.deepEqual(
    (await taken(db)).map(({ contract }) => contract),
    [westYear],
  )
})

test('whoever has a conflict draws nothing of the team', async (t) => {
  const db = await frozenYear(t)
  const { chair, second, open, one } = await panel(t, db)
  await open()
  await second.send(`${one}/west/conflict`, { why: 'My brother leads it' })
  await chair.send(`${one}/begin-scoring`, {})
  assert.equal((await second.look(`${one}/west/standards/D-2`)).status, 403)
  assert.deepEqual(await taken(db), [])
})
