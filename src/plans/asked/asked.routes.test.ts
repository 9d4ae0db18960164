import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { formOf, wordsOf } from '../../../test/support/desk.ts'
import { planDesk, westPlan } from '../../../test/support/plan.ts'
import { approvedOn } from './consultation.ts'
import { day } from '#platform/day.ts'

const page = `${westPlan}/consultations/new`
const told = {
  'heldOn-day': '14',
  'heldOn-month': '11',
  'heldOn-year': '2026',
  asked: 'People at Bridport market',
  how: 'people met',
  answers: '45',
  said: 'They want to know when we are in town.',
  changed: 'Dates are advertised a week ahead.',
}
const steps = '/desk/dorset/west/contract/2020/steps'

type Desk = Awaited<ReturnType<typeof planDesk>>
const evidence = async ({ db }: Desk) =>
  (
    await db<Record<string, unknown>[]>`
      select effect, kind, happened_on as on, quantities, facets from evidence
      where kind in ('community consulted', 'profile linked') order by seq`
  ).map((row) => ({ ...row }))

test('whom a team asked about its plan is evidence that the community was consulted before it was approved (D1.6)', async (t) => {
  const desk = await planDesk(t)
  const { one } = desk
  const sent = { ...told, id: randomUUID() }
  assert.equal((await one.send(page, sent)).status, 303)
  assert.equal((await one.send(page, sent)).status, 303, 'sent twice')
  const stated = {
    effect: 'states',
    kind: 'community consulted',
    on: '2026-11-14',
    quantities: { answers: 45 },
    facets: { 'before approval': true },
  }
  assert.deepEqual(await evidence(desk), [stated])
  assert.match(
    wordsOf((await one.look(westPlan)).body),
    /14 November 2026: People at Bridport market How Speaking with people we met Answers 45 What was said They want to know when we are in town\. What changed in the plan Dates are advertised a week ahead\./,
  )
  const kept = `${westPlan}/consultations/${sent.id}`
  const [mine, theirs] = [formOf((await one.look(kept)).body), formOf((await desk.other.look(kept)).body)]
  assert.equal((await one.send(kept, { ...mine, how: 'people met', answers: '54' })).status, 303)
  assert.deepEqual(await evidence(desk), [stated, { ...stated, effect: 'corrects', quantities: { answers: 54 } }])
  const clash = await desk.other.send(kept, { ...theirs, how: 'people met', said: 'They want more.' })
  assert.equal(clash.status, 409)
  assert.match(
    wordsOf(clash.body),
    /What The sergeant saved 2026-11-14 .* Answers: 54 .* What you typed .* Answers: 45 They want more\./,
  )
  assert.equal((await desk.other.send(kept, { ...formOf(clash.body), how: 'survey' })).status, 303)
  assert.equal((await evidence(desk)).length, 3)
})

test('what was asked after the plan was signed does not count as before it was approved; sent back, it does', async (t) => {
  const desk = await planDesk(t)
  const { one, as, db } = desk
  const inspector = await as('inspector')
  await one.send(`${steps}/submit`, { revision: '0' })
  await inspector.send(`${steps}/sign`, { revision: '1' })
  await db.unsafe('alter table contract_step disable trigger user')
  await db`update contract_step set taken_on = '2026-11-10' where step = 'sign'`
  const ask = (date: string) => one.send(page, { ...told, 'heldOn-day': date, id: randomUUID() })
  for (const date of ['9', '10', '11']) assert.equal((await ask(date)).status, 303)
  await (await as('smt')).send(`${steps}/send-back`, { revision: '2', reason: 'Ask the young' })
  assert.equal((await ask('12')).status, 303)
  assert.deepEqual(
    (await evidence(desk)).map(({ on, facets }) => [on, facets]),
    [
      ['2026-11-09', { 'before approval': true }],
      ['2026-11-10', { 'before approval': true }],
      ['2026-11-11', { 'before approval': false }],
      ['2026-11-12', { 'before approval': true }],
    ],
  )
  const on = day('2026-11-10')
  assert.equal(approvedOn([]), null)
  assert.equal(approvedOn([{ step: 'sign', state: 'signed', takenOn: on }]), on)
  assert.equal(
    approvedOn([
      { step: 'sign', state: 'signed', takenOn: on },
      { step: 'send back', state: 'self evaluation drafted', takenOn: on },
    ]),
    on,
  )
})

test('a consultation told in error is withdrawn for a reason: the plan says so, and it is no evidence any more', async (t) => {
  const desk = await planDesk(t)
  const { one, db } = desk
  const [id, kept] = [randomUUID(), randomUUID()]
  await one.send(page, { ...told, id })
  await one.send(page, { ...told, id: kept, answers: '9' })
  const at = `${westPlan}/consultations/${id}/withdraw`
  assert.match(
    wordsOf((await one.look(at)).body),
    /Withdraw a consultation 14 November 2026: People at Bridport market\./,
  )
  const silent = await one.send(at, { why: ' ' })
  assert.deepEqual([silent.status, /Say why it does not count for the plan/.test(silent.body)], [422, true])
  const opened = formOf((await one.look(`${westPlan}/consultations/${id}`)).body)
  for (const why of ['It was told twice.', 'It was never asked.'])
    assert.equal((await one.send(at, { why })).status, 303)
  const fact = { kind: 'community consulted', on: '2026-11-14' }
  const facets = { 'before approval': true }
  assert.deepEqual(await evidence(desk), [
    { ...fact, effect: 'states', quantities: { answers: 45 }, facets },
    { ...fact, effect: 'states', quantities: { answers: 9 }, facets },
    { ...fact, effect: 'withdraws', quantities: {}, facets: {} },
  ])
  const [row] = await db<{ source: string }[]>`
    select s.source from evidence e join evidence s on s.chain = e.chain and s.seq = e.supersedes where e.effect = 'withdraws'`
  assert.equal(row?.source, `consultation/${id}`)
  const shown = wordsOf((await one.look(westPlan)).body)
  assert.match(shown, /14 November 2026: People at Bridport market Withdrawn on 21 November 2026: It was told twice\./)
  assert.equal(shown.match(/They want to know when we are in town\./g)?.length, 1, 'what it said is read no more')
  const changed = await one.send(`${westPlan}/consultations/${id}`, { ...opened, how: 'people met', said: 'More.' })
  assert.deepEqual(
    [changed.status, /This consultation was withdrawn/.test(changed.body), /More\./.test(changed.body)],
    [409, true, true],
  )
  assert.equal((await one.look(at)).status, 409)
  await db`update contract_course set state = 'frozen' where contract_id = 'dorset/west/2020'`
  const late = await one.send(`${westPlan}/consultations/${kept}/withdraw`, { why: 'Late' })
  assert.deepEqual([late.status, (await evidence(desk)).length], [409, 3])
})

test('a consultation that is still to come, long over, without a count or a word is told field by field', async (t) => {
  const desk = await planDesk(t)
  const wrong = async (fields: Readonly<Record<string, string>>) => {
    const { status, body } = await desk.one.send(page, { ...told, id: randomUUID(), ...fields })
    assert.equal(status, 422)
    assert.match(body, /Dates are advertised a week ahead\.|name="changed"/)
    return wordsOf(body)
  }
  assert.match(await wrong({ 'heldOn-day': '22' }), /22 November 2026 has not come yet/)
  assert.match(await wrong({ 'heldOn-year': '2023' }), /more than two years ago/)
  assert.match(await wrong({ 'heldOn-day': '31' }), /Enter a real day/)
  assert.match(await wrong({ answers: 'some' }), /as a whole number, such as 45/)
  assert.match(await wrong({ answers: '' }), /0 where nobody did/)
  assert.match(await wrong({ how: 'telepathy' }), /Choose how they were asked/)
  assert.match(
    await wrong({ said: '', asked: '', changed: '' }),
    /Say who was asked, .* Say what you were told Say what changed/,
  )
  const whole = await desk.one.send(page, { ...told, id: 'none' })
  assert.equal(whole.status, 409)
  assert.match(whole.body, /Dates are advertised a week ahead\./)
  assert.deepEqual(await evidence(desk), [])
})

test('several profiles are linked, each counts once, and one linked by mistake is withdrawn with its reason (D1.5)', async (t) => {
  const desk = await planDesk(t)
  const { one } = desk
  const profile = {
    title: 'Profile of Bridport',
    address: 'https://example.org/bridport',
    'dated-day': '1',
    'dated-month': '5',
    'dated-year': '2026',
    informs: 'Where older people meet.',
  }
  const [first, second] = [randomUUID(), randomUUID()]
  for (const id of [first, first, second])
    assert.equal((await one.send(`${westPlan}/profiles/new`, { ...profile, id })).status, 303)
  const wrong = await one.send(`${westPlan}/profiles/new`, {
    ...profile,
    id: randomUUID(),
    address: 'javascript:alert(1)',
    title: '',
  })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.body), /Enter what the profile is called Enter an address that begins with https:\/\//)
  assert.match(
    wordsOf((await one.look(`${westPlan}/profiles/${second}/take-out`)).body),
    /Profile of Bridport, of 1 May/,
  )
  const silent = await one.send(`${westPlan}/profiles/${second}/take-out`, { why: '' })
  assert.deepEqual([silent.status, /Say why it does not count for the plan/.test(silent.body)], [422, true])
  const out = `${westPlan}/profiles/${second}/take-out`
  for (const _ of [1, 2]) assert.equal((await one.send(out, { why: 'It is of another area.' })).status, 303)
  const row = { kind: 'profile linked', on: '2026-11-21', quantities: {}, facets: {} }
  assert.deepEqual(await evidence(desk), [
    { ...row, effect: 'states' },
    { ...row, effect: 'states' },
    { ...row, effect: 'withdraws' },
  ])
  assert.equal(wordsOf((await one.look(westPlan)).body).match(/Profile of Bridport , of 1 May 2026/g)?.length, 1)
})

test('a consultation of one team’s plan is not to be had by another’s, and none is told once the panel has the year', async (t) => {
  const desk = await planDesk(t)
  const { db, one, as } = desk
  const id = randomUUID()
  await one.send(page, { ...told, id })
  const inspector = await as('inspector')
  const east = '/desk/dorset/east/contract/2019/plan/consultations'
  assert.equal((await inspector.look(`${east}/${id}`)).status, 404)
  const taken = await inspector.send(`${east}/new`, { ...told, id })
  assert.equal(taken.status, 409)
  assert.equal((await evidence(desk)).length, 1)
  await db`update contract_course set state = 'frozen' where contract_id = 'dorset/west/2020'`
  const late = await one.send(page, { ...told, id: randomUUID() })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /what its panel was given stays as it is/)
  assert.match(late.body, /They want to know when we are in town\./)
})
