import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { frameworkSchema } from '#frameworks/framework.ts'
import { keepFramework } from '#frameworks/load-framework.ts'
import { beginNextYear } from '#contract-year/begin-next-year.ts'
import { contractYearRoutes } from '#contract-year/contract-year.routes.ts'
import { findDraft } from '#contract-year/drafts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { planRoutes } from '#plans/plans.routes.ts'
import { testDatabase } from './database.ts'
import { deskOf, formOf, saturday } from './desk.ts'
import { recordedAt, smallForce } from './force.ts'

/** A framework that says how its plans are written: two questions, two headings, and part 3. */
export const formedFramework = frameworkSchema.parse({
  id: 'formed-2026',
  title: 'A framework with a form',
  force: 'dorset',
  from: '2026-01-01',
  to: null,
  source: 'A test',
  form: {
    part1: [
      { heading: 'Team', asks: 'Which team is this?' },
      { heading: 'Listening', asks: 'How do you listen?' },
    ],
    part2: [
      { heading: 'Face to face', standards: ['F-1'] },
      { heading: 'Councils and schools', standards: ['F-2', 'F-3'] },
    ],
    part3: { goodPractice: 'What could others take up?', tools: 'Which tools would help?' },
  },
  standards: ['F-1', 'F-2', 'F-3'].map((id, n) => ({
    id,
    title: `Standard ${n + 1}`,
    keyElements: [],
    measures: [
      {
        id: `${id}.1`,
        title: 'Ways of meeting',
        measures: [
          {
            measure: 'distinct',
            of: { kind: 'engagement held' },
            facet: 'method',
            per: 'contract year',
            target: { above: 1 },
          },
        ],
      },
    ],
  })),
})

export const westPlan = '/desk/dorset/west/contract/2020/plan'
export const northPlan = '/desk/dorset/north/contract/2026/plan'

/** A force in which West drafts its next contract, with a recommendation first, and North has none yet; with two sergeants of West. */
export async function planDesk(t: TestContext) {
  const db = await testDatabase(t)
  const { west } = await smallForce(db)
  await db`insert into team (id, force_id, slug, name) values ('dorset/north', 'dorset', 'north', 'North')`
  await keepFramework(db, formedFramework, { by: null, at: recordedAt })
  const open = [{ ref: 'V1a2b3c', text: 'Publicise meetings', standards: ['D-2'], who: 'the team' }]
  const acting = { person: null, at: saturday, forceId: 'dorset', teamId: 'dorset/west', timeZone: 'Europe/London' }
  await transaction(db, (sql) => beginNextYear(sql, west.contract, open, acting))
  const { as } = await deskOf(t, [...planRoutes, ...contractYearRoutes], db)
  return { db, as, one: await as('sergeant', 'dorset/west'), other: await as('sergeant', 'dorset/west') }
}

/** The draft of a team's plan as it is kept. */
export async function draftOf(db: Database, contractId: string): Promise<Contract> {
  const draft = await findDraft(db, contractId)
  if (draft === null) throw new Error(`there is no draft ${contractId}`)
  return draft
}

/** A promise as its form sends it. */
export const monthly = {
  text: 'We hold a surgery in Bridport every month',
  standards: 'D-2',
  who: 'the team',
  measured: 'cadence',
  every: 'FREQ=MONTHLY',
}

type Person = Awaited<ReturnType<Awaited<ReturnType<typeof planDesk>>['as']>>

/** Writes a promise as a person does: sends it, reads how it will be measured, and keeps it. */
export async function keepPromise(person: Person, address: string, fields: Readonly<Record<string, string>>) {
  const opened = formOf((await person.look(address)).body)
  const path = address.replace(/\?.*/, '')
  const sent = { ...opened, id: randomUUID(), ...fields }
  const seen = await person.send(path, sent)
  return seen.status === 200 ? person.send(path, { ...sent, seen: formOf(seen.body)['seen'] ?? '' }) : seen
}
