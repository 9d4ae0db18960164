import assert from 'node:assert/strict'
import test from 'node:test'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import { formOf } from '../../test/support/desk.ts'
import { address, countsOf, desk, numberOf, team, untouched } from '../../test/support/read-plan.ts'
import { findContract } from './contracts.sql.ts'

test('a confirmed contract is kept with its measures, its subjects and its evidence', async (t) => {
  const { db, sergeant, form } = await desk(t)
  const kept = await sergeant.send(address, form)
  assert.deepEqual([kept.status, kept.to], [303, `/${team}/contract/2026`])
  const contract = await findContract(db, team, 2026)
  assert.deepEqual(
    {
      span: contract?.span,
      completedOn: contract?.completedOn,
      frameworkId: contract?.frameworkId,
      goodPractice: contract?.goodPractice,
      toolRequests: contract?.toolRequests,
    },
    {
      span: { from: '2026-06-01', to: '2027-05-31' },
      completedOn: '2026-06-01',
      frameworkId: 'dorset-2019',
      goodPractice: ['Our harbour walks'],
      toolRequests: ['A second gazebo'],
    },
  )
  assert.deepEqual(
    contract?.commitments.map(({ ref }) => ref),
    contract?.commitments.map((_, n) => `P${n + 1}`),
  )
  const clerks = contract?.commitments.find(({ text }) => text.includes('town clerks'))
  const expected = clerks?.measures.map((measure) => ('expected' in measure ? measure.expected : null))
  const bridport = 'dorset/west-dorset/council-clerk/'
  const known = await subjectsOf(db, 'dorset', [team])
  assert.deepEqual(known.filter(({ kind }) => kind === 'council clerk').length, 2)
  assert.deepEqual(expected, [
    { subject: 'council clerk', only: [known.find(({ id }) => id.startsWith(bridport))?.id, 'clerk/lyme'] },
  ])
  assert.equal(contract?.commitments.find(({ text }) => text.includes('door stands open'))?.measures.length, 0)
  assert.deepEqual(
    [...(await db`select kind, happened_on, facets, subjects, source from evidence order by seq`)],
    [
      {
        kind: 'plan completed',
        happened_on: '2026-06-01',
        facets: { 'all parts answered': true },
        subjects: ['area/west'],
        source: `contract/${team}/2026`,
      },
      {
        kind: 'plan published',
        happened_on: '2026-11-21',
        facets: { public: true },
        subjects: ['area/west'],
        source: `contract/${team}/2026`,
      },
    ],
  )
  assert.deepEqual(
    [...(await db`select person_id, verb, about from audit where verb = 'keep a contract'`)],
    [{ person_id: sergeant.id, verb: 'keep a contract', about: `contract:${team}/2026` }],
  )
})

test('what a person puts right is what is kept, and a promise left out is kept beside the contract', async (t) => {
  const { db, sergeant, form } = await desk(t)
  const coffee = numberOf(form, 'coffee mornings')
  const door = numberOf(form, 'door stands open')
  const changed = {
    ...form,
    [`text-${coffee}`]: 'A coffee morning each fortnight.',
    [`every-${coffee}`]: 'FREQ=WEEKLY;INTERVAL=2',
    [`out-${door}`]: 'yes',
  }
  assert.equal((await sergeant.send(address, changed)).status, 303)
  const contract = await findContract(db, team, 2026)
  const kept = contract?.commitments.find(({ text }) => text === 'A coffee morning each fortnight.')
  assert.deepEqual(
    kept?.measures.map((measure) => 'every' in measure && measure.every),
    ['FREQ=WEEKLY;INTERVAL=2'],
  )
  assert.match(kept?.words ?? '', /Weekly coffee mornings/)
  assert.ok(contract?.unread.some((text) => text.includes('door stands open')))
  assert.ok(!contract?.commitments.some(({ text }) => text.includes('door stands open')))
})

test('every mistake of the form is told by promise and nothing is half kept', async (t) => {
  const { db, sergeant, form } = await desk(t)
  const n = numberOf(form, 'coffee mornings')
  const likes = numberOf(form, 'likes')
  const wrong = {
    ...form,
    [`text-${n}`]: '  ',
    [`standard-${n}`]: 'D-99',
    [`who-${n}`]: '',
    [`every-${n}`]: 'FREQ=SOMETIMES',
    [`value-${likes}`]: 'lots',
    [`by-${likes}`]: '31/02/2027',
    'to-year': '2025',
    'completedOn-year': '2027',
  }
  const sent = await sergeant.send(address, wrong)
  assert.equal(sent.status, 422)
  const errors = Object.fromEntries(
    [...sent.body.matchAll(/<li>\s*<a href="#([\w-]+)">([^<]+)<\/a>/g)].map(([, field, words]) => [field, words]),
  )
  const [p, l] = [Number(n) + 1, Number(likes) + 1]
  assert.deepEqual(errors, {
    completedOn: '1 June 2027 has not come yet',
    to: 'The contract must end after it begins',
    [`text-${n}`]: `Promise ${p}: Say what is promised, or leave the promise out`,
    [`standard-${n}`]: `Promise ${p}: Choose a standard from the list`,
    [`who-${n}`]: `Promise ${p}: Say who does it`,
    [`every-${n}`]: errors[`every-${n}`],
    [`value-${likes}`]: `Promise ${l}: Enter the figure as a number, such as 8200`,
    [`by-${likes}`]: `Promise ${l}: Enter a real day, such as 31/12/2026`,
  })
  assert.match(errors[`every-${n}`] ?? '', /FREQ=SOMETIMES/)
  assert.deepEqual(await countsOf(db), untouched)
})

test('a second contract for the same year is refused, and what was typed is not thrown away', async (t) => {
  const { db, sergeant, form } = await desk(t)
  const [first, second] = await Promise.all([
    sergeant.send(address, form),
    sergeant.send(address, { ...form, goodPractice: 'Typed with care' }),
  ])
  assert.deepEqual([first.status, second.status].toSorted(), [303, 409])
  const refused = first.status === 409 ? first : second
  assert.match(refused.body, /<a href="#from">West Dorset has a contract for 2026 already\.<\/a>/)
  assert.equal((await countsOf(db))['contracts'], 1)
  assert.equal((await countsOf(db))['evidence'], 2)
  const third = await sergeant.send(address, { ...form, goodPractice: 'Typed with care' })
  assert.equal(formOf(third.body)['goodPractice'], 'Typed with care')
})

test('an empty contract form is refused field by field', async (t) => {
  const { db, sergeant } = await desk(t)
  const sent = await sergeant.send(address, {})
  assert.deepEqual([sent.status, /Enter the contract’s first day/.test(sent.body)], [422, true])
  assert.equal((await sergeant.send(address, { framework: 'atlantis-1' })).status, 422)
  assert.deepEqual(await countsOf(db), untouched)
})

test('only those who may import contracts for a team do so', async (t) => {
  const { as, form } = await desk(t)
  const statuses = []
  for (const [role, teamId] of [
    ['pcso', team],
    ['sergeant', 'dorset/purbeck'],
    ['opcc', null],
    ['inspector', null],
  ] as const)
    statuses.push((await (await as(role, teamId)).send(address, form)).status)
  assert.deepEqual(statuses, [403, 403, 403, 303])
})
