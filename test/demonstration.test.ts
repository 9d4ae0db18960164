import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { findContract } from '#contracts/contracts.sql.ts'
import { isDemonstration } from '#demonstration/is-demonstration.ts'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import { frameworkById } from '#frameworks/frameworks.sql.ts'
import { allChains } from '#ledger/ledger.sql.ts'
import { verifyChain } from '#ledger/verify.ts'
import { roles } from '#people/person.ts'
import { demonstrationPeople } from '#people/people.sql.ts'
import type { Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { stand } from '#standings/stand.ts'
import type { Standing } from '#standings/standing.ts'
import terms from '../calendars/school-terms.json' with { type: 'json' }
import subjects from '../demonstration/subjects.json' with { type: 'json' }
import { testDatabase } from './support/database.ts'

test('the year 2019 of West Dorset stands as it is told, on the day after it ended', async (t) => {
  const database = await demonstration(testDatabase(t))
  const standings = await standingsOf(database, 'dorset/west-dorset', 2019, '2020-08-02')
  const of = (ref: string) => standings.get(ref) as Standing

  await t.test('8,204 likes by the end of December keep the target of 8,200 and miss ten percent', () => {
    const { standing, value, target, numerator, denominator } = of('T1')
    assert.deepEqual([standing, value, target, numerator, denominator], ['kept', 8204, 8200, 8204, 7462])
    assert.deepEqual([of('T2').standing, of('T2').value?.toFixed(2), of('T2').target], ['missed', '9.94', 10])
  })

  await t.test(
    'of four clerks to be met each half year, only that of Lyme Regis was missed, and only in the second',
    () => {
      for (const ref of ['R35', 'R02'])
        assert.deepEqual(wordsOf(of(ref)), [
          ['Clerk of Bridport Town Council', 'kept'],
          ['Clerk of Dorchester Town Council', 'kept'],
          ['Clerk of Lyme Regis Town Council', 'missed'],
          ['Clerk of Sherborne Town Council', 'kept'],
        ])
      assert.deepEqual(of('R35').gaps, [{ from: '2020-02-01', to: '2020-08-01', days: 183 }])
    },
  )

  await t.test('Sherborne Town Council was never missed', () => {
    assert.equal(of('R38').standing, 'kept')
    assert.deepEqual(
      of('R38').obligations.map(({ value }) => value),
      [12],
    )
  })

  await t.test('one newsletter of four came a month late', () => {
    assert.equal(of('R36').standing, 'late')
    assert.deepEqual(
      of('R36').periods.map(({ standing }) => standing),
      ['kept', 'late', 'kept', 'kept'],
    )
  })

  await t.test(
    'each of five watch schemes has its contact at the end of the year, though one had none for a while',
    () => {
      assert.deepEqual(wordsOf(of('R20')), [
        ['Community Speed Watch', 'kept'],
        ['Holiday Park Watch', 'kept'],
        ['Hotel Watch', 'kept'],
        ['Pub Watch', 'kept'],
        ['Shop Watch', 'kept'],
      ])
      assert.equal(of('R20').obligations[2]?.reason, 'In place since 20 January 2020.')
    },
  )

  await t.test(
    'from 23 March 2020 there was nothing in public, and the months without an advertised event are missed',
    () => {
      for (const ref of ['R10', 'T3']) {
        assert.equal(of(ref).standing, 'missed')
        const missed = of(ref).periods.filter(({ standing }) => standing === 'missed')
        assert.deepEqual(
          missed.map(({ from }) => from.slice(0, 7)),
          ['2020-04', '2020-05', '2020-06'],
        )
        assert.match(of(ref).reason, /missed in April 2020, May 2020 and June 2020\.$/)
      }
    },
  )

  await t.test('every promise stands as the story means it to', () => {
    const plan = [...standings].filter(([ref]) => /^[RT]\d/.test(ref))
    const refs = (word: string) =>
      plan
        .filter(([, { standing }]) => standing === word)
        .map(([ref]) => ref)
        .sort()
    assert.deepEqual(
      refs('kept'),
      'R01 R05 R07 R09 R18 R19 R20 R24 R31 R33 R34 R37 R38 R40 R42 R46 R47 R48 R49 T1 T4 T5'.split(' '),
    )
    assert.deepEqual(refs('late'), ['R25', 'R36'])
    assert.deepEqual(refs('missed'), 'R02 R04 R10 R14 R15 R21 R22 R35 R39 R41 T2 T3'.split(' '))
    assert.deepEqual(refs('unmeasurable').length + 22 + 2 + 12, plan.length)
  })
})

test('the current years have something kept, due and late, and one school left out in the half term that closed', async (t) => {
  const database = await demonstration(testDatabase(t))
  const standings = await standingsOf(database, 'dorset/west-dorset', null, '2026-11-22')
  const words = new Set([...standings.values()].map(({ standing }) => standing))
  assert.deepEqual(
    ['due', 'kept', 'late', 'on course'].filter((word) => !words.has(word as Standing['standing'])),
    [],
  )

  const launceston = await standingsOf(database, 'devon-and-cornwall/launceston', null, '2026-11-22')
  const schools = launceston.get('R54') as Standing
  const begun = terms.filter(
    ({ council, from }) => council === 'Cornwall Council' && from >= '2026-09-01' && from <= '2026-11-22',
  )
  const open = subjects.filter(({ kind, team }) => kind === 'school' && team === 'launceston')
  assert.equal(schools.obligations.length, open.length * begun.length)
  assert.deepEqual(
    schools.obligations.filter(({ standing }) => standing === 'missed').map(({ subject }) => subject),
    ['North Petherwin School'],
  )
  assert.equal(launceston.get('R53')?.value, 1)
})

test('an enquiry in the night the clocks go back has 24 hours, which end before the clock shows its time again', async (t) => {
  const database = await demonstration(testDatabase(t))
  const { standing, numerator, denominator } = (
    await standingsOf(database, 'devon-and-cornwall/launceston', null, '2026-11-22')
  ).get('S2') as Standing
  assert.deepEqual([standing, numerator, denominator], ['missed', 10, 12])
})

test('the demonstration’s ledgers are whole, its people fictional and one of each role, and loading it again changes nothing', async (t) => {
  const database = await testDatabase(t)
  assert.equal(await isDemonstration(database), false)
  await demonstration(database)
  await demonstration(database)
  assert.equal(await isDemonstration(database), true)
  const chains = await allChains(database)
  assert.deepEqual(
    chains.map(({ id }) => id),
    ['devon-and-cornwall', 'devon-and-cornwall/launceston', 'dorset', 'dorset/west-dorset'],
  )
  for (const { id } of chains) assert.equal((await verifyChain(database, id)).whole, true, id)
  const people = await demonstrationPeople(database)
  assert.deepEqual(people.map(({ role }) => role).sort(), [...roles].sort())
  assert.deepEqual(
    people.filter(({ name }) => !name.includes('Fictional')),
    [],
  )
  const [unlike] = await database`
    select e.id from engagement e left join evidence v on v.source = 'engagement/' || e.id and v.kind = 'engagement held'
    where v.happened_on is distinct from e.held_on or (v.quantities ->> 'reached')::int is distinct from e.reached`
  assert.equal(unlike, undefined)
})

test('two loads on two databases are one and the same', async (t) => {
  const told = async (database: Database) =>
    JSON.stringify({
      standings: [...(await standingsOf(database, 'dorset/west-dorset', 2019, '2020-08-02'))],
      heads: (await allChains(database)).map(({ id, head }) => [id, Buffer.from(head).toString('hex')]),
    })
  assert.equal(await told(await demonstration(testDatabase(t))), await told(await demonstration(testDatabase(t))))
})

async function demonstration(opening: Database | Promise<Database>): Promise<Database> {
  const database = await opening
  const root = join(import.meta.dirname, '..')
  await loadDemonstration(database, { now: new Date('2026-11-22T09:00:00Z'), root })
  return database
}

async function standingsOf(database: Database, teamId: string, year: number | null, asAt: string) {
  const contract = await findContract(database, teamId, year)
  assert.ok(contract)
  const framework = await frameworkById(database, contract.frameworkId)
  assert.ok(framework)
  return stand(database, { contract, framework, forceId: teamId.split('/')[0] ?? '' }, day(asAt))
}

const wordsOf = ({ obligations }: Standing) => obligations.map(({ subject, standing }) => [subject, standing])
