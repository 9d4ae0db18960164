import { addTeams } from '#areas/register-areas.sql.ts'
import { roundRoutes } from '#assessments/rounds.routes.ts'
import { scoringRoutes } from '#assessments/scoring.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { siteChromeOf } from '../src/site.ts'
import { benchMember } from './assessments.ts'
import { heading, line, middle, ms } from './measure.ts'

const teams = 60
const at = new Date('2026-11-21T12:00:00Z')
const roundId = crypto.randomUUID()
const one = `/desk/bench/rounds/${roundId}`

/**
 * What the chair does with a whole round at once: sixty contracts, each frozen with all that the demonstration's West Dorset was
 * frozen with, begun to be scored, opened for the first time, and closed.
 */
export async function benchRound(database: Database): Promise<void> {
  const chair = await fill(database)
  const server = await buildServer({
    db: database,
    routes: [...roundRoutes, ...scoringRoutes],
    signedIn: async () => ({ id: chair, name: 'Bench', roles: ['opcc'], forceId: 'bench', teamId: null }),
    ready: async () => true,
    siteChrome: siteChromeOf({ demonstration: false, assetPath: (name) => name, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => at,
  })
  const taken = async (method: 'GET' | 'POST', url: string) => {
    const began = performance.now()
    const cookie = `frankpledge=${'n'.repeat(43)}`
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await server.inject({ method, url, headers, ...(method === 'POST' ? { payload: '' } : {}) })
    if (answer.statusCode >= 400) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body.slice(0, 400)}`)
    return performance.now() - began
  }
  heading(`The chair’s steps with ${teams} frozen contracts`)
  await taken('GET', one)
  line('scoring begun', ms(await taken('POST', `${one}/begin-scoring`)), '(aim < 100 ms)')
  let n = 0
  line(
    'a frozen contract opened for the first time',
    ms(await middle(15, () => taken('GET', `${one}/team-${n++}`))),
    '(aim < 100 ms)',
  )
  await judge(database, chair)
  line(
    'the round closed: all ratings public, each year over',
    ms(await taken('POST', `${one}/close`)),
    '(aim < 100 ms)',
  )
  await server.stop()
}

async function fill(database: Database): Promise<string> {
  await database`insert into force (id, name) values ('bench', 'Bench')`
  const slugs = Array.from({ length: teams }, (_, n) => `team-${n}`)
  await addTeams(
    database,
    slugs.map((slug) => ({ id: `bench/${slug}`, forceId: 'bench', slug, name: slug, schoolCouncil: null })),
  )
  await database`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    select id || '/2019', id, 2019, 'dorset-2019', '2019-08-02', '2020-08-01', ${at} from team where force_id = 'bench'`
  await database`
    insert into contract_course (contract_id, team_id, state) select id || '/2019', id, 'frozen' from team where force_id = 'bench'`
  await database`
    insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    select gen_random_uuid(), t.id || '/2019', f.frozen_at, f.content, f.hash
    from team t, (select * from contract_freeze order by length(content) desc limit 1) f where t.force_id = 'bench'`
  const chair = await benchMember(database, 0, at)
  await database`
    insert into assessment_round (id, force_id, year, opens_on, scoring_on, moderation_on, closes_on, grades, answer_within, opened_at)
    values (${roundId}, 'bench', 2019, '2020-08-02', '2020-08-02', '2020-08-02', '2020-12-01',
      '{outstanding,good,adequate,requires improvement,inadequate}', 56, ${at})`
  await database`
    insert into round_contract (round_id, contract_id, seed)
    select ${roundId}, id, 'seed' from contract where team_id like 'bench/%'`
  await database`insert into round_member (round_id, person_id, is_chair) values (${roundId}, ${chair}, true)`
  await database`analyze`
  return chair
}

/** Every contract rated and recommended to, as it stands before a round is closed. */
async function judge(database: Database, chair: string): Promise<void> {
  await database`update assessment_round set phase = 'moderation' where id = ${roundId}`
  await database`
    insert into contract_rating (round_id, contract_id, grade, reason, rated_on, rated_by)
    select round_id, contract_id, 'good', 'All in all', '2020-12-01', ${chair} from round_contract where round_id = ${roundId}`
  await database`
    insert into recommendation (id, round_id, contract_id, standard_id, words, closed_by, owner_id, due_on, made_at, made_by)
    select gen_random_uuid(), round_id, contract_id, 'D-2', 'Be there', 'Six events', ${chair}, '2027-06-01', ${at}, ${chair}
    from round_contract where round_id = ${roundId}`
}
