import { addNeighbourhoods, addTeams } from '#areas/register-areas.sql.ts'
import { findForce, findTeam, teamsOf } from '#areas/areas.sql.ts'
import { outlinesOn, saveBoundaries } from '#areas/boundaries.sql.ts'
import type { Geometry } from '#areas/boundary.ts'
import { crimeCounts, crimeTotals, monthsKnown } from '#crime/crime.sql.ts'
import { keepCrime } from '#crime/keep-crime.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { addMonths, day } from '#platform/day.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { concernsRecorded, engagementSpots, engagementTotals, lastComparison } from '#silence/silence.sql.ts'
import { siteChromeOf } from '../src/site.ts'
import { silenceRoutes } from '#silence/silence.routes.ts'
import { heading, line, middle, ms, times } from './measure.ts'

const teams = 60
const engagements = 30_000
const crimes = 70_000
const corners = 600
const at = new Date('2026-11-21T12:00:00Z')
const [from, to] = [day('2025-11-01'), day('2026-10-01')]
const days = { from, to: day('2026-10-31') }

/** The map of where a force and one of its teams have not been heard, beside the bare SQL that each needs. */
export async function benchSilence(database: Database): Promise<void> {
  await fill(database)
  const server = await buildServer({
    db: database,
    routes: silenceRoutes,
    signedIn: async () => ({
      id: crypto.randomUUID(),
      name: 'Bench',
      roles: ['administrator'],
      forceId: null,
      teamId: null,
    }),
    ready: async () => true,
    siteChrome: siteChromeOf({ demonstration: false, assetPath: (name) => name, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    clock: () => at,
  })
  const look = async (url: string) => {
    const answer = await server.inject({ url, headers: { cookie: `frankpledge=${'n'.repeat(43)}` } })
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
    return answer.body
  }
  const told = `${teams} teams, ${engagements.toLocaleString('en-GB')} engagements, ${crimes.toLocaleString('en-GB')} crimes`
  heading(`Where a force has not been heard: ${told}, one year`)
  await compare(
    'all teams',
    () => forceSql(database),
    () => look('/desk/bench/silence'),
  )
  await compare(
    'one team',
    () => teamSql(database),
    () => look('/desk/bench/team-7/silence'),
  )
  await server.stop()
}

async function compare(what: string, bare: () => Promise<unknown>, page: () => Promise<string>): Promise<void> {
  const sql = await middle(15, bare)
  const taken = await middle(15, page)
  const size = `${Math.round(Buffer.byteLength(await page()) / 1024)} KB`
  line(`${what}: the bare SQL`, ms(sql))
  line(`${what}: the page, from request to answer`, ms(taken), `${times(taken / sql)} the SQL (aim ≤ 3 ×), ${size}`)
}

async function forceSql(database: Database): Promise<void> {
  await findForce(database, 'bench')
  await monthsKnown(database, 'bench')
  await Promise.all([
    teamsOf(database, 'bench'),
    outlinesOn(database, 'bench', days.to),
    engagementTotals(database, 'bench', days),
    crimeTotals(database, 'bench', from, to),
  ])
}

async function teamSql(database: Database): Promise<void> {
  const team = 'bench/team-7'
  await findForce(database, 'bench')
  await findTeam(database, 'bench', 'team-7')
  await monthsKnown(database, 'bench')
  await Promise.all([
    outlinesOn(database, 'bench', days.to, team),
    engagementTotals(database, 'bench', days, team),
    engagementSpots(database, team, days),
    concernsRecorded(database, team, days),
    lastComparison(database, team),
  ])
  await crimeCounts(database, 'bench', neighbourhoodsOf(7), from, to)
}

const neighbourhoodsOf = (team: number) => [`N${2 * team}`, `N${2 * team + 1}`]

async function fill(database: Database): Promise<void> {
  await database`insert into force (id, name) values ('bench', 'Bench')`
  const slugs = Array.from({ length: teams }, (_, n) => `team-${n}`)
  await addTeams(
    database,
    slugs.map((slug) => ({ id: `bench/${slug}`, forceId: 'bench', slug, name: slug, schoolCouncil: null })),
  )
  const neighbourhoods = slugs.flatMap((slug, n) =>
    neighbourhoodsOf(n).map((id) => ({ id, name: `Neighbourhood ${id}`, teamId: `bench/${slug}` })),
  )
  await addNeighbourhoods(database, 'bench', neighbourhoods)
  const boundaries = neighbourhoods.map(({ id }, n) => ({ neighbourhoodId: id, geometry: round(n), population: null }))
  await saveBoundaries(database, 'bench', boundaries, { validFrom: day('2020-01-01'), source: 'bench', at, by: null })
  await fillYear(database)
  await database`analyze`
}

/** Neighbourhoods stand in rows of twelve, each a rough circle. */
function round(n: number): Geometry {
  const [x, y] = middleOf(n)
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI
    const radius = 0.045 + 0.004 * Math.sin(angle * 37)
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] }
}

const middleOf = (n: number): readonly [longitude: number, latitude: number] => [
  -4 + 0.1 * (n % 12),
  50.2 + 0.1 * Math.floor(n / 12),
]

async function fillYear(database: Database): Promise<void> {
  await database`
    insert into engagement (id, team_id, title, method, held_on, place, neighbourhood_id, location, reached, spoke_with,
      raised_a_concern, led_by, recorded_at)
    select gen_random_uuid(), 'bench/team-' || n % ${teams}, 'A talk', 'drop-in', ${from}::date + n % 365, 'Somewhere',
      'N' || (2 * (n % ${teams}) + n / ${teams} % 2), point(-4 + n % 1000 / 1000.0, 50.5), 9, 5, n % 3, 'police', ${at}
    from generate_series(0, ${engagements - 1}) as n`
  const categories = ['Drugs', 'Burglary', 'Vehicle crime', 'Robbery', 'Shoplifting', 'Public order', 'Other theft']
  const months = Array.from({ length: 12 }, (_, m) => ({
    month: addMonths(from, m),
    crimes: Array.from({ length: Math.ceil(crimes / 12) }, (_unused, n) => {
      const [longitude, latitude] = middleOf((n * 7 + m) % (2 * teams))
      const location = { longitude: longitude + (n % 40) / 1_000, latitude }
      const untold = { placeName: null, reference: null, lsoa: null, outcome: null, context: null }
      return { line: n + 2, category: categories[n % 7] as string, location, ...untold }
    }),
  }))
  const loading = { source: 'bench', fictional: true, at, by: null }
  await transaction(database, (sql) => keepCrime(sql, 'bench', months, loading))
}
