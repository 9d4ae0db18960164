import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { addContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { append } from '#ledger/append.ts'
import { measureSchema } from '#measures/measure.ts'
import { apiRoutes } from '#open-data/api.routes.ts'
import { openDataRoutes } from '#open-data/open-data.routes.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { testDatabase } from '../../test/support/database.ts'
import { deskOf, wordsOf } from '../../test/support/desk.ts'
import { recordedAt, smallForce } from '../../test/support/force.ts'
import { publicRoutes } from './public.routes.ts'

const spokeWith = { measure: 'sum', quantity: 'spoke with', per: 'contract year', target: { atLeast: 20 } } as const
const meetings = (where: object) => ({ of: { kind: 'engagement held', where } })

const promised = {
  LGBT: { ...spokeWith, ...meetings({ communities: 'LGBT' }) },
  everybody: { ...spokeWith, of: { kind: 'engagement held' } },
  advertised: { ...spokeWith, ...meetings({ advertised: true }) },
  quarters: { ...spokeWith, ...meetings({ communities: 'elderly' }), per: 'quarter' },
  young: {
    measure: 'count',
    ...meetings({ communities: 'young people' }),
    per: 'contract year',
    target: { atLeast: 2 },
  },
} as const

/** A contract under which some meetings with protected communities were small, with so many people; all together met the same. */
async function teamThatMet(t: TestContext, people: number) {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const contract: Contract = {
    ...west.contract,
    id: 'dorset/west/2018',
    year: 2018,
    span: { from: day('2018-08-02'), to: day('2019-08-01') },
    commitments: Object.entries(promised).map(([ref, measure]) => ({
      ref,
      heading: 'People',
      text: `We meet people: ${ref}`,
      standards: ['D-2'],
      who: 'the team',
      with: [],
      measures: [measureSchema.parse(measure)],
    })),
  }
  const held = (happenedOn: string, communities: readonly string[], spoke: number, advertised = false) => ({
    kind: 'engagement held',
    happenedOn: day(happenedOn),
    source: 'test',
    facets: { communities, advertised },
    quantities: { 'spoke with': spoke },
  })
  const evidence = [
    held('2018-09-03', ['LGBT'], people, true),
    held('2018-09-10', ['elderly'], people),
    held('2018-10-03', [], 41, true),
    held('2018-11-05', ['elderly'], 30),
    held('2019-02-05', ['elderly'], people),
    held('2019-03-05', ['elderly'], 16 - people),
    held('2019-05-05', ['young people'], 30 - 2 * people),
  ]
  await transaction(db, async (sql) => {
    await addContract(sql, contract, recordedAt, null)
    const chain = { forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London', at: recordedAt, by: null }
    await append(sql, chain, evidence)
  })
  const { as } = await deskOf(t, [...publicRoutes, ...apiRoutes, ...openDataRoutes], db)
  return { db, contract, look: (await as('opcc')).look }
}

const team = '/dorset/west'
const contractPage = `${team}/contract/2018`
const answers = [
  team,
  `${team}/people`,
  `${team}/events`,
  `${team}/events.atom`,
  `${team}/you-said-we-did/feed.atom`,
  `${team}/embed/promises`,
  `${team}/embed/next`,
  contractPage,
  `${contractPage}?as-at=2019-04-01`,
  ...Object.keys(promised).map((ref) => `${contractPage}/commitments/${ref}`),
  `${contractPage}/commitments/D2.1`,
  `${contractPage}/standards/D-2`,
  '/dorset',
  '/api/v1/forces/dorset/teams/west/contracts/2018/standing',
  '/api/v1/forces/dorset/teams/west/contracts/2018',
  ...['standings.json', 'standings.csv', 'contracts.json'].map((file) => `/open-data${team}/${file}`),
]

test('no public answer tells how few of a protected community a team met: two or four, all of it reads the same', async (t) => {
  const [two, four] = [await teamThatMet(t, 2), await teamThatMet(t, 4)]
  for (const address of answers) {
    const [one, other] = [await two.look(address), await four.look(address)]
    assert.equal(one.status, 200, address)
    assert.equal(one.body, other.body, address)
  }
})

test('the public reads that the figure is fewer than 5 and why it is not told, and the desk reads the figure', async (t) => {
  const { db, contract, look } = await teamThatMet(t, 3)
  const page = wordsOf((await look(contractPage)).body)
  assert.match(
    page,
    /We meet people: LGBT .{0,40}Fewer than 5: smaller figures are not told, since they could point at somebody\./,
  )
  const promise = wordsOf((await look(`${contractPage}/commitments/LGBT`)).body)
  assert.match(promise, /The evidence is not listed, since counting it would tell the figures that are withheld\./)
  const all = wordsOf((await look(`${contractPage}/commitments/everybody`)).body)
  assert.match(all, /spoke with: fewer than 5 people/)
  assert.match(all, /spoke with: at least 5 people/)
  assert.match(all, /spoke with: 41 people/)
  const ask = { contract, forceId: 'dorset', timeZone: 'Europe/London', asAt: null, now: recordedAt }
  const { byRef } = await contractStanding(db, ask)
  assert.deepEqual([byRef.get('LGBT')?.value, byRef.get('LGBT')?.reason.includes('3 people')], [3, true])
})
