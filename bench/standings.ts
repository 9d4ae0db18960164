import { addContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkSchema } from '#frameworks/framework.ts'
import { keepFramework } from '#frameworks/load-framework.ts'
import { append } from '#ledger/append.ts'
import type { Entry } from '#ledger/evidence.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { addDays, day } from '#platform/day.ts'
import { kindsOfPromises, promisesOf } from '#standings/promises.ts'
import { rebuildStandings, refreshStandings, standingsToday } from '#standings/keep-standings.ts'
import { standForce } from '#standings/stand-force.ts'
import { stand, type Held } from '#standings/stand.ts'
import { heading, line, middle, ms, times } from './measure.ts'

const teams = 60
const rowsOfATeam = 5_000
const start = day('2019-08-02')
const asAt = day('2020-07-30')
const at = new Date('2020-07-31T12:00:00Z')

const framework = frameworkSchema.parse({
  id: 'bench',
  title: 'Bench',
  force: 'bench',
  from: '2019-01-01',
  to: null,
  source: 'A bench',
  standards: [
    {
      id: 'D-2',
      title: 'Face to face',
      keyElements: [],
      measures: [
        {
          id: 'D2.1',
          title: 'Events',
          measures: [{ measure: 'count', of: { kind: 'engagement held' }, per: 'contract year' }],
        },
      ],
    },
  ],
})

const cadence = { measure: 'cadence', of: { kind: 'contact made' }, every: 'FREQ=MONTHLY;INTERVAL=3' } as const
const counted = [
  'engagement held',
  'post published',
  'alert sent',
  'learning identified',
  'information shared',
] as const

/** 150 obligations: 50 clerks and advocates by a rule, 80 school contacts, 20 counts. */
const commitments: Contract['commitments'] = [
  ...Array.from({ length: 5 }, (_, n) => promise(`C${n}`, { ...cadence, expected: { subject: 'council clerk' } })),
  ...Array.from({ length: 4 }, (_, n) =>
    promise(`S${n}`, {
      measure: 'coverage',
      of: { kind: 'contact made' },
      expected: { subject: 'school' },
      per: 'contract year',
      target: { atLeast: 100 },
    }),
  ),
  ...Array.from({ length: 20 }, (_, n) =>
    promise(`N${n}`, {
      measure: 'count',
      of: { kind: counted[n % 5] as string },
      per: 'month',
      target: { atLeast: 1 },
    }),
  ),
]

function promise(
  ref: string,
  measure: Contract['commitments'][number]['measures'][number],
): Contract['commitments'][number] {
  return { ref, heading: 'Bench', text: ref, standards: ['D-2'], who: 'team', with: [], measures: [measure] }
}

/** Standings of one team beside a plain scan of its rows, of a force of sixty at once, and after one new row. */
export async function benchStandings(database: Database): Promise<void> {
  const held = await fill(database)
  const first = held[0] as Held
  const kinds = kindsOfPromises(promisesOf(first.contract, first.framework))
  heading(
    `Standings: ${obligations(await stand(database, first, asAt))} obligations over ${rowsOfATeam.toLocaleString('en-GB')} rows a team, ${teams} teams`,
  )
  const scan = await middle(
    15,
    () => database`
    select entry, kind, happened_on, happened_at, subjects, quantities, facets, about from evidence
    where chain = ${first.contract.teamId} and kind = any(${kinds})`,
  )
  const one = await middle(15, () => stand(database, first, asAt))
  line('one plain SQL scan of a team’s rows', ms(scan))
  line('all standings of the team, from the ledger', ms(one), `${times(one / scan)} the scan (aim ≤ 3 ×)`)
  const frameworks = new Map([[framework.id, framework]])
  const force = await middle(1, () => standForce(database, 'bench', frameworks, asAt))
  line(`all ${teams} teams in one go`, ms(force), `${times(force / (scan * teams))} the scans`)
  await benchOneRow(database, held)
}

async function benchOneRow(database: Database, held: readonly Held[]): Promise<void> {
  const first = held[0] as Held
  const whole = await middle(5, () => rebuildStandings(database, first, asAt, at))
  for (const each of held.slice(1, 3)) await standingsToday(database, each, asAt, at)
  let made = 0
  const refreshed = await middle(7, async () => {
    await transaction(database, (sql) =>
      append(sql, recording(first), [{ kind: 'alert sent', happenedOn: asAt, source: 'bench' }]),
    )
    made = await refreshStandings(database, first, asAt, at)
  })
  const others = await refreshStandings(database, held[1] as Held, asAt, at)
  line('kept standings of a team, made again from nothing', ms(whole))
  line(
    'one new row appended and reflected',
    ms(refreshed),
    `${made} of ${commitments.length + 1} promises made again; ${others} of another team`,
  )
}

const recording = (held: Held) => ({
  forceId: 'bench',
  teamId: held.contract.teamId,
  timeZone: 'Europe/London',
  at,
  by: null,
})

const obligations = (standings: Awaited<ReturnType<typeof stand>>): number =>
  [...standings.values()].reduce((total, standing) => total + Math.max(1, standing.obligations.length), 0) - 1

async function fill(database: Database): Promise<Held[]> {
  await database`insert into force (id, name) values ('bench', 'Bench')`
  await keepFramework(database, framework, { by: null, at })
  const held: Held[] = []
  for (let n = 0; n < teams; n++) held.push(await fillTeam(database, `team-${n}`))
  await database`analyze`
  return held
}

async function fillTeam(database: Database, slug: string): Promise<Held> {
  const teamId = `bench/${slug}`
  await database`insert into team (id, force_id, slug, name) values (${teamId}, 'bench', ${slug}, ${slug})`
  const subjects = [
    ...Array.from({ length: 10 }, (_, n) => ({ id: `${slug}/clerk/${n}`, kind: 'council clerk' })),
    ...Array.from({ length: 20 }, (_, n) => ({ id: `${slug}/school/${n}`, kind: 'school' })),
  ]
  await registerSubjects(
    database,
    subjects.map((each) => ({ ...each, forceId: 'bench', teamId, label: each.id, from: day('2010-01-01'), to: null })),
  )
  const span = { from: start, to: day('2020-08-01') }
  const contract: Contract = {
    id: `${teamId}/2019`,
    teamId,
    year: 2019,
    frameworkId: framework.id,
    span,
    completedOn: null,
    part1: [],
    goodPractice: [],
    toolRequests: [],
    unread: [],
    revision: 1,
    commitments,
  }
  const held = { contract, framework, forceId: 'bench' }
  await transaction(database, async (sql) => {
    await addContract(sql, contract, at, null)
    await append(
      sql,
      recording(held),
      Array.from({ length: rowsOfATeam }, (_, n) => row(n, subjects)),
    )
  })
  return held
}

function row(n: number, subjects: readonly { id: string }[]): Entry {
  const happenedOn = addDays(start, (n * 37) % 360)
  if (n % 2 === 0)
    return {
      kind: 'contact made',
      happenedOn,
      subjects: [subjects[(n / 2) % subjects.length]?.id ?? ''],
      facets: { how: 'visit' },
      source: 'bench',
    }
  return { kind: counted[((n - 1) / 2) % counted.length] as string, happenedOn, source: 'bench' }
}
