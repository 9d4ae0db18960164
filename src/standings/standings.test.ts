import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { addDays, day, type Day } from '#platform/day.ts'
import { testDatabase } from '../../test/support/database.ts'
import { recordedAt, smallForce } from '../../test/support/force.ts'
import { questionOf, measure } from '../../test/support/question.ts'
import { EvidenceIndex, type Evidence } from './evidence-index.ts'
import { refreshStandings, rebuildStandings, standingsToday } from './keep-standings.ts'
import { keptStandings } from './standings.sql.ts'
import { standForce } from './stand-force.ts'
import { stand } from './stand.ts'
import { standingOf } from './standing-of.ts'

const start = day('2019-08-02')
const dayInYear = fc.integer({ min: 0, max: 380 }).map((n) => addDays(start, n))
const clerk = (team: string) => fc.constantFrom(`${team}/clerk/a`, `${team}/clerk/b`)

/** Any piece of evidence that the small contract reads. */
const entryOf = (team: string): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc.record({ happenedOn: dayInYear, advertised: fc.boolean() }).map(({ happenedOn, advertised }) => ({
      kind: 'engagement held',
      happenedOn,
      facets: { advertised },
      source: 'test',
    })),
    fc.record({ happenedOn: dayInYear, who: clerk(team) }).map(({ happenedOn, who }) => ({
      kind: 'contact made',
      happenedOn,
      subjects: [who],
      source: 'test',
    })),
    fc.record({ happenedOn: dayInYear, answered: fc.integer({ min: 1, max: 50 }) }).map(({ happenedOn, answered }) => ({
      kind: 'calls counted',
      happenedOn,
      quantities: { answered, 'in time': answered - 1 },
      source: 'test',
    })),
  )

const record = (database: Database, team: string, entries: readonly Entry[], at = recordedAt) =>
  transaction(database, (sql) =>
    append(sql, { forceId: 'dorset', teamId: `dorset/${team}`, timeZone: 'Europe/London', at, by: null }, entries),
  )

const told = (standings: ReadonlyMap<string, unknown>) =>
  JSON.stringify([...standings].sort(([a], [b]) => (a < b ? -1 : 1)))
const runs = { numRuns: 12 }

test('the order in which evidence arrives does not matter to any standing', () => {
  const measures = [
    {
      measure: 'cadence',
      of: { kind: 'engagement held', where: { advertised: true } },
      every: 'FREQ=MONTHLY',
      grace: 'P2W',
    },
    { measure: 'coverage', of: { kind: 'contact made' }, expected: { subject: 'council clerk' }, per: 'quarter' },
    {
      measure: 'share',
      of: { kind: 'calls counted' },
      satisfied: { quantities: ['in time', 'answered'] },
      per: 'month',
      target: { atLeast: 90 },
    },
    { measure: 'cadence', of: { kind: 'contact made' }, expected: { subject: 'council clerk' }, every: 'P6W' },
  ].map(measure)
  const { subjects, ...question } = {
    ...questionOf({ asAt: '2020-08-02' }),
    subjects: ['west/clerk/a', 'west/clerk/b'].map((id) => ({
      id,
      kind: 'council clerk',
      label: id,
      from: day('2010-01-01'),
      to: null,
    })),
  }
  fc.assert(
    fc.property(fc.array(entryOf('west'), { maxLength: 60 }), dayInYear, fc.integer(), (entries, asAt, seed) => {
      const rows = entries.map((entry, n): Evidence => ({
        entry: n + 1,
        kind: entry.kind,
        on: entry.happenedOn,
        at: null,
        subjects: entry.subjects ?? [],
        quantities: entry.quantities ?? {},
        facets: entry.facets ?? {},
        about: null,
      }))
      const shuffled = rows.toSorted((a, b) => ((a.entry * 7919 + seed) % 101) - ((b.entry * 7919 + seed) % 101))
      for (const one of measures) {
        const inOrder = standingOf([one], { ...question, subjects, asAt, evidence: new EvidenceIndex(rows, asAt) })
        const outOfOrder = standingOf([one], {
          ...question,
          subjects,
          asAt,
          evidence: new EvidenceIndex(shuffled, asAt),
        })
        assert.deepEqual(outOfOrder, inOrder)
      }
    }),
    { numRuns: 100 },
  )
})

test('what another team does never changes how a team stands', async (t) => {
  const database = await testDatabase(t)
  const { west } = await smallForce(database)
  await record(database, 'west', [
    { kind: 'engagement held', happenedOn: day('2019-09-01'), facets: { advertised: true }, source: 'test' },
  ])
  const before = told(await stand(database, west, day('2020-08-02')))
  await fc.assert(
    fc.asyncProperty(fc.array(entryOf('east'), { minLength: 1, maxLength: 20 }), async (entries) => {
      await record(database, 'east', entries)
      assert.equal(told(await stand(database, west, day('2020-08-02'))), before)
    }),
    runs,
  )
})

test('standings kept as evidence arrives are the same bytes as those rebuilt from the ledger, and as a force answered in one go', async (t) => {
  const database = await testDatabase(t)
  const { west, framework } = await smallForce(database)
  const today = day('2020-07-20')
  await fc.assert(
    fc.asyncProperty(fc.array(entryOf('west'), { minLength: 1, maxLength: 8 }), async (entries) => {
      await record(database, 'west', entries)
      const incremental = told(await standingsToday(database, west, today, recordedAt))
      assert.equal(told(await keptStandings(database, west.contract.id)), incremental)
      await rebuildStandings(database, west, today, recordedAt)
      assert.equal(told(await keptStandings(database, west.contract.id)), incremental)
      const force = await standForce(database, 'dorset', new Map([[framework.id, framework]]), today)
      const parsed = told(new Map(JSON.parse(incremental) as [string, unknown][]))
      assert.equal(
        told(sortedKeys(force.get(west.contract.id) ?? new Map())),
        told(sortedKeys(new Map(JSON.parse(parsed) as [string, unknown][]))),
      )
    }),
    runs,
  )
})

test('new evidence is reflected without answering other teams, or promises that do not read it, again', async (t) => {
  const database = await testDatabase(t)
  const { west, east } = await smallForce(database)
  const today = day('2020-07-20')
  const all = await refreshStandings(database, west, today, recordedAt)
  await refreshStandings(database, east, today, recordedAt)
  assert.equal(all, 4)
  await record(database, 'west', [
    { kind: 'contact made', happenedOn: day('2019-09-01'), subjects: ['west/clerk/a'], source: 'test' },
  ])
  assert.equal(await refreshStandings(database, east, today, recordedAt), 0)
  assert.equal(await refreshStandings(database, west, today, recordedAt), 1)
  assert.equal((await standingsToday(database, west, today, recordedAt)).get('R35')?.obligations[0]?.value, 1)
})

test('what was corrected counts as it was corrected, and what was withdrawn does not count', async (t) => {
  const database = await testDatabase(t)
  const { west } = await smallForce(database)
  const calls = (inTime: number, parts: object = {}): Entry =>
    ({
      kind: 'calls counted',
      happenedOn: day('2019-09-01'),
      quantities: { answered: 10, 'in time': inTime },
      source: 'test',
      ...parts,
    }) as Entry
  const share = async () => (await stand(database, west, day('2019-09-30'))).get('X1')?.value
  await record(database, 'west', [calls(2)])
  assert.equal(await share(), 20)
  await record(database, 'west', [calls(9, { effect: 'corrects', supersedes: 1 })])
  assert.equal(await share(), 90)
  await record(database, 'west', [calls(9, { effect: 'withdraws', supersedes: 2 })])
  assert.equal(await share(), null)
})

test('a day of the past replays as it was then known, whatever was recorded since', async (t) => {
  const database = await testDatabase(t)
  const { west } = await smallForce(database)
  let clock = new Date('2020-08-20T12:00:00Z').getTime()
  const replayed: { asAt: Day; knownAt: Date; said: string }[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(entryOf('west'), { minLength: 1, maxLength: 6 }),
      dayInYear,
      fc.boolean(),
      async (entries, asAt, withdraw) => {
        clock += 60_000
        await record(database, 'west', entries, new Date(clock))
        if (withdraw) await withdrawLast(database, new Date(clock))
        const knownAt = new Date(clock)
        replayed.push({ asAt, knownAt, said: told(await stand(database, west, asAt, knownAt)) })
        for (const then of replayed) assert.equal(told(await stand(database, west, then.asAt, then.knownAt)), then.said)
      },
    ),
    runs,
  )
})

async function withdrawLast(database: Database, at: Date): Promise<void> {
  const [last] = await database<{ seq: number; kind: string; on: Day }[]>`
    select e.seq, e.kind, e.happened_on as on from evidence e where e.effect = 'states' and e.chain = 'dorset/west'
    and not exists (select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq) order by e.seq desc limit 1`
  if (last)
    await record(
      database,
      'west',
      [{ kind: last.kind, happenedOn: last.on, source: 'test', effect: 'withdraws', supersedes: last.seq }],
      at,
    )
}

/** Databases keep the keys of an object in an order of their own. */
const sortedKeys = (standings: ReadonlyMap<string, unknown>) =>
  new Map(
    [...standings].map(([ref, value]) => [
      ref,
      JSON.parse(JSON.stringify(value, Object.keys(flat(value)).sort())) as unknown,
    ]),
  )

function flat(value: unknown, into: Record<string, true> = {}): Record<string, true> {
  if (Array.isArray(value)) for (const each of value) flat(each, into)
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) {
      into[key] = true
      flat(each, into)
    }
  return into
}
