import { addContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkSchema, type Framework } from '#frameworks/framework.ts'
import { keepFramework } from '#frameworks/load-framework.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import type { Held } from '#standings/stand.ts'

export const recordedAt = new Date('2020-09-01T12:00:00Z')

const framework = frameworkSchema.parse({
  id: 'small-2019',
  title: 'A small framework',
  force: 'dorset',
  from: '2019-01-01',
  to: null,
  source: 'A test',
  standards: [
    {
      id: 'D-2',
      title: 'Face to face',
      keyElements: ['Be there'],
      measures: [
        {
          id: 'D2.1',
          title: 'Events held',
          measures: [{ measure: 'count', of: { kind: 'engagement held' }, per: 'contract year' }],
        },
      ],
    },
  ],
})

const commitments: Contract['commitments'] = [
  {
    ref: 'R10',
    heading: 'Face to face',
    text: 'An advertised event each month',
    standards: ['D-2'],
    who: 'the team',
    with: [],
    measures: [
      { measure: 'cadence', of: { kind: 'engagement held', where: { advertised: true } }, every: 'FREQ=MONTHLY' },
    ],
  },
  {
    ref: 'R35',
    heading: 'Councillors',
    text: 'Meet each clerk each half year',
    standards: [],
    who: 'the Inspector',
    with: ['clerks'],
    measures: [
      {
        measure: 'cadence',
        of: { kind: 'contact made' },
        expected: { subject: 'council clerk' },
        every: 'FREQ=MONTHLY;INTERVAL=6',
      },
    ],
  },
  {
    ref: 'X1',
    heading: 'Calls',
    text: 'Calls answered in time',
    standards: [],
    who: 'the force',
    with: [],
    measures: [
      {
        measure: 'share',
        of: { kind: 'calls counted' },
        satisfied: { quantities: ['in time', 'answered'] },
        per: 'quarter',
        target: { atLeast: 90 },
      },
    ],
  },
]

/** A force of two teams, `dorset/west` and `dorset/east`, of which each has a small contract for 2019 and two clerks. */
export async function smallForce(database: Database): Promise<{ west: Held; east: Held; framework: Framework }> {
  await database`insert into force (id, name) values ('dorset', 'Dorset Police')`
  await database`insert into team (id, force_id, slug, name) values ('dorset/west', 'dorset', 'west', 'West'), ('dorset/east', 'dorset', 'east', 'East')`
  await keepFramework(database, framework, { by: null, at: recordedAt })
  const [west, east] = [await teamWithContract(database, 'west'), await teamWithContract(database, 'east')]
  return { west, east, framework }
}

async function teamWithContract(database: Database, slug: string): Promise<Held> {
  const teamId = `dorset/${slug}`
  const contract: Contract = {
    id: `${teamId}/2019`,
    teamId,
    year: 2019,
    frameworkId: framework.id,
    span: { from: day('2019-08-02'), to: day('2020-08-01') },
    completedOn: day('2019-08-02'),
    part1: [],
    goodPractice: [],
    toolRequests: [],
    unread: [],
    revision: 1,
    commitments,
  }
  await transaction(database, (sql) => addContract(sql, contract, recordedAt, null))
  await registerSubjects(
    database,
    ['a', 'b'].map((name) => ({
      id: `${slug}/clerk/${name}`,
      forceId: 'dorset',
      teamId,
      kind: 'council clerk',
      label: `Clerk of ${name}`,
      from: day('2010-01-01'),
      to: null,
    })),
  )
  return { contract, framework, forceId: 'dorset' }
}
