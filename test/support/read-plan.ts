import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { TestContext } from 'node:test'
import { contractRoutes } from '#contracts/contracts.routes.ts'
import { keepFramework, readFramework } from '#frameworks/load-framework.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { kinds } from '#measures/kinds.ts'
import { day } from '#platform/day.ts'
import { deskOf, formOf, saturday } from './desk.ts'

/** Where contracts of the team are brought in. */
export const address = '/desk/dorset/west-dorset/contracts'
export const team = 'dorset/west-dorset'

const plan = `West Dorset: engagement plan
Policing team: West Dorset
Completed on: 1 June 2026
Part 1 - Introduction and self evaluation
How do you engage with and listen to the community?
We hold a meeting in the town hall.
Part 2 - Our plan
Face to face contact with the public;
- Weekly coffee mornings at Bridport library
- Our door stands open
Relationships with councillors;
- The Inspector will meet the town clerks of Bridport, Lyme Regis every six months.
Growing our use of social media;
- Grow the likes of our pages from 1,000 to 1,200 by 31 December 2026.
Part 3 - Good practice and requests
Good practice
- Our harbour walks
Tools which would help
- A second gazebo
`

/** A sergeant who has sent the document of a plan, with the form that asks whether it was read aright. */
export async function desk(t: TestContext) {
  const made = await deskOf(t, contractRoutes)
  const text = await readFile(new URL('../../frameworks/dorset-2019.json', import.meta.url), 'utf8')
  const read = readFramework(text, kinds)
  assert.ok(read.ok)
  await keepFramework(made.db, read.framework, { by: null, at: saturday })
  const shared = { forceId: 'dorset', teamId: team, from: day('2019-08-02'), to: null }
  await registerSubjects(made.db, [
    { ...shared, id: 'clerk/lyme', kind: 'council clerk', label: 'Clerk of Lyme Regis Town Council' },
    { ...shared, id: 'area/west', kind: 'local area', label: 'West Dorset' },
  ])
  const sergeant = await made.as('sergeant')
  const confirm = await sergeant.upload(`${address}/read`, plan, 'plan.txt', { framework: 'dorset-2019' })
  return { ...made, sergeant, confirm, form: formOf(confirm.body) }
}

/** The number under which the form asks about the promise whose words hold these. */
export const numberOf = (form: Record<string, string>, words: string) =>
  Object.entries(form)
    .find(([name, value]) => name.startsWith('words-') && value.includes(words))?.[0]
    .slice(6) ?? ''

/** How much of contracts is kept. */
export const countsOf = async (db: Awaited<ReturnType<typeof desk>>['db']) => {
  const [row] =
    await db`select (select count(*) from contract) as contracts, (select count(*) from commitment) as commitments,
    (select count(*) from evidence) as evidence, (select count(*) from subject) as subjects`
  return { ...row }
}
/** The same where nothing was confirmed. */
export const untouched = { contracts: 0, commitments: 0, evidence: 0, subjects: 2 }
