import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { day } from '#platform/day.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { keeperRoutes } from '../keepers/keeper.routes.ts'
import { assignKeeper, endKeepersGone } from '../keepers/assign-keeper.ts'
import { keeperOf } from '../keepers/keepers.sql.ts'
import { drawnTeam, usualQuestions } from './dip-check.ts'
import { dipCheckRoutes } from './dip-checks.routes.ts'
import { faultsFound } from './dip-checks.sql.ts'

const checks = '/desk/dorset/dip-check'

const foundAll = (wrong: readonly number[]) =>
  Object.fromEntries(
    usualQuestions.flatMap((_, n) => [
      [`finding-${n + 1}`, wrong.includes(n + 1) ? 'wrong' : 'right'],
      [`note-${n + 1}`, wrong.includes(n + 1) ? `Mend ${n + 1}` : ''],
    ]),
  )

test('a supervisor answers ten questions about a page drawn by lot; nine right is evidence, and the tenth waits for the team', async (t) => {
  const { db, as } = await deskOf(t, dipCheckRoutes)
  const [inspector, other] = [await as('inspector'), await as('inspector')]
  const to = (await inspector.send(checks, { id: randomUUID() })).to ?? ''
  const [drawn] = await db<{ teamId: string; seed: string; from: string[] }[]>`
    select team_id as "teamId", seed, drawn_from as "from" from dip_check`
  assert.equal(drawn?.teamId, drawnTeam(drawn?.seed ?? '', ['dorset/west-dorset', 'dorset/purbeck']))
  assert.equal(
    (await inspector.send(checks, { id: randomUUID() })).to,
    to,
    'nobody draws until they like what they get',
  )
  assert.equal((await other.send(to, foundAll([]))).status, 403)
  const halfway = await inspector.send(to, { ...foundAll([8]), 'note-8': '', 'finding-2': '' })
  assert.equal(halfway.status, 422)
  assert.match(
    wordsOf(halfway.body),
    /Choose what you found for question 2 Enter what is to be put right for question 8/,
  )
  assert.equal(formOf(halfway.body)['finding-3'], 'right')
  for (let time = 0; time < 2; time++) assert.equal((await inspector.send(to, foundAll([8]))).status, 303)
  const told = await db`select chain, kind, quantities from evidence`
  assert.deepEqual(
    [...told],
    [{ chain: drawn?.teamId, kind: 'page dip-checked', quantities: { 'items right': 9, 'items checked': 10 } }],
  )
  assert.match(wordsOf((await inspector.look(checks)).body), /The inspector\. 9 of 10 right, 1 to be put right\./)
  const faults = await faultsFound(db, drawn?.teamId ?? '')
  assert.deepEqual(
    [...faults].map(({ place, note, fixBy }) => [place, note, fixBy]),
    [[8, 'Mend 8', day('2026-11-28')]],
  )
  const pcso = await as('pcso', drawn?.teamId)
  const mend = `/desk/${drawn?.teamId}/page/dip-check/${faults[0]?.dipCheckId}/8`
  assert.deepEqual([(await pcso.send(mend, {})).status, (await pcso.send(mend, {})).status], [303, 409])
  assert.deepEqual([...(await faultsFound(db, drawn?.teamId ?? ''))], [])
  assert.match(wordsOf((await inspector.look(to)).body), /Mend 8 Put right on 21 November 2026/)
})

test('a force has its own questions asked, and what was answered keeps the words it was asked in', async (t) => {
  const { as } = await deskOf(t, dipCheckRoutes)
  const [lead, inspector] = [await as('force-lead'), await as('inspector')]
  assert.equal((await inspector.send('/desk/dorset/settings/dip-check', { questions: 'Mine' })).status, 403)
  assert.match(
    (await lead.send('/desk/dorset/settings/dip-check', { questions: ' ' })).body,
    /Enter at least one question/,
  )
  await lead.send('/desk/dorset/settings/dip-check', { questions: 'The number works.\nThe photo is right.' })
  const to = (await inspector.send(checks, { id: randomUUID() })).to ?? ''
  await inspector.send(to, { 'finding-1': 'right', 'finding-2': 'not there', 'note-2': 'No photo' })
  await lead.send('/desk/dorset/settings/dip-check', { questions: 'Something else.' })
  assert.match(
    wordsOf((await inspector.look(to)).body),
    /: 1 of 2 right The number works\. Right The photo is right\. Not there No photo/,
  )
})

test('a volunteer is assigned to keep the pages, and the ledger says when they no longer do', async (t) => {
  const { db, as } = await deskOf(t, keeperRoutes)
  const [sergeant, volunteer, pcso] = [await as('sergeant'), await as('volunteer'), await as('pcso')]
  const address = '/desk/dorset/west-dorset/page/keeper'
  const form = { id: randomUUID(), personId: volunteer.id }
  assert.equal((await sergeant.send(address, { ...form, personId: pcso.id })).status, 422)
  const assigner = {
    personId: sergeant.id,
    at: saturday,
    forceId: 'dorset',
    teamId: 'dorset/west-dorset',
    timeZone: 'Europe/London',
  }
  await assert.rejects(
    assignKeeper(db, { id: randomUUID(), personId: pcso.id }, assigner),
    /kept by a volunteer of the team/,
  )
  for (let time = 0; time < 2; time++) assert.equal((await sergeant.send(address, form)).status, 303)
  const states = async () =>
    (
      await db<{ assigned: boolean }[]>`
      select (facets ->> 'assigned')::boolean as assigned from evidence where kind = 'page keeper assigned' order by seq`
    ).map(({ assigned }) => assigned)
  assert.deepEqual([(await keeperOf(db, 'dorset/west-dorset'))?.personId, await states()], [volunteer.id, [true]])
  assert.equal(await endKeepersGone(db, saturday), 0)
  await db`update person set ended_on = '2026-11-20' where id = ${volunteer.id}`
  assert.deepEqual([await endKeepersGone(db, saturday), await states()], [1, [true, false]])
  assert.equal((await sergeant.send(`${address}/end`, {})).status, 409)
})
