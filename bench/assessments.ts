import { addTeams } from '#areas/register-areas.sql.ts'
import { scoringRoutes } from '#assessments/scoring/scoring.routes.ts'
import { roundRoutes } from '#assessments/rounds/rounds.routes.ts'
import { recommendationRoutes } from '#assessments/recommendations/recommendations.routes.ts'
import { contractLines, findSeat, rubricOf } from '#assessments/rounds/rounds.sql.ts'
import { membersOf } from '#assessments/rounds/panel.sql.ts'
import { findPack, lastYearOf, standardLines } from '#assessments/packs/packs.sql.ts'
import { findModerated, findOwnScore, gradesSeen, scoresSeen } from '#assessments/scoring/scores.sql.ts'
import { findForce } from '#areas/areas.sql.ts'
import { keepFramework } from '#frameworks/load-framework.ts'
import { frameworkSchema } from '#frameworks/framework.ts'
import { evidenceRows } from '#ledger/ledger.sql.ts'
import { insertPerson } from '#people/people.sql.ts'
import type { Database } from '#platform/database/database.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { siteChromeOf } from '../src/site.ts'
import { heading, line, middle, ms, times } from './measure.ts'

const teams = 60
const standards = 10
const scorers = 8
const at = new Date('2026-11-21T12:00:00Z')
const roundId = crypto.randomUUID()

/** A force's whole round, all of it scored: each page that a member opens, beside the bare SQL that it needs. */
export async function benchAssessments(database: Database): Promise<void> {
  const people = await fill(database)
  const chair = people[0] as string
  const server = await buildServer({
    db: database,
    routes: [...roundRoutes, ...scoringRoutes, ...recommendationRoutes],
    signedIn: async () => ({ id: chair, name: 'Bench', roles: ['opcc'], forceId: 'bench', teamId: null }),
    ready: async () => true,
    siteChrome: siteChromeOf({ demonstration: false, assetPath: (name) => name, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => at,
  })
  const asked = async (method: 'GET' | 'POST', url: string, form: Readonly<Record<string, string>> = {}) => {
    const cookie = `frankpledge=${'n'.repeat(43)}`
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = method === 'POST' ? { payload: new URLSearchParams(form).toString() } : {}
    const answer = await server.inject({ method, url, headers, ...payload })
    if (answer.statusCode >= 400) throw new Error(`${url} answered ${answer.statusCode}`)
  }
  heading(`A round: ${teams} teams, ${standards} standards, ${scorers} scorers, all scored`)
  const one = `/desk/bench/rounds/${roundId}`
  const standard = `${one}/team-7/standards/D-2`
  await compare(
    'the round',
    () => roundSql(database, chair),
    () => asked('GET', one),
  )
  await compare(
    'one contract',
    () => contractSql(database, chair),
    () => asked('GET', `${one}/team-7`),
  )
  await compare(
    'one standard with all scores',
    () => standardSql(database, chair),
    () => asked('GET', standard),
  )
  const decided = { grade: 'good', reason: 'All in all' }
  line(
    'a score moderated, from request to answer',
    ms(await middle(15, () => asked('POST', `${standard}/moderate`, decided))),
  )
  await server.stop()
}

async function compare(what: string, bare: () => Promise<unknown>, page: () => Promise<void>): Promise<void> {
  const sql = await middle(15, bare)
  const taken = await middle(15, page)
  line(`${what}: the bare SQL`, ms(sql))
  line(`${what}: the page, from request to answer`, ms(taken), `${times(taken / sql)} the SQL (aim < 100 ms)`)
}

const contractId = 'bench/team-7/2019'

async function roundSql(database: Database, personId: string): Promise<void> {
  await findForce(database, 'bench')
  await findSeat(database, { forceId: 'bench', roundId, personId })
  await Promise.all([
    contractLines(database, roundId, personId),
    membersOf(database, roundId),
    gradesSeen(database, roundId, personId),
  ])
}

async function contractSql(database: Database, personId: string): Promise<void> {
  await findForce(database, 'bench')
  await findSeat(database, { forceId: 'bench', roundId, personId })
  await contractLines(database, roundId, personId, 'team-7')
  await Promise.all([
    standardLines(database, { roundId, contractId, personId }),
    gradesSeen(database, roundId, personId, contractId),
  ])
}

async function standardSql(database: Database, personId: string): Promise<void> {
  await findForce(database, 'bench')
  await findSeat(database, { forceId: 'bench', roundId, personId })
  await contractLines(database, roundId, personId, 'team-7')
  const key = { roundId, contractId, standardId: 'D-2', personId }
  const pack = await findPack(database, key, 'D-2')
  await Promise.all([
    standardLines(database, key),
    rubricOf(database, roundId),
    lastYearOf(database, { teamId: 'bench/team-7', year: 2019, standardId: 'D-2' }),
    evidenceRows(database, pack?.sample ?? []),
    findOwnScore(database, key),
    scoresSeen(database, key),
    gradesSeen(database, roundId, personId, contractId),
    findModerated(database, key),
  ])
}

async function fill(database: Database): Promise<string[]> {
  await database`insert into force (id, name) values ('bench', 'Bench')`
  const slugs = Array.from({ length: teams }, (_, n) => `team-${n}`)
  await addTeams(
    database,
    slugs.map((slug) => ({ id: `bench/${slug}`, forceId: 'bench', slug, name: slug, schoolCouncil: null })),
  )
  const root = join(import.meta.dirname, '..')
  const framework = frameworkSchema.parse(JSON.parse(await readFile(join(root, 'frameworks/dorset-2019.json'), 'utf8')))
  await keepFramework(database, framework, { by: null, at })
  const people = await Promise.all(Array.from({ length: scorers }, (_, n) => benchMember(database, n, at)))
  await fillRound(database, people)
  await database`analyze`
  return people
}

/** Somebody of the OPCC. */
export async function benchMember(database: Database, n: number, at: Date): Promise<string> {
  const told = {
    name: `Member ${n}`,
    role: 'opcc',
    forceId: 'bench',
    teamId: null,
    email: `m${n}@example.org`,
  } as const
  return (await insertPerson(database, { ...told, passwordHash: null, fictional: true }, at)) ?? ''
}

async function fillRound(database: Database, people: readonly string[]): Promise<void> {
  await database`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    select id || '/2019', id, 2019, 'dorset-2019', '2019-08-02', '2020-08-01', ${at} from team`
  await database`
    insert into assessment_round (id, force_id, year, opens_on, scoring_on, moderation_on, closes_on, grades, answer_within, phase, opened_at)
    values (${roundId}, 'bench', 2019, '2020-08-02', '2020-08-02', '2020-08-02', '2020-12-01',
      '{outstanding,good,adequate,requires improvement,inadequate}', 56, 'moderation', ${at})`
  await database`insert into round_contract (round_id, contract_id, seed) select ${roundId}, id, 'seed' from contract`
  await database`
    insert into round_member (round_id, person_id, is_chair)
    select ${roundId}, id, id = ${people[0] as string} from unnest(${[...people]}::uuid[]) as p (id)`
  const promise = {
    ref: 'R10',
    text: 'An event each month',
    standing: 'kept',
    reason: 'There was one in each month.',
    numerator: 12,
    denominator: 12,
    entries: 40,
  }
  const pack = {
    title: 'Face to face',
    asAt: '2020-08-02',
    standing: 'kept',
    promises: Array.from({ length: 9 }, () => promise),
    sample: [],
    drawnFrom: 40,
    selfEvaluation: [],
    frozen: null,
  }
  await database`
    insert into round_pack (round_id, contract_id, standard_id, place, pack, taken_at)
    select ${roundId}, c.id, 'D-' || n, n, ${database.json(pack)}::jsonb || jsonb_build_object('standardId', 'D-' || n), ${at}
    from contract c, generate_series(1, ${standards}) as n`
  await database`
    insert into score (round_id, contract_id, standard_id, person_id, grade, reason, better, saved_at, submitted_at)
    select p.round_id, p.contract_id, p.standard_id, m.person_id,
      (array['outstanding', 'good', 'adequate', 'requires improvement'])[1 + abs(hashtext(p.contract_id || p.standard_id || m.person_id)) % 4],
      'Because it is so', 'More of it', ${at}, ${at}
    from round_pack p join round_member m on m.round_id = p.round_id`
}
