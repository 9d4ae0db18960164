import { addTeams } from '#areas/register-areas.sql.ts'
import { sittingRoutes } from '#community-panels/sittings/sitting.routes.ts'
import { panelLinkRoutes } from '#community-panels/members/panel-link.routes.ts'
import { hashOf } from '#community-panels/members/invite-member.ts'
import type { Database } from '#platform/database/database.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { siteChromeOf } from '../src/site.ts'
import { benchMember } from './assessments.ts'
import { heading, line, middle, ms } from './measure.ts'

const teams = 60
const at = new Date('2026-11-21T12:00:00Z')
const sittingId = crypto.randomUUID()
const token = 'n'.repeat(43)
const one = `/desk/sat/sittings/${sittingId}`

/**
 * One sitting over sixty contracts, each frozen with all that the demonstration's West Dorset was frozen with and voted on by
 * three: its page with the agenda over all of them, what a member reads, and its closing.
 */
export async function benchSitting(database: Database): Promise<void> {
  const convener = await fill(database)
  const server = await buildServer({
    db: database,
    routes: [...sittingRoutes, ...panelLinkRoutes],
    signedIn: async () => ({ id: convener, name: 'Bench', roles: ['opcc'], forceId: 'sat', teamId: null }),
    ready: async () => true,
    siteChrome: siteChromeOf({ demonstration: false, assetPath: (name) => name, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => at,
    languagesOf: () => ['en', 'cy'],
  })
  const taken = async (method: 'GET' | 'POST', url: string) => {
    const began = performance.now()
    const headers = { cookie: `frankpledge=${token}`, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await server.inject({ method, url, headers, ...(method === 'POST' ? { payload: '' } : {}) })
    if (answer.statusCode >= 400) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body.slice(0, 400)}`)
    return performance.now() - began
  }
  heading(`A sitting over ${teams} frozen contracts`)
  line('its page opened for the first time', ms(await taken('GET', one)))
  line('its page, with the agenda over all', ms(await middle(15, () => taken('GET', one))), '(aim < 100 ms)')
  const read = `/panel/${token}/contracts/team-1`
  line('a member reads one contract', ms(await middle(15, () => taken('GET', read))), '(aim < 100 ms)')
  line('the same in Welsh, answered again', ms(await middle(15, () => taken('GET', `/cy${read}`))), '(aim < 100 ms)')
  line('it is closed: all that it judged is kept', ms(await taken('POST', `${one}/close`)))
  line('its page once it is closed', ms(await middle(15, () => taken('GET', one))), '(aim < 100 ms)')
  await server.stop()
}

async function fill(database: Database): Promise<string> {
  await database`insert into force (id, name) values ('sat', 'Sat')`
  const slugs = Array.from({ length: teams }, (_, n) => `team-${n}`)
  await addTeams(
    database,
    slugs.map((slug) => ({ id: `sat/${slug}`, forceId: 'sat', slug, name: slug, schoolCouncil: null })),
  )
  await database`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, kept_at)
    select id || '/2019', id, 2019, 'dorset-2019', '2019-08-02', '2020-08-01', ${at} from team where force_id = 'sat'`
  await database`
    insert into contract_course (contract_id, team_id, state) select id || '/2019', id, 'frozen' from team where force_id = 'sat'`
  await fillFrozen(database)
  const convener = await benchMember(database, 99, at)
  await convene(database, convener)
  await vote(database, convener)
  await database`analyze`
  return convener
}

/** Each freeze has a seal of its own, since what is known of one would be known of all. */
const fillFrozen = (database: Database) => database`
  insert into contract_freeze (id, contract_id, frozen_at, content, hash)
  select gen_random_uuid(), contract_id, frozen_at, own, sha256(convert_to(own, 'UTF8'))
  from (select t.id || '/2019' as contract_id, f.frozen_at, f.content || repeat(' ', row_number() over (order by t.id)::int) as own
    from team t, (select * from contract_freeze order by length(content) desc limit 1) f where t.force_id = 'sat') as frozen`

async function convene(database: Database, convener: string): Promise<void> {
  await database`
    insert into community_sitting (id, force_id, panel, year, held_on, place, opens_on, closes_on, choices, grades, convened_at, convened_by)
    values (${sittingId}, 'sat', 'community panel', 2019, '2026-11-20', 'Here', '2026-11-01', '2026-11-28',
      '{kept,partly,broken}', '{good,fair,poor}', ${at}, ${convener})`
  await database`
    insert into community_sitting_contract (sitting_id, contract_id) select ${sittingId}, id from contract where id like 'sat/%'`
  const memberId = crypto.randomUUID()
  await database`
    insert into community_member (id, sitting_id, label, invited_at, invited_by)
    values (${memberId}, ${sittingId}, 'Ada', ${at}, ${convener})`
  await database`
    insert into community_link (id, member_id, token_hash, made_at, made_by)
    values (gen_random_uuid(), ${memberId}, ${hashOf(token)}, ${at}, ${convener})`
}

/** Three sheets on every contract, on each of its standards. */
async function vote(database: Database, convener: string): Promise<void> {
  await database`
    insert into community_vote (id, sitting_id, contract_id, sheet, grade, cast_at, keyed_by)
    select gen_random_uuid(), sitting_id, contract_id, n, 'good', ${at}, ${convener}
    from community_sitting_contract, generate_series(1, 3) as n where sitting_id = ${sittingId}`
  await database`
    insert into community_vote_choice (vote_id, standard_id, choice)
    select v.id, 'D-' || n, (array['kept', 'partly', 'broken'])[1 + (v.sheet + n) % 3]
    from community_vote v, generate_series(1, 10) as n where v.sitting_id = ${sittingId}`
}
