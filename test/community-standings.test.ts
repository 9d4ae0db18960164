import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { keyInSheet } from '#community-panels/votes/key-in-sheet.ts'
import { closeSitting } from '#community-panels/sittings/close-sitting.ts'
import { conveneSitting } from '#community-panels/sittings/convene-sitting.ts'
import { gradesAsked } from '#community-panels/sittings/grades-asked.ts'
import { usualChoices, type Panel } from '#community-panels/sittings/sitting.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day, dayAt } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import { demonstrationDatabase } from './support/demonstration.ts'
import { saturday } from './support/desk.ts'

/** Told until here, so that in November the year’s panels are still to be held. */
const toldUntil = new Date('2026-09-02T12:00:00Z')
const timeZone = 'Europe/London'

/** How the contract of a team stands in November, in the words of some promises, before and after a sitting over it. */
async function movedBy(db: Database, teamId: string, panel: Panel, refs: readonly string[]) {
  const contract = await findContract(db, teamId, null)
  assert.ok(contract)
  const framework = await frameworkOfContract(db, contract.frameworkId)
  const [forceId = '', slug = ''] = teamId.split('/')
  const told = async () => {
    const standings = await stand(db, { contract, framework, forceId }, dayAt(saturday, timeZone))
    return refs.map((ref) => `${ref} ${standings.get(ref)?.standing}, ${standings.get(ref)?.evidence.length}`)
  }
  const before = await told()
  const [convener] = await db<{ id: string }[]>`select id from person order by created_at, id limit 1`
  const on = { opensOn: day('2026-11-20'), heldOn: day('2026-11-21'), closesOn: day('2026-11-21') }
  const grades = gradesAsked(framework, panel)
  const sitting = {
    id: randomUUID(),
    forceId,
    panel,
    year: contract.year,
    ...on,
    place: 'Town hall',
    choices: [...usualChoices],
    grades,
    contractIds: [contract.id],
  }
  const acting = { personId: convener?.id ?? '', at: saturday, forceId, timeZone }
  await transaction(db, async (sql) => {
    await conveneSitting(sql, sitting, acting)
    for (const sheet of [1, 2, 3]) {
      const vote = { id: randomUUID(), slug, sheet, sittingId: sitting.id, standards: [], comment: '' }
      await keyInSheet(sql, { ...vote, grade: grades[0] ?? '' }, acting)
    }
    await closeSitting(sql, sitting.id, [], acting)
  })
  return { before, after: await told(), grades }
}

test('a community panel that is closed moves what the team promised (R05) and the yearly view of the community (R47)', async (t) => {
  const db = await demonstrationDatabase(t, toldUntil)
  assert.deepEqual(await movedBy(db, 'dorset/west-dorset', 'community panel', ['R05', 'R47']), {
    before: ['R05 on course, 0', 'R47 unknown, 0'],
    after: ['R05 kept, 1', 'R47 kept, 2'],
    grades: ['outstanding', 'good', 'requires improvement', 'inadequate'],
  })
})

test('a scrutiny forum that is closed moves the forum of each year and how well connected communities feel (R50)', async (t) => {
  const db = await demonstrationDatabase(t, toldUntil)
  assert.deepEqual(await movedBy(db, 'devon-and-cornwall/launceston', 'community scrutiny forum', ['R50']), {
    before: ['R50 unknown, 0'],
    after: ['R50 kept, 2'],
    grades: ['yes', 'partly', 'no'],
  })
})
