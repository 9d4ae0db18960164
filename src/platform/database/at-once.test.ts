import assert from 'node:assert/strict'
import test from 'node:test'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { atOnce } from './at-once.sql.ts'

type Named = {
  readonly id: string
  readonly name: string
  readonly since: Day | null
  readonly places: readonly string[]
}

const named = (sql: Sql, most: number, name: string) => sql<Named[]>`
  select n::text as id, ${name} || n as name, case when n > 1 then date '2020-03-07' end as since, array['a', 'b'] as places
  from generate_series(1, ${most}::int) n order by n desc`
const none = (sql: Sql) => sql<{ n: number }[]>`select 1.5::float8 as n where false`

test('queries asked at once answer as they do one by one, each with its own figures and order', async (t) => {
  const db = await testDatabase(t)
  const together = await atOnce(db, { clerks: named(db, 3, 'clerk'), heads: named(db, 2, 'head'), none: none(db) })
  assert.deepEqual(together, {
    clerks: [...(await named(db, 3, 'clerk'))],
    heads: [...(await named(db, 2, 'head'))],
    none: [],
  })
})

test('an instant asked with others comes as text that tells the same instant', async (t) => {
  const db = await testDatabase(t)
  const { instants } = await atOnce(db, {
    instants: db<{ at: Date }[]>`select timestamptz '2026-03-29T01:30:00.123Z' as at`,
  })
  const told: string | undefined = instants[0]?.at
  assert.deepEqual(new Date(told ?? ''), new Date('2026-03-29T01:30:00.123Z'))
})
