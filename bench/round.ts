import { addTeams } from '#areas/register-areas.sql.ts'
import { roundRoutes } from '#assessments/rounds/rounds.routes.ts'
import { scoringRoutes } from '#assessments/scoring/scoring.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { siteChromeOf } from '../src/site.ts'
import { benchMember } from './assessments.ts'
import { heading, line, middle, ms } from './measure.ts'

const teams = 60
const scorers = 8
const at = new Date('2026-11-21T12:00:00Z')
const rounds = '/desk/bench/rounds'

/**
 * What the chair does with a whole round at once, over sixty contracts that were each frozen with all that the demonstration's West
 * Dorset was frozen with, from opening it to closing it; and over sixty with the same promises and evidence that nobody froze.
 */
export async function benchRound(database: Database): Promise<void> {
  const people = await fill(database)
  const chair = people[0] as string
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
  const taken: Taken = async (method, url, form = []) => {
    const began = performance.now()
    const cookie = `frankpledge=${'n'.repeat(43)}`
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = method === 'POST' ? { payload: new URLSearchParams(form.map((pair) => [...pair])).toString() } : {}
    const answer = await server.inject({ method, url, headers, ...payload })
    if (answer.statusCode >= 400) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body.slice(0, 400)}`)
    return performance.now() - began
  }
  heading(`The chair’s steps with ${teams} frozen contracts and ${scorers} scorers`)
  await walk(database, people, taken)
  heading(`The same with ${teams} contracts that nobody froze`)
  const id = crypto.randomUUID()
  await taken('POST', `${rounds}/new?year=2018`, roundForm(id, 2018, people))
  told('scoring begun', await taken('POST', `${rounds}/${id}/begin-scoring`))
  let n = 0
  const opened = () => taken('GET', `${rounds}/${id}/team-${n++}`)
  told('one opened for the first time, drawn from the ledger', await middle(15, opened))
  await server.stop()
}

type Form = readonly (readonly [name: string, value: string])[]
type Taken = (method: 'GET' | 'POST', url: string, form?: Form) => Promise<number>

const told = (what: string, taken: number) => line(what, ms(taken), '(aim < 100 ms)')

async function walk(database: Database, people: readonly string[], taken: Taken): Promise<void> {
  const id = crypto.randomUUID()
  const one = `${rounds}/${id}`
  await taken('GET', `${rounds}/new?year=2019`)
  told('the round opened', await taken('POST', `${rounds}/new?year=2019`, roundForm(id, 2019, people)))
  await taken('GET', one)
  told('scoring begun', await taken('POST', `${one}/begin-scoring`))
  let n = 0
  told('a frozen contract opened for the first time', await middle(15, () => taken('GET', `${one}/team-${n++}`)))
  told('moderation begun', await taken('POST', `${one}/begin-moderation`))
  await judge(database, id, people[0] as string)
  told('the round closed: all ratings public, each year over', await taken('POST', `${one}/close`))
}

const days = ['opensOn', 'scoringOn', 'moderationOn', 'closesOn'] as const

function roundForm(id: string, year: number, people: readonly string[]): Form {
  const dayOf = (name: string): Form => [
    [`${name}-day`, '20'],
    [`${name}-month`, '11'],
    [`${name}-year`, '2026'],
  ]
  return [
    ['id', id],
    ...days.flatMap(dayOf),
    ...Array.from({ length: teams }, (_, n) => ['contracts', `bench/team-${n}/${year}`] as const),
    ...people.map((person) => ['members', person] as const),
    ['chairId', people[0] as string],
    ['grades', 'outstanding\ngood\nadequate\nrequires improvement\ninadequate'],
    ['answerWithin', '56'],
  ]
}

async function fill(database: Database): Promise<string[]> {
  await database`insert into force (id, name) values ('bench', 'Bench')`
  const slugs = Array.from({ length: teams }, (_, n) => `team-${n}`)
  await addTeams(
    database,
    slugs.map((slug) => ({ id: `bench/${slug}`, forceId: 'bench', slug, name: slug, schoolCouncil: null })),
  )
  await database`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    select id || '/' || year, id, year, 'dorset-2019', '2019-08-02', '2020-08-01', ${at}
    from team, unnest(array[2018, 2019]) as year where force_id = 'bench'`
  await fillFrozen(database)
  await fillUnfrozen(database)
  const people = await Promise.all(Array.from({ length: scorers }, (_, n) => benchMember(database, n, at)))
  await database`analyze`
  return people
}

async function fillFrozen(database: Database): Promise<void> {
  await database`
    insert into contract_course (contract_id, team_id, state) select id || '/2019', id, 'frozen' from team where force_id = 'bench'`
  await database`
    insert into contract_freeze (id, contract_id, frozen_at, content, hash)
    select gen_random_uuid(), t.id || '/2019', f.frozen_at, f.content, f.hash
    from team t, (select * from contract_freeze order by length(content) desc limit 1) f where t.force_id = 'bench'`
}

/** The promises of West Dorset, and its evidence, which no chain needs to hold here. */
async function fillUnfrozen(database: Database): Promise<void> {
  await database`
    insert into commitment (contract_id, position, ref, heading, text, standards, who, "with", measures)
    select t.id || '/2018', position, ref, heading, text, standards, who, "with", measures
    from commitment, team t where t.force_id = 'bench' and contract_id = 'dorset/west-dorset/2019'`
  await database`insert into chain (id, force_id, team_id) select id, 'bench', id from team where force_id = 'bench'`
  await database`
    insert into evidence (chain, seq, kind, effect, happened_on, happened_at, recorded_at, quantities, facets, about, source, previous, hash)
    select t.id, row_number() over (partition by t.id order by e.seq), kind, effect, happened_on, happened_at, recorded_at, quantities,
      facets, about, source, previous, hash
    from evidence e, team t where t.force_id = 'bench' and e.chain = 'dorset/west-dorset' and e.effect = 'states'
      and e.happened_on between '2019-08-02' and '2020-08-01'`
  await database`
    update chain c set length = e.length, head = decode(repeat('00', 32), 'hex')
    from (select chain, max(seq) as length from evidence group by 1) e where e.chain = c.id and c.force_id = 'bench'`
}

/** Every contract rated and recommended to, as it stands before a round is closed. */
async function judge(database: Database, roundId: string, chair: string): Promise<void> {
  await database`
    insert into contract_rating (round_id, contract_id, grade, reason, rated_on, rated_by)
    select round_id, contract_id, 'good', 'All in all', '2020-12-01', ${chair} from round_contract where round_id = ${roundId}`
  await database`
    insert into recommendation (id, round_id, contract_id, standard_id, words, closed_by, owner_id, due_on, made_at, made_by)
    select gen_random_uuid(), round_id, contract_id, 'D-2', 'Be there', 'Six events', ${chair}, '2027-06-01', ${at}, ${chair}
    from round_contract where round_id = ${roundId}`
}
