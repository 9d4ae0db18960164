import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { saveAssigned } from '#engagements/planned/people/assigned-people.sql.ts'
import { planEngagements } from '#engagements/planned/plan-engagements.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import type { Keeper } from '#network/keeper.ts'
import { addVolunteer } from '#network/volunteers/keep-volunteer.ts'
import { offerTask } from '#network/volunteers/offer-task.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { librarySurgery } from '../../../test/support/library-surgery.ts'
import { keeperOf } from '../../../test/support/network.ts'
import { ownTaskRoutes } from './own-tasks.routes.ts'

const today = day('2026-11-21')

async function addPat(db: Database, personId: string, keeper: Keeper): Promise<string> {
  const told = { id: randomUUID(), name: 'Pat', personId, skills: [], activeFrom: day('2026-11-01') }
  await transaction(db, (sql) => addVolunteer(sql, told, keeper))
  return told.id
}

test('a volunteer sees the events they are expected at, and none that is cancelled, over, another’s or another team’s', async (t) => {
  const { db, as } = await deskOf(t, ownTaskRoutes)
  const [sergeant, pat] = [await as('sergeant'), await as('volunteer')]
  const keeper = keeperOf(sergeant.id, saturday)
  await addPat(db, pat.id, keeper)
  const plan = async (told: Partial<PlannedEngagement>, personId = pat.id) => {
    const planned = { ...librarySurgery, id: randomUUID(), ...told }
    await transaction(db, (sql) => planEngagements(sql, [planned], { personId: sergeant.id, at: saturday, today }))
    await saveAssigned(db, [planned.id], { part: 'volunteer', personId, name: null, hours: null })
  }
  await plan({ title: 'Own surgery' })
  await plan({ title: 'Cancelled surgery', state: 'cancelled', reason: 'Training.' })
  await plan({ title: 'Past surgery', heldOn: day('2026-11-20') })
  await plan({ title: 'Foreign surgery', teamId: 'dorset/purbeck' })
  await plan({ title: 'Other surgery' }, (await as('volunteer')).id)
  const words = wordsOf((await pat.look('/desk/dorset/west-dorset/tasks')).body)
  assert.deepEqual(words.match(/\w+ surgery/g), ['Own surgery'])
})

test('a task of a day that is over is not offered, but whoever took it still notes their hours', async (t) => {
  const { db, as } = await deskOf(t, ownTaskRoutes)
  const [sergeant, pat] = [await as('sergeant'), await as('volunteer')]
  const keeper = keeperOf(sergeant.id, saturday)
  const volunteer = await addPat(db, pat.id, keeper)
  const offer = async (words: string, onDay: string) => {
    const task = { id: randomUUID(), teamId: keeper.teamId, task: 'pages', words, onDay: day(onDay), hours: 1, skills: [], forAnOfficer: false } as const // prettier-ignore
    await transaction(db, (sql) => offerTask(sql, task, keeper))
    return task.id
  }
  await offer('Today’s news', '2026-11-21')
  await offer('Old news', '2026-11-20')
  const taken = await offer('Taken news', '2026-11-20')
  await db`update volunteer_task set taken_by = ${volunteer} where id = ${taken}`
  const words = wordsOf((await pat.look('/desk/dorset/west-dorset/tasks')).body)
  assert.match(words, /You took Taken news .* Hours it took.* Offered Today’s news/)
  assert.doesNotMatch(words, /Old news/)
})
