import type { Sql } from '#platform/database/database.ts'
import type { Force, Neighbourhood, Team } from './area.ts'

const teamColumns = (sql: Sql) => sql`id, force_id as "forceId", slug, name, school_council as "schoolCouncil"`

/** Every force, by name. */
export const allForces = (sql: Sql) => sql<Force[]>`select id, name, time_zone as "timeZone" from force order by name`

/** The force of this id, or null. */
export async function findForce(sql: Sql, id: string): Promise<Force | null> {
  const [force] = await sql<Force[]>`select id, name, time_zone as "timeZone" from force where id = ${id}`
  return force ?? null
}

/** A force's teams, by name. */
export const teamsOf = (sql: Sql, forceId: string) =>
  sql<Team[]>`select ${teamColumns(sql)} from team where force_id = ${forceId} order by name, id`

/** The team of this slug in a force, or null. */
export async function findTeam(sql: Sql, forceId: string, slug: string): Promise<Team | null> {
  const [team] = await sql<Team[]>`select ${teamColumns(sql)} from team where force_id = ${forceId} and slug = ${slug}`
  return team ?? null
}

/** The team of this id, or null. */
export async function findTeamById(sql: Sql, id: string): Promise<Team | null> {
  const [team] = await sql<Team[]>`select ${teamColumns(sql)} from team where id = ${id}`
  return team ?? null
}

/** A force's neighbourhoods, by name; a team's alone where a team is given. */
export const neighbourhoodsOf = (sql: Sql, forceId: string, teamId?: string) => sql<Neighbourhood[]>`
  select id, name, team_id as "teamId" from neighbourhood
  where force_id = ${forceId} ${teamId ? sql`and team_id = ${teamId}` : sql``}
  order by name, id`

/** A neighbourhood or team found by its name, with the team that covers it, if any. */
export type FoundPlace = {
  readonly place: string
  readonly teamName: string | null
  readonly teamId: string | null
  readonly forceName: string
  readonly forceId: string
}

const places = (sql: Sql) => sql`
  select n.name as place, t.name as "teamName", t.id as "teamId", f.name as "forceName", f.id as "forceId"
  from (
    select name, force_id, team_id from neighbourhood union select name, force_id, id from team
  ) n join force f on f.id = n.force_id left join team t on t.id = n.team_id`

/** Teams and neighbourhoods whose name holds the words asked for, best first, at most 50. */
export const findPlaces = (sql: Sql, words: string) => sql<FoundPlace[]>`
  ${places(sql)} where strpos(lower(n.name), lower(${words})) > 0
  order by n.team_id is null, strpos(lower(n.name), lower(${words})), n.name, t.id
  limit 50`

/** How much of the letters of a name must be among those typed, as trigrams: `Dorchestr` is meant for Dorchester. */
const alike = 0.4

/** One or two letters are like half of all names. */
const lettersIn = (words: string): number => words.match(/\p{L}/gu)?.length ?? 0

/** Teams and neighbourhoods whose name is spelt much like the words asked for, the likeliest first, at most 8. */
export const findPlacesAlike = (sql: Sql, words: string) => sql<FoundPlace[]>`
  ${places(sql)} where ${lettersIn(words)} >= 3 and word_similarity(lower(${words}), lower(n.name)) >= ${alike}
  order by word_similarity(lower(${words}), lower(n.name)) desc, n.team_id is null, n.name, t.id
  limit 8`

/** Half terms of a council that touch a span of days, in order. */
export const halfTermsOf = (sql: Sql, council: string, from: string, to: string) => sql<
  { name: string; from: string; to: string }[]
>`
  select name, starts_on as "from", ends_on as "to" from half_term
  where council = ${council} and starts_on <= ${to} and ends_on >= ${from} order by starts_on`

/** The bank holidays of a force in a span of days. */
export const bankHolidaysOf = (sql: Sql, forceId: string, from: string, to: string) => sql<{ day: string }[]>`
  select b.day from bank_holiday b join force f on f.bank_holidays = b.division
  where f.id = ${forceId} and b.day between ${from} and ${to} order by b.day`

/** A column of the type `point` as a Location, null where it is empty. */
export const locationColumn = (sql: Sql, column = 'location') => sql`
  case when ${sql(column)} is null then null
    else jsonb_build_object('latitude', ${sql(column)}[1], 'longitude', ${sql(column)}[0]) end`

/** A Location carried as JSON in the column `location` of a recordset, as a point. */
export const pointOfJson = (sql: Sql, column: string) => sql`
  point((${sql(column)} ->> 'longitude')::float8, (${sql(column)} ->> 'latitude')::float8)`
