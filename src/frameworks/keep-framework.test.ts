import assert from 'node:assert/strict'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { testDatabase } from '../../test/support/database.ts'
import type { Framework } from './framework.ts'
import { frameworkById } from './frameworks.sql.ts'
import { keepFramework } from './load-framework.ts'

const loading = { by: null, at: new Date('2019-08-01T09:00:00Z') }

const framework: Framework = {
  id: 'dorset-2031',
  title: 'Dorset 2031',
  force: 'dorset',
  from: '2031-01-01',
  to: null,
  source: 'made for a test',
  standards: [
    {
      id: 'D-1',
      title: 'Meet people',
      keyElements: [],
      measures: [
        { id: 'D1.1', title: 'Held', measures: [{ measure: 'count', of: { kind: 'engagement held' }, per: 'month' }] },
      ],
    },
  ],
  pillars: [],
  serviceStandards: [],
  duties: [],
}
const renamed = { ...framework, title: 'Dorset 2031, second thoughts' }

test('a framework loaded twice is kept once', async (t) => {
  const db = await testDatabase(t)
  assert.deepEqual(
    await Promise.all([1, 2].map(() => keepFramework(db, framework, loading))).then((all) => all.sort()),
    ['kept', 'unchanged'],
  )
  assert.deepEqual(await frameworkById(db, 'dorset-2031'), framework)
  assert.deepEqual(
    [...(await db`select verb, about, person_id from audit`)],
    [{ verb: 'load a framework', about: 'framework:dorset-2031', person_id: null }],
  )
})

test('a framework may be put right as long as no contract was made under it', async (t) => {
  const db = await testDatabase(t)
  await keepFramework(db, framework, loading)
  assert.equal(await keepFramework(db, renamed, loading), 'replaced')
  assert.deepEqual(await frameworkById(db, 'dorset-2031'), renamed)
})

test('a framework under which a contract was made never changes', async (t) => {
  const db = await testDatabase(t)
  await keepFramework(db, framework, loading)
  await signContract(db)
  await assert.rejects(
    keepFramework(db, renamed, loading),
    new Refusal(
      'Contracts have been made under the framework dorset-2031. Give the new version an id of its own.',
      409,
    ),
  )
  assert.deepEqual(await frameworkById(db, 'dorset-2031'), framework)
  assert.equal(await keepFramework(db, framework, loading), 'unchanged')
})

async function signContract(db: Database): Promise<void> {
  await db`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await db`insert into team (id, force_id, slug, name) values ('dorset/west-dorset', 'dorset', 'west-dorset', 'West Dorset')`
  await db`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    values ('dorset/west-dorset/2031', 'dorset/west-dorset', 2031, 'dorset-2031', '2031-01-01', '2031-12-31', now())`
}
