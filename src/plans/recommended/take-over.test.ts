import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { beginNextYear } from '#contract-year/begin-next-year.ts'
import type { Contract } from '#contracts/contract.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { transaction } from '#platform/database/database.ts'
import { planRoutes } from '#plans/plans.routes.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { draftOf, westPlan } from '../../../test/support/plan.ts'
import { recommended } from '../../../test/support/recommended.ts'

const acting = { person: null, at: saturday, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
const take = `${westPlan}/recommendations`

/** West's next plan, begun before the panel recommended that the team be there. */
async function begun(t: TestContext) {
  const { db, recommendationId } = await recommended(t)
  const last = (await findContract(db, 'dorset/west', 2019)) as Contract
  await transaction(db, (sql) => beginNextYear(sql, last, [], acting))
  const { as } = await deskOf(t, planRoutes, db)
  const refs = async () => (await draftOf(db, 'dorset/west/2020')).commitments.map(({ ref }) => ref)
  const [one, other] = [await as('sergeant', 'dorset/west'), await as('sergeant', 'dorset/west')]
  const reader = await as('smt')
  return { db, one, other, reader, refs, ref: `V${recommendationId.slice(0, 6)}` }
}

test('what the panel recommends after the next plan was begun opens it too, once however many take it over at once (R49)', async (t) => {
  const { db, one, other, reader, refs, ref } = await begun(t)
  assert.deepEqual(await refs(), ['R10', 'R35', 'X1'])
  assert.match(
    wordsOf((await one.look(westPlan)).body),
    /The panel made one recommendation since this plan was begun\./,
  )
  assert.doesNotMatch((await reader.look(westPlan)).body, /Take over/)
  assert.equal((await reader.send(take, {})).status, 403)
  const sent = await Promise.all([one.send(take, {}), other.send(take, {}), one.send(take, {})])
  assert.deepEqual(
    sent.map(({ status }) => status),
    [303, 303, 303],
  )
  assert.deepEqual(await refs(), [ref, 'R10', 'R35', 'X1'])
  const { heading, text, measures } = (await draftOf(db, 'dorset/west/2020')).commitments[0] ?? {}
  assert.deepEqual([heading, text, measures], ['Recommended by the panel', 'Be there', []])
  assert.doesNotMatch((await one.look(westPlan)).body, /Take over/)
  const rows = await db`select from audit where verb = 'take over recommendations'`
  assert.equal(rows.length, 1)
})

test('a recommendation that was taken out of the plan for a reason is not offered again, nor put into one that was submitted', async (t) => {
  const { db, one, refs, ref } = await begun(t)
  await one.send(take, {})
  const { revision = '' } = formOf((await one.look(`${westPlan}/promises/${ref}`)).body)
  assert.equal((await one.send(`${westPlan}/promises/${ref}/take-out`, { revision, why: 'It is R10.' })).status, 303)
  assert.deepEqual(await refs(), ['R10', 'R35', 'X1'])
  assert.doesNotMatch((await one.look(westPlan)).body, /Take over/)
  await one.send(take, {})
  assert.deepEqual(await refs(), ['R10', 'R35', 'X1'])
  await db`delete from draft_piece`
  await db`update contract_course set state = 'submitted' where contract_id = 'dorset/west/2020'`
  assert.equal((await one.send(take, {})).status, 409)
  assert.deepEqual(await refs(), ['R10', 'R35', 'X1'])
})
