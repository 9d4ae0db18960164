import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { formOf, hidden, wordsOf } from '../../test/support/desk.ts'
import { draftOf, keepPromise, monthly, planDesk, westPlan } from '../../test/support/plan.ts'

const westId = 'dorset/west/2020'
const refsOf = async (db: Parameters<typeof draftOf>[0]) =>
  (await draftOf(db, westId)).commitments.map(({ ref }) => ref)

test('a promise in free words is measured by an example, read in one sentence before it is kept', async (t) => {
  const { db, one } = await planDesk(t)
  const page = `${westPlan}/promises/new`
  const sent = { ...formOf((await one.look(page)).body), ...monthly }
  const seen = await one.send(page, sent)
  assert.equal(seen.status, 200)
  assert.match(
    wordsOf(seen.body),
    /This is how it will be measured\. Asks for at least one of engagements \(method: surgery\) every month\./,
  )
  assert.deepEqual(await refsOf(db), ['V1a2b3c', 'R10', 'R35', 'X1'], 'nothing is kept before it was read')
  const read = { ...sent, seen: hidden(seen.body, 'seen') }
  assert.equal((await one.send(page, { ...read, every: 'FREQ=WEEKLY' })).status, 200, 'what changed is shown again')
  const pressed = await Promise.all([1, 2, 3].map(() => one.send(page, read)))
  assert.deepEqual(
    pressed.map(({ status }) => status),
    [303, 303, 303],
    'a form sent more than once',
  )
  assert.deepEqual((await draftOf(db, westId)).commitments[2], {
    ref: 'P1',
    heading: 'Face to face',
    text: 'We hold a surgery in Bridport every month',
    standards: ['D-2'],
    who: 'the team',
    with: [],
    measures: [
      { measure: 'cadence', of: { kind: 'engagement held', where: { method: 'surgery' } }, every: 'FREQ=MONTHLY' },
    ],
  })
  assert.deepEqual(await refsOf(db), ['V1a2b3c', 'R10', 'P1', 'R35', 'X1'])
})

test('two who write different pieces both hold; of two who write the same, the second sees both texts and loses nothing', async (t) => {
  const { db, one, other } = await planDesk(t)
  const [meetings, clerks] = [`${westPlan}/promises/R10`, `${westPlan}/promises/R35`]
  const opened = { one: formOf((await one.look(meetings)).body), other: formOf((await other.look(meetings)).body) }
  const apart = formOf((await other.look(clerks)).body)
  assert.equal((await one.send(meetings, { ...opened.one, text: 'A market stall each month' })).status, 303)
  assert.equal((await other.send(clerks, { ...apart, text: 'Meet each clerk and ask' })).status, 303)
  const texts = async () => (await draftOf(db, westId)).commitments.map(({ text }) => text)
  assert.deepEqual((await texts()).slice(1, 3), ['A market stall each month', 'Meet each clerk and ask'])

  const clash = await other.send(meetings, { ...opened.other, text: 'A stall at the fair each month', who: 'PCSOs' })
  assert.equal(clash.status, 409)
  const words = wordsOf(clash.body)
  assert.match(words, /The sergeant changed this while you wrote/)
  assert.match(
    words,
    /What The sergeant saved A market stall each month .* What you typed A stall at the fair each month/,
  )
  const kept = formOf(clash.body)
  assert.deepEqual([kept['text'], kept['who']], ['A stall at the fair each month', 'PCSOs'])
  assert.deepEqual((await texts())[1], 'A market stall each month', 'nothing was overwritten')
  assert.equal((await other.send(meetings, kept)).status, 303, 'having seen both, they may decide')
  assert.deepEqual((await texts())[1], 'A stall at the fair each month')
})

test('two saves at the very same moment never overwrite each other', async (t) => {
  const { db, one, other } = await planDesk(t)
  const page = `${westPlan}/promises/R10`
  const [mine, theirs] = [formOf((await one.look(page)).body), formOf((await other.look(page)).body)]
  const answers = await Promise.all([
    one.send(page, { ...mine, text: 'One of them' }),
    other.send(page, { ...theirs, text: 'Another of them' }),
    ...['P', 'Q', 'R'].map((text) =>
      keepPromise(one, `${westPlan}/promises/new`, { ...monthly, text: `A surgery ${text} every month` }),
    ),
  ])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 303, 303, 303, 409])
  assert.deepEqual((await refsOf(db)).toSorted(), ['P1', 'P2', 'P3', 'R10', 'R35', 'V1a2b3c', 'X1'])
})

test('a promise is taken out for a reason, which stands beside last year’s plan, and may come back from the library', async (t) => {
  const { db, one } = await planDesk(t)
  const page = `${westPlan}/promises/R10`
  const { revision = '' } = formOf((await one.look(page)).body)
  const silent = await one.send(`${page}/take-out`, { revision, why: ' ' })
  assert.equal(silent.status, 422)
  assert.match(wordsOf(silent.body), /Say why it is no longer promised/)
  const out = { revision, why: 'The market is no more.' }
  assert.equal((await one.send(`${page}/take-out`, out)).status, 303)
  assert.equal((await one.send(`${page}/take-out`, out)).status, 303, 'sent twice')
  assert.deepEqual(await refsOf(db), ['V1a2b3c', 'R35', 'X1'])
  const beside = wordsOf((await one.look(`${westPlan}/compare`)).body)
  assert.match(beside, /Beside last year’s plan, 2019: 1 new, 1 gone, 0 changed, 2 the same\./)
  assert.match(beside, /Taken out: The market is no more\./)
  assert.equal((await one.look(page)).status, 404)

  const library = wordsOf((await one.look(`${westPlan}/library?words=advertised+month`)).body)
  assert.match(
    library,
    /An advertised event each month Last year’s plan, R10\. Asks for at least one of engagements \(advertised\) every month\./,
  )
  const back = `${westPlan}/promises/new?like=${encodeURIComponent('last R10')}`
  const fields = { id: randomUUID() }
  for (const _ of [1, 2]) assert.equal((await keepPromise(one, back, { ...fields, measured: 'as it is' })).status, 303)
  assert.deepEqual(await refsOf(db), ['V1a2b3c', 'R35', 'X1', 'R10'])
  const twice = await keepPromise(one, `${westPlan}/promises/new?like=${encodeURIComponent('last R10')}`, {
    text: 'Again',
    measured: 'not at all',
    who: 'x',
  })
  assert.equal(twice.status, 303)
  assert.deepEqual(
    (await refsOf(db)).at(-1),
    'P1',
    'what is in the plan is not on last year’s shelf, so this one is new',
  )
})

test('promises of other teams and measures of the framework are taken over, each with its measure', async (t) => {
  const { db, one } = await planDesk(t)
  await db`update contract set starts_on = '2026-08-02', ends_on = '2027-08-01' where id = 'dorset/east/2019'`
  await db`update commitment set text = 'Meet each clerk twice a year, without fail' where contract_id = 'dorset/east/2019' and ref = 'R35'`
  await keepPromise(one, `${westPlan}/promises/new?like=${encodeURIComponent('dorset/east/2019 R35')}`, {})
  await keepPromise(one, `${westPlan}/promises/new?like=${encodeURIComponent('framework D2.1')}`, {})
  const { commitments } = await draftOf(db, westId)
  assert.deepEqual(
    commitments
      .filter(({ ref }) => ref.startsWith('P'))
      .map(({ ref, text, measures }) => [ref, text, measures[0]?.measure]),
    [
      ['P2', 'Events held', 'count'],
      ['P1', 'Meet each clerk twice a year, without fail', 'cadence'],
    ],
  )
})

test('promises are put in order within their heading, and a press sent twice moves once', async (t) => {
  const { db, one } = await planDesk(t)
  await keepPromise(one, `${westPlan}/promises/new`, monthly)
  const up = { before: 'R10' }
  assert.equal((await one.send(`${westPlan}/promises/P1/move`, up)).status, 303)
  assert.equal((await one.send(`${westPlan}/promises/P1/move`, up)).status, 303)
  assert.deepEqual(await refsOf(db), ['V1a2b3c', 'P1', 'R10', 'R35', 'X1'])
  const wrong = await one.send(`${westPlan}/promises/P1/move`, { before: 'V1a2b3c' })
  assert.equal(wrong.status, 409)
  assert.match(wordsOf(wrong.body), /within its heading alone/)
})

test('a recommendation that is taken out is told with its reason where plans are compared', async (t) => {
  const { one } = await planDesk(t)
  await one.send(`${westPlan}/promises/V1a2b3c/take-out`, { revision: '0', why: 'The panel closed it.' })
  assert.match(
    wordsOf((await one.look(`${westPlan}/compare`)).body),
    /Taken out while the plan was written V1a2b3c: The panel closed it\./,
  )
})

test('a plan that was submitted is written no more, and what was typed is not lost; sent back, it is', async (t) => {
  const { db, as, one } = await planDesk(t)
  const page = `${westPlan}/promises/R10`
  const opened = formOf((await one.look(page)).body)
  const steps = '/desk/dorset/west/contract/2020/steps'
  assert.equal((await one.send(`${steps}/submit`, { revision: '0' })).status, 303)
  const late = await one.send(page, { ...opened, text: 'Too late' })
  assert.equal(late.status, 409)
  assert.match(
    wordsOf(late.body),
    /This plan is submitted and can no longer be written: whoever has it now can send it back/,
  )
  assert.equal(formOf(late.body)['text'], 'Too late')
  assert.equal((await one.look(page)).status, 409)
  assert.equal((await one.look(`${westPlan}/promises/new`)).status, 409)
  assert.doesNotMatch((await one.look(westPlan)).body, /promises\/new/)
  const inspector = await as('inspector')
  await inspector.send(`${steps}/send-back`, { revision: '1', reason: 'Say more' })
  assert.equal((await one.send(page, { ...opened, text: 'In time' })).status, 303)
  assert.equal((await draftOf(db, westId)).commitments[1]?.text, 'In time')
  assert.equal((await one.look('/desk/dorset/west/contract/2019/plan/promises/R10')).status, 409)
})

test('nobody writes the plan of another team, nor without being allowed; every change is told of in the audit', async (t) => {
  const { db, as, one } = await planDesk(t)
  const stranger = await as('sergeant', 'dorset/east')
  assert.equal((await stranger.look(westPlan)).status, 403)
  assert.equal((await stranger.send(`${westPlan}/promises/R10`, { text: 'x' })).status, 403)
  assert.equal((await stranger.send(`/desk/dorset/east/contract/2020/plan/promises/R10`, { text: 'x' })).status, 404)
  const reader = await as('neo')
  assert.equal((await reader.look(westPlan)).status, 200)
  assert.equal((await reader.send(`${westPlan}/promises/R10/take-out`, { why: 'x' })).status, 403)
  await keepPromise(one, `${westPlan}/promises/new`, { ...monthly, id: randomUUID() })
  await one.send(`${westPlan}/promises/P1/move`, { before: 'R10' })
  await keepPromise(one, `${westPlan}/promises/P1`, { text: 'A surgery in Lyme Regis every month' })
  await one.send(`${westPlan}/promises/P1/take-out`, { revision: '2', why: 'No room' })
  const rows = await db<{ verb: string; detail: unknown }[]>`
    select verb, detail from audit where about = ${`contract:${westId}`} and person_id = ${one.id} order by id`
  assert.deepEqual(
    rows.map(({ verb, detail }) => [verb, detail]),
    [
      ['add a promise', { piece: 'promise P1', revision: 1 }],
      ['order the promises', { piece: 'order', revision: 1 }],
      ['change a promise', { piece: 'promise P1', revision: 2 }],
      ['take out a promise', { piece: 'promise P1', revision: 3 }],
    ],
  )
})
