import assert from 'node:assert/strict'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { formOf, wordsOf } from '../../../test/support/desk.ts'
import { draftOf, keepPromise, northPlan, planDesk } from '../../../test/support/plan.ts'

const begin = '/desk/dorset/north/contract/begin'
const northId = 'dorset/north/2026'
const started = { framework: 'formed-2026', 'from-day': '1', 'from-month': '12', 'from-year': '2026' }
const steps = '/desk/dorset/north/contract/2026/steps'

const visits = {
  text: 'We visit the schools All Saints School; Priory School each half term',
  standards: 'F-2',
  who: 'PCSOs',
  with: 'All Saints School; Priory School',
  measured: 'cadence',
  every: 'half term',
}

test('a team without a contract begins its first under a framework, from a day; a wrong day or framework is told', async (t) => {
  const { db, as, one } = await planDesk(t)
  const sergeant = await as('sergeant', 'dorset/north')
  assert.equal((await sergeant.look('/desk/dorset/north/contract')).to, begin)
  assert.equal((await (await as('neo')).look('/desk/dorset/north/contract')).status, 404)
  for (const [fields, told] of [
    [{ ...started, 'from-month': '13' }, /Enter a real day/],
    [{ ...started, framework: 'none' }, /Choose a framework from the list/],
    [{ ...started, 'from-year': '2031' }, /more than two years ahead/],
    [{ ...started, 'from-year': '2020' }, /A year that is over cannot be planned/],
  ] as const) {
    const { status, body } = await sergeant.send(begin, fields)
    assert.equal(status, 422)
    assert.match(wordsOf(body), told)
  }
  assert.equal((await sergeant.send(begin, started)).to, northPlan)
  const again = await sergeant.send(begin, started)
  assert.equal(again.status, 409)
  assert.match(wordsOf(again.body), /has a contract already, or a draft of one/)
  assert.equal((await one.send('/desk/dorset/west/contract/begin', started)).status, 409)
  assert.equal((await sergeant.look('/desk/dorset/north/contract')).to, '/desk/dorset/north/contract/2026')
  const draft = await draftOf(db, northId)
  assert.deepEqual(draft.span, { from: '2026-12-01', to: '2027-11-30' })
  assert.deepEqual(draft.part1, [
    { heading: 'Team', text: '' },
    { heading: 'Listening', text: '' },
  ])
})

test('a plan says what is unanswered and is not submitted before (D1.1); then it is signed, endorsed and published as it was written', async (t) => {
  const { db, as } = await planDesk(t)
  const [sergeant, inspector, smt] = [await as('sergeant', 'dorset/north'), await as('inspector'), await as('smt')]
  await sergeant.send(begin, started)
  assert.match(
    wordsOf((await sergeant.look(northPlan)).body),
    /these are to be answered: Part 1: Team Part 1: Listening Part 2: Face to face Part 2: Councils and schools Part 3: Good practice Part 3: Tools that would help/,
  )
  const early = await sergeant.send(`${steps}/submit`, { revision: '0' })
  assert.equal(early.status, 409)
  assert.match(
    wordsOf(early.body),
    /Not all parts of the plan are answered: part 1 \(Team; Listening\), part 2 \(Face to face; Councils and schools\), part 3 \(Good practice; Tools that would help\)\. Answer them in the plan/,
  )
  const write = async (path: string, text: string) => {
    const form = formOf((await sergeant.look(`${northPlan}/${path}`)).body)
    assert.equal((await sergeant.send(`${northPlan}/${path}`, { ...form, text })).status, 303, path)
  }
  await write('answers/team', 'North, of two towns.')
  await write('answers/listening', 'At markets.\r\n\r\nAnd online.')
  await write('good-practice', '- A coffee van\n• A stall')
  await write('tools', 'None')
  await keepPromise(sergeant, `${northPlan}/promises/new`, {
    text: 'We are kind',
    standards: 'F-1',
    who: 'all',
    measured: 'not at all',
  })
  await keepPromise(sergeant, `${northPlan}/promises/new`, visits)
  assert.match(
    wordsOf((await sergeant.look(northPlan)).body),
    /All parts are answered\. It can be submitted for signature/,
  )
  const subjects = () => db`select id, label from subject where team_id = 'dorset/north' order by id`
  assert.equal((await subjects()).length, 0, 'a draft makes nobody known')

  for (const [person, step, revision] of [
    [sergeant, 'submit', '0'],
    [inspector, 'sign', '1'],
    [smt, 'endorse', '2'],
    [inspector, 'publish', '3'],
  ] as const)
    assert.equal((await person.send(`${steps}/${step}`, { revision })).status, 303, step)
  const published = await findContract(db, 'dorset/north', 2026)
  assert.deepEqual(published?.part1, [
    { heading: 'Team', text: 'North, of two towns.' },
    { heading: 'Listening', text: 'At markets.\n\nAnd online.' },
  ])
  assert.deepEqual([published.goodPractice, published.toolRequests], [['A coffee van', 'A stall'], ['None']])
  const ids = ['dorset/north/school/all-saints-school', 'dorset/north/school/priory-school']
  assert.deepEqual(
    published.commitments.map(({ ref, heading, measures }) => [ref, heading, measures]),
    [
      ['P1', 'Face to face', []],
      [
        'P2',
        'Councils and schools',
        [
          {
            measure: 'cadence',
            of: { kind: 'contact made' },
            expected: { subject: 'school', only: ids },
            every: 'half term',
          },
        ],
      ],
    ],
  )
  assert.deepEqual(
    (await subjects()).map(({ id, label }) => [id, label]),
    [
      [ids[0], 'All Saints School'],
      [ids[1], 'Priory School'],
    ],
  )
  const evidence = await db`select kind, facets from evidence where source = ${`contract/${northId}`} order by seq`
  assert.deepEqual(
    evidence.map(({ kind, facets }) => [kind, facets]),
    [
      ['plan completed', { 'all parts answered': true }],
      ['plan published', { public: true }],
    ],
  )
})

test('a school that somebody made known while the plan was a draft goes by the id it has now', async (t) => {
  const { db, as } = await planDesk(t)
  const [sergeant, inspector, smt] = [await as('sergeant', 'dorset/north'), await as('inspector'), await as('smt')]
  await sergeant.send(begin, started)
  await db`update contract_draft set document = document || '{"frameworkId": "small-2019", "part1": []}' where contract_id = ${northId}`
  await keepPromise(sergeant, `${northPlan}/promises/new`, { ...visits, standards: 'D-2' })
  await db`
    insert into subject (id, force_id, team_id, kind, label, starts_on)
    values ('school/1', 'dorset', 'dorset/north', 'school', 'Priory School', '2020-01-01')`
  for (const [person, step, revision] of [
    [sergeant, 'submit', '0'],
    [inspector, 'sign', '1'],
    [smt, 'endorse', '2'],
    [inspector, 'publish', '3'],
  ] as const)
    assert.equal((await person.send(`${steps}/${step}`, { revision })).status, 303, step)
  const [measure] = (await findContract(db, 'dorset/north', 2026))?.commitments[0]?.measures ?? []
  assert.deepEqual(measure && 'expected' in measure && measure.expected, {
    subject: 'school',
    only: ['dorset/north/school/all-saints-school', 'school/1'],
  })
  assert.equal((await db`select from subject where team_id = 'dorset/north'`).length, 2)
})

test('of two who answer the same question, the second sees what differs; a long text pasted from Word is refused and stays', async (t) => {
  const { db, as } = await planDesk(t)
  const [one, other] = [await as('sergeant', 'dorset/north'), await as('sergeant', 'dorset/north')]
  await one.send(begin, started)
  const page = `${northPlan}/answers/listening`
  const [mine, theirs] = [formOf((await one.look(page)).body), formOf((await other.look(page)).body)]
  const elsewhere = formOf((await other.look(`${northPlan}/answers/team`)).body)
  assert.equal((await one.send(page, { ...mine, text: 'At markets.' })).status, 303)
  assert.equal((await one.send(page, { ...mine, text: 'At markets.' })).status, 303, 'sent twice')
  assert.equal((await other.send(`${northPlan}/answers/team`, { ...elsewhere, text: 'North' })).status, 303)
  const clash = await other.send(page, { ...theirs, text: 'At fairs.' })
  assert.equal(clash.status, 409)
  assert.match(wordsOf(clash.body), /What The sergeant saved At markets\. What you typed At fairs\. What differs/)
  assert.equal(formOf(clash.body)['text'], 'At fairs.')
  const pasted = '“Word” – pasted\u00a0text\u2026 '.repeat(1_000).trim()
  const long = await one.send(page, { ...formOf(clash.body), text: pasted })
  assert.equal(long.status, 422)
  assert.match(wordsOf(long.body), /Use 10,000 characters or fewer/)
  assert.equal(formOf(long.body)['text'], pasted)
  assert.equal((await one.send(page, { text: 'No revision' })).status, 422)
  assert.deepEqual((await draftOf(db, northId)).part1, [
    { heading: 'Team', text: 'North' },
    { heading: 'Listening', text: 'At markets.' },
  ])
  assert.equal((await one.look(`${northPlan}/answers/no-such`)).status, 404)
})
