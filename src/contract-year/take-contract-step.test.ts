import assert from 'node:assert/strict'
import test from 'node:test'
import type { Contract } from '#contracts/contract.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { roles, type Role } from '#people/person.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { testDatabase } from '../../test/support/database.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../test/support/desk.ts'
import { smallForce } from '../../test/support/force.ts'
import { revisionOf } from '../../test/support/page-revision.ts'
import { beginNextYear } from './begin-next-year.ts'
import { contractYearRoutes } from './contract-year.routes.ts'
import { stepsTaken } from './course.sql.ts'
import { findDraft } from './drafts.sql.ts'
import type { OpenRecommendation } from './next-year.ts'
import { leadOf, states, steps, type ContractState } from './state.ts'
import { takeContractStep, type Acting } from './take-contract-step.ts'

const teamId = 'dorset/west'
const desk = `/desk/${teamId}/contract`
const acting = { at: saturday, forceId: 'dorset', teamId, timeZone: 'Europe/London' }

/** Somebody of a role in West's team, or for the team-wide roles in its force. */
const visitor = (role: Role, team: string | null = null) => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'A',
  roles: [role],
  forceId: 'dorset',
  teamId: ['pcso', 'sergeant', 'volunteer'].includes(role) ? (team ?? teamId) : null,
})

class Enough extends Error {}

const begin = (db: Database, last: Contract, open: readonly OpenRecommendation[] = []) =>
  transaction(db, (sql) => beginNextYear(sql, last, open, { ...acting, person: null }))

/** What comes of a step from a state, without keeping it: 0 where it is taken, else the status of the refusal. */
async function tried(db: Database, state: ContractState, step: (typeof steps)[number], person: Acting['person']) {
  try {
    await transaction(db, async (sql) => {
      await sql`insert into contract_course (contract_id, team_id, state) values (${`${teamId}/2019`}, ${teamId}, ${state})`
      const asked = { contractId: `${teamId}/2019`, step, revision: null, reason: 'It says nothing of schools' }
      await takeContractStep(sql, asked, { ...acting, person })
      throw new Enough()
    })
  } catch (fault) {
    if (fault instanceof Refusal) return fault.status
    if (fault instanceof Enough) return 0
    throw fault
  }
  return 0
}

test('from each state, each step is taken by those alone whose step it is: others are turned away (403), wrong steps refused (409)', async (t) => {
  const db = await testDatabase(t)
  await smallForce(db)
  const { permissions } = await import('#people/permissions.ts')
  const wrong: string[] = []
  for (const state of states)
    for (const step of steps)
      for (const role of roles) {
        const status = await tried(db, state, step, visitor(role))
        const needs = follows(state, step)
        const may: readonly Role[] = needs === null ? [] : permissions[needs]
        const expected = needs === null ? 409 : may.includes(role) ? 0 : 403
        if (status !== expected) wrong.push(`${role}: ${step} from ${state} gave ${status}`)
      }
  assert.deepEqual(wrong, [])
  assert.equal(await tried(db, 'draft', 'submit', visitor('sergeant', 'dorset/east')), 403)
})

function follows(state: ContractState, step: (typeof steps)[number]) {
  try {
    return leadOf(state, step).needs
  } catch {
    return null
  }
}

test('a draft is submitted, signed, endorsed and published by four people; nobody outside reads it before (D1.1, D1.2, R48)', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const { as } = await deskOf(t, contractYearRoutes, db)
  const [sergeant, inspector, smt] = [await as('sergeant', teamId), await as('inspector'), await as('smt')]
  await beginNextYear(db, west.contract, [{ ref: 'V1', text: 'Publicise meetings', standards: ['D-2'], who: 'NEO' }], {
    ...acting,
    person: null,
  })
  const year = `${desk}/2020`
  const press = async (person: typeof sergeant, step: string) => {
    const { revision = '' } = formOf((await person.look(year)).body)
    const sent = await person.send(`${year}/steps/${step}`, { revision })
    assert.equal(sent.status, 303, `${step}: ${wordsOf(sent.body)}`)
  }
  const evidence = async () =>
    (
      await db<{ kind: string }[]>`select kind from evidence where source = ${`contract/${teamId}/2020`} order by seq`
    ).map(({ kind }) => kind)
  await press(sergeant, 'submit')
  assert.deepEqual(await evidence(), ['plan completed'])
  await press(inspector, 'sign')
  await press(smt, 'endorse')
  assert.equal(await findContract(db, teamId, 2020), null)
  await press(inspector, 'publish')
  assert.deepEqual(await evidence(), ['plan completed', 'plan published'])
  assert.equal(await findDraft(db, `${teamId}/2020`), null, 'nothing of it is a draft any more')
  const published = await findContract(db, teamId, 2020)
  assert.equal(published?.completedOn, '2026-11-21')
  assert.deepEqual(
    published.commitments.map(({ ref }) => ref),
    ['V1', 'R10', 'R35', 'X1'],
  )
  assert.deepEqual(
    (await stepsTaken(db, `${teamId}/2020`)).map(({ step, state, takenOn, by }) => [step, state, takenOn, by]),
    [
      ['begin', 'draft', '2026-11-21', null],
      ['submit', 'submitted', '2026-11-21', 'The sergeant'],
      ['sign', 'signed', '2026-11-21', 'The inspector'],
      ['endorse', 'endorsed', '2026-11-21', 'The smt'],
      ['publish', 'in force', '2026-11-21', 'The inspector'],
    ],
  )
})

test('a button pressed twice takes one step, and whoever looked at what is no longer so is told', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const { as } = await deskOf(t, contractYearRoutes, db)
  const [one, other] = [await as('sergeant', teamId), await as('sergeant', teamId)]
  await begin(db, west.contract)
  const step = `${desk}/2020/steps/submit`
  assert.equal((await one.send(step, { revision: '0' })).status, 303)
  assert.equal((await one.send(step, { revision: '0' })).status, 303)
  assert.equal((await stepsTaken(db, `${teamId}/2020`)).length, 2)
  const late = await other.send(step, { revision: '0' })
  assert.equal(late.status, 409)
  assert.match(wordsOf(late.body), /“submit” does not follow where this contract stands\. It is submitted/)
  const stale = await other.send(`${desk}/2020/steps/reassign`, { revision: '0', owner: '' })
  assert.equal(stale.status, 409)
  assert.match(wordsOf(stale.body), /Somebody else worked on this contract while you looked at it/)
})

test('what is sent back keeps its reason, and who has it in hand by when is told until the next step', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  const { as } = await deskOf(t, contractYearRoutes, db)
  const [sergeant, inspector] = [await as('sergeant', teamId), await as('inspector')]
  await begin(db, west.contract)
  const steps = `${desk}/2020/steps`
  await sergeant.send(`${steps}/submit`, { revision: '0' })
  const inHand = { revision: '1', owner: inspector.id, 'dueOn-day': '30', 'dueOn-month': '11', 'dueOn-year': '2026' }
  assert.equal((await sergeant.send(`${steps}/reassign`, { ...inHand, owner: sergeant.id })).status, 422)
  assert.equal((await sergeant.send(`${steps}/reassign`, inHand)).status, 303)
  assert.match(wordsOf((await sergeant.look(`${desk}/2020`)).body), /In hand with The inspector By 30 November 2026/)
  const silent = await inspector.send(`${steps}/send-back`, { revision: '2', reason: ' ' })
  assert.equal(silent.status, 422)
  assert.match(wordsOf(silent.body), /Say why you send it back/)
  await inspector.send(`${steps}/send-back`, { revision: '2', reason: 'It says nothing of schools.' })
  const page = wordsOf((await sergeant.look(`${desk}/2020`)).body)
  assert.match(page, /21 November 2026: sent back, The inspector – It says nothing of schools\./)
  assert.match(page, /In hand with Nobody by name By No day set/)
})

test('the same person’s next step is no second press of their last, nothing is sent back in silence, and the public reads each at once', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  await begin(db, west.contract)
  const person = visitor('inspector')
  const take = (step: 'submit' | 'sign' | 'send back', revision: number, reason = '') =>
    transaction(db, (sql) =>
      takeContractStep(sql, { contractId: `${teamId}/2020`, step, revision, reason }, { ...acting, person }),
    )
  const before = await revisionOf(db, teamId)
  assert.equal((await take('submit', 0))?.state, 'draft')
  assert.equal(await revisionOf(db, teamId), before + 1)
  await assert.rejects(take('sign', 0), /Somebody else worked on this contract/)
  await assert.rejects(take('send back', 1), /Say why you send it back/)
  assert.equal((await take('sign', 1))?.state, 'submitted')
})

test('no step is ever changed or taken out', async (t) => {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  await begin(db, west.contract)
  await assert.rejects(db`update contract_step set taken_on = ${day('2020-01-01')}`, /only grows: UPDATE is refused/)
  await assert.rejects(db`delete from contract_step`, /only grows: DELETE is refused/)
  await assert.rejects(db`truncate contract_step`, /only grows: TRUNCATE is refused/)
  await assert.rejects(begin(db, west.contract), /a contract for 2020 already/)
})
