import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { testDatabase } from '../../../test/support/database.ts'
import { recordedAt, smallForce } from '../../../test/support/force.ts'
import { frozenYear } from '../../../test/support/frozen-year.ts'
import { addContract } from '#contracts/contracts.sql.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { communityPackOf, standardsNow } from './community-pack.ts'
import { conveneSitting } from '../sittings/convene-sitting.ts'
import type { Sitting } from '../sittings/sitting.ts'

const now = new Date('2026-11-21T14:00:00Z')
const timeZone = 'Europe/London'
const acting = { personId: randomUUID(), at: now, forceId: 'dorset', timeZone }

const metOn = (on: string): Fact => ({
  kind: 'engagement held',
  happenedOn: day(on),
  quantities: { 'spoke with': 9 },
  facets: { communities: ['disability'] },
  source: `engagement/${on}`,
})

/** A sitting over a contract of this year that promises to meet disabled people ten times, and did on four days. */
async function sittingOverSmallFigures(t: test.TestContext) {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const promise = {
    ref: 'T9',
    heading: 'Reach',
    text: 'Meet disabled people',
    standards: ['D-2'],
    who: 'the team',
    with: [],
    measures: [
      {
        measure: 'count' as const,
        of: { kind: 'engagement held', where: { communities: 'disability' } },
        per: 'contract year' as const,
        target: { atLeast: 10 },
      },
    ],
  }
  const span = { from: day('2026-01-01'), to: day('2026-12-31') }
  const contract = { ...west.contract, id: 'dorset/west/2026', year: 2026, span, commitments: [promise] }
  const on = { opensOn: day('2026-11-01'), heldOn: day('2026-11-10'), closesOn: day('2026-11-10') }
  const told = {
    id: randomUUID(),
    forceId: 'dorset',
    panel: 'community panel',
    year: 2026,
    ...on,
    place: 'Here',
  } as const
  const scales = { choices: ['yes', 'no'], grades: ['good', 'poor'] }
  await transaction(db, async (sql) => {
    await addContract(sql, contract, recordedAt, null)
    const recording = { forceId: 'dorset', teamId: 'dorset/west', timeZone, at: now, by: null }
    const days = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-11-15']
    await append(sql, recording, days.map(metOn))
    await conveneSitting(sql, { ...told, ...scales, contractIds: [contract.id] }, acting)
  })
  const sitting: Sitting = { ...told, ...scales, minutes: '', closedOn: null, forgottenOn: null }
  const line = { contractId: contract.id, teamId: 'dorset/west', slug: 'west', teamName: 'West' }
  return communityPackOf(db, sitting, line, { now, timeZone })
}

test('a member, who is of the public, is told no small figure of a protected community', async (t) => {
  const { standards } = await sittingOverSmallFigures(t)
  const promise = standards.flatMap(({ promises }) => promises).find(({ ref }) => ref === 'T9')
  assert.equal(promise?.numerator, null)
  assert.doesNotMatch(promise?.reason ?? '', /\b[1-4]\b/)
})

test('a contract that was not frozen is judged as it stood on the day on which votes ended', async (t) => {
  const { asAt, frozen, year, reach, lastYear } = await sittingOverSmallFigures(t)
  const untold = { frozen: null, year: 2026, reach: null, lastYear: [] }
  assert.deepEqual({ asAt, frozen, year, reach, lastYear }, { asAt: '2026-11-10', ...untold })
})

test('nothing that a team writes anew is read by the community once its contract was sent back', async (t) => {
  const db = await frozenYear(t)
  const asked = { now, timeZone, forceId: 'dorset', latest: null }
  const read = async () => {
    const packs = await standardsNow(db, { contractId: 'dorset/west/2019', teamId: 'dorset/west' }, asked)
    return packs.map(({ frozen, selfEvaluation }) => [typeof frozen, selfEvaluation.length > 0])
  }
  const frozen = await read()
  assert.ok(frozen.some(([, isTold]) => isTold === true))
  assert.ok(frozen.every(([kind]) => kind === 'string'))
  await db`update contract_course set state = 'self evaluation drafted' where contract_id = 'dorset/west/2019'`
  const sentBack = await read()
  assert.ok(sentBack.length > 0)
  assert.ok(sentBack.every(([kind, isTold]) => kind !== 'string' && isTold === false))
})
