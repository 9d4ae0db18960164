import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import type { PriorityState } from '#priorities/priority.ts'
import { deskOf, saturday } from './desk.ts'
import { keeperOf } from './network.ts'

const team = 'dorset/west-dorset'

/** A priority of West Dorset in a state, raised in one conversation with a clerk who was not called since. */
export async function raisedByClerk(t: TestContext, state: PriorityState, outcome: 'done' | 'still trying' | null) {
  const { db, as } = await deskOf(t, [])
  const keeper = keeperOf((await as('sergeant')).id, saturday)
  const [id, contactId] = [randomUUID(), randomUUID()]
  const reported = outcome === null ? null : 'There is a sign'
  await db`
    insert into priority (id, about, team_id, title, said, concerning, level, set_on, state, outcome, report_back, made_at)
    values (${id}, ${`priority/${id}`}, ${team}, 'Speeding', 'Cars race', 'crime or ASB location', 'standard', '2026-11-01',
      ${state}, ${outcome}, ${reported}, ${saturday})`
  await told(db, { id, contactId, ownerId: keeper.personId })
  const take = (verb: (sql: Sql) => Promise<unknown>) => transaction(db, verb)
  const stateNow = async () => (await db<{ state: string }[]>`select state from priority where id = ${id}`)[0]?.state
  return { db, keeper, id, contactId, take, stateNow }
}

async function told(db: Database, of: { readonly id: string; readonly contactId: string; readonly ownerId: string }) {
  const [organisationId, relationshipId] = [randomUUID(), randomUUID()]
  await db`
    insert into subject (id, force_id, team_id, kind, label, starts_on)
    values ('west-dorset/clerk', 'dorset', ${team}, 'council clerk', 'Clerk of Bridport', '2026-01-01')`
  await db`
    insert into organisation (id, force_id, team_id, kind, name, folded, kept_at)
    values (${organisationId}, 'dorset', ${team}, 'council', 'Bridport', 'bridport', ${saturday})`
  await db`
    insert into relationship (id, team_id, subject_id, organisation_id, owner_id, began_on)
    values (${relationshipId}, ${team}, 'west-dorset/clerk', ${organisationId}, ${of.ownerId}, '2026-01-01')`
  await db`
    insert into contact (id, relationship_id, team_id, made_on, how, heard, logged_at)
    values (${of.contactId}, ${relationshipId}, ${team}, '2026-11-01', 'telephone', 'Cars race past the school', ${saturday})`
  await db`
    insert into concern_triaged (concern_id, source, team_id, decision, priority_id, triaged_on, triaged_at)
    values (${of.contactId}, 'contact', ${team}, 'priority', ${of.id}, '2026-11-02', ${saturday})`
}
