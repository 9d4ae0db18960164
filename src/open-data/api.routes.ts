import { allForces, neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { contractNamed, dayAsked } from '#contracts/contract-asked.ts'
import { contractJson } from '#contracts/contract-json.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { frameworkById } from '#frameworks/frameworks.sql.ts'
import { json, type Answer } from '#platform/http/answers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { publicStanding } from '#standings/public-standing.ts'
import { openApi } from './openapi.ts'
import { standingJson } from './standing-json.ts'

/** Our own JSON, for anybody; described at /api/v1/openapi.json. */
export const apiRoutes: readonly Route[] = [
  get('/api/v1/openapi.json', everyone, () => json(openApi())),
  get('/api/v1/forces', everyone, listForces),
  get('/api/v1/forces/:force/teams', everyone, listTeams),
  get('/api/v1/forces/:force/teams/:team/contracts/:year', everyone, showContract),
  get('/api/v1/forces/:force/teams/:team/contracts/:year/standing', everyone, showStanding),
  get('/api/v1/frameworks/:id', everyone, showFramework),
]

async function listForces({ db }: Visit): Promise<Answer> {
  return json(await allForces(db))
}

async function listTeams({ db, params }: Visit): Promise<Answer> {
  const force = await forceAt(db, params)
  const [teams, neighbourhoods] = await Promise.all([teamsOf(db, force.id), neighbourhoodsOf(db, force.id)])
  const contracts = await contractHeads(
    db,
    teams.map((team) => team.id),
  )
  return json(
    teams.map((team) => ({
      id: team.slug,
      name: team.name,
      neighbourhoods: neighbourhoods.filter((each) => each.teamId === team.id).map(({ id, name }) => ({ id, name })),
      contracts: contracts
        .filter((each) => each.teamId === team.id)
        .map(({ year, frameworkId, span }) => ({ year, framework: frameworkId, period: span })),
    })),
  )
}

async function showContract({ db, params }: Visit): Promise<Answer> {
  const { team } = await teamAt(db, params)
  return json(contractJson(await contractNamed(db, team, params['year'] ?? '')))
}

async function showStanding({ db, params, query, now }: Visit): Promise<Answer> {
  const asAt = dayAsked(query['as_at'] ?? query['as-at'])
  const { force, team } = await teamAt(db, params)
  const contract = await contractNamed(db, team, params['year'] ?? '')
  const shown = await publicStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt, now })
  return json(standingJson(shown))
}

async function showFramework({ db, params }: Visit): Promise<Answer> {
  const framework = await frameworkById(db, params['id'] ?? '')
  if (!framework) throw new Refusal(`There is no framework “${params['id']}” here.`, 404)
  return json(framework)
}
