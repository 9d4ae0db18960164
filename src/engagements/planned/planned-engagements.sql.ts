import { locationColumn, pointOfJson } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Advert, Moment, PlannedEngagement } from './planned-engagement.ts'

const columns = (sql: Sql) => sql`
  id, series_id as "seriesId", team_id as "teamId", title, method, place, ${locationColumn(sql)} as location, accessibility, how_to_ask as "howToAsk",
  held_on as "heldOn", to_char(begins, 'HH24:MI') as begins, to_char(ends, 'HH24:MI') as ends, led_by as "ledBy",
  key_event as "keyEvent", communities, state, moved, sequence, reason, changed_at as "changedAt"`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One planned engagement of a team, or null. */
export async function findPlanned(sql: Sql, teamId: string, id: string): Promise<PlannedEngagement | null> {
  if (!uuid.test(id)) return null
  const [row] = await sql<PlannedEngagement[]>`
    select ${columns(sql)} from planned_engagement where id = ${id} and team_id = ${teamId}`
  return row ?? null
}

/** What a team plans, whatever became of it, in a span of days, in order of time. */
export const plannedBetween = (sql: Sql, teamId: string, from: string, to: string) => sql<PlannedEngagement[]>`
  select ${columns(sql)} from planned_engagement
  where team_id = ${teamId} and held_on between ${from} and ${to} order by held_on, begins, id`

/** What all teams of a force plan from a day on, in order of time. */
export const plannedInForce = (sql: Sql, forceId: string, from: string) => sql<PlannedEngagement[]>`
  select ${columns(sql)} from planned_engagement
  where team_id in (select id from team where force_id = ${forceId}) and held_on >= ${from}
  order by held_on, begins, id limit 5000`

/** What all teams of a force plan in a span of days, in order of time. */
export const forcePlansBetween = (sql: Sql, forceId: string, from: string, to: string) => sql<PlannedEngagement[]>`
  select ${columns(sql)} from planned_engagement
  where team_id in (select id from team where force_id = ${forceId}) and held_on between ${from} and ${to}
  order by held_on, begins, id`

/** The next engagements that a team still means to hold; one that is over is nobody's next. */
export const nextPlanned = (sql: Sql, teamId: string, { today, time }: Moment, most: number) => sql<
  PlannedEngagement[]
>`
  select ${columns(sql)} from planned_engagement
  where team_id = ${teamId} and (held_on, ends) > (${today}, ${time}) and state = 'planned'
  order by held_on, begins, id limit ${most}`

/** What a team plans up to a day and is not over, whatever became of it, in order of time. */
export const plannedAhead = (sql: Sql, teamId: string, { today, time }: Moment, to: string) => sql<PlannedEngagement[]>`
  select ${columns(sql)} from planned_engagement
  where team_id = ${teamId} and (held_on, ends) > (${today}, ${time}) and held_on <= ${to}
  order by held_on, begins, id`

/** Planned engagements whose time is over and of which nobody has said what happened, newest first. */
export const plannedNotClosed = (sql: Sql, teamId: string, { today, time }: Moment) => sql<PlannedEngagement[]>`
  select ${columns(sql)} from planned_engagement
  where team_id = ${teamId} and state = 'planned' and (held_on, ends) <= (${today}, ${time})
  order by held_on desc, begins desc, id limit 50`

/** The teams of which an engagement is over since this was last asked, each once; the next asking begins here. */
export async function teamsWithPlansOver(sql: Sql, now: Date): Promise<readonly string[]> {
  const teams = await sql<{ id: string }[]>`
    with asked as (
      update plans_over set until = greatest(was.until, ${now})
      from (select until from plans_over for update) was returning was.until as since)
    select distinct p.team_id as id
    from asked, planned_engagement p join team t on t.id = p.team_id join force f on f.id = t.force_id
    where p.held_on between (asked.since - interval '1 day')::date and ${now}::timestamptz::date + 1
      and (p.held_on + p.ends) at time zone f.time_zone > asked.since
      and (p.held_on + p.ends) at time zone f.time_zone <= ${now}`
  return teams.map(({ id }) => id)
}

/** The channels on which an engagement was told of, in order of day. */
export const advertsOf = (sql: Sql, id: string) => sql<Advert[]>`
  select channel, out_on as "outOn" from planned_engagement_advert
  where planned_engagement_id = ${id} order by out_on, channel`

/** The channels on which these engagements were told of, in order of day. */
export const advertsOfPlans = (sql: Sql, ids: readonly string[]) => sql<(Advert & { readonly plannedId: string })[]>`
  select planned_engagement_id as "plannedId", channel, out_on as "outOn" from planned_engagement_advert
  where planned_engagement_id = any(${[...ids]}::uuid[]) order by out_on, channel`

/** Keeps planned engagements in one statement and answers how many were new; those kept already stay as they are. */
export async function savePlanned(sql: Sql, planned: readonly PlannedEngagement[], by: string | null): Promise<number> {
  const saved = await sql`
    insert into planned_engagement (id, series_id, team_id, title, method, place, location, accessibility, how_to_ask, held_on, begins,
      ends, led_by, key_event, communities, state, moved, sequence, reason, planned_at, planned_by, changed_at)
    select p.id, p."seriesId", p."teamId", p.title, p.method, p.place, ${pointOfJson(sql, 'p.location')}, p.accessibility, p."howToAsk", p."heldOn", p.begins,
      p.ends, p."ledBy", p."keyEvent", array(select jsonb_array_elements_text(p.communities)), p.state, p.moved, p.sequence,
      p.reason, p."changedAt", ${by}, p."changedAt"
    from ${recordset(sql, planned)}
    on conflict (id) do nothing returning id`
  return saved.length
}

/** The dates of the same series that come later and are still planned, in order of time. */
export const laterOfSeries = (sql: Sql, { seriesId, teamId, heldOn, id }: PlannedEngagement) => sql<
  PlannedEngagement[]
>`
  select ${columns(sql)} from planned_engagement
  where series_id = ${seriesId} and team_id = ${teamId} and state = 'planned' and held_on >= ${heldOn} and id <> ${id}
  order by held_on, begins, id`

/** Plans as rows of a table `p`. */
function recordset(sql: Sql, planned: readonly PlannedEngagement[]) {
  const rows = planned.map((one) => ({
    ...one,
    communities: [...one.communities],
    changedAt: one.changedAt.toISOString(),
  }))
  return sql`
    jsonb_to_recordset(${sql.json(rows)}) as p (id uuid, "seriesId" uuid, "teamId" text, title text, method text,
      place text, location jsonb, accessibility text, "howToAsk" text, "heldOn" date, begins time, ends time, "ledBy" text,
      "keyEvent" boolean, communities jsonb, state text, moved boolean, sequence int, reason text, "changedAt" timestamptz)`
}

/** Takes over what was changed, in one statement, and answers how many were; those that somebody changed since they were read stay. */
export async function updatePlanned(sql: Sql, changed: readonly PlannedEngagement[]): Promise<number> {
  const updated = await sql`
    update planned_engagement as was set title = p.title, method = p.method, place = p.place, location = ${pointOfJson(sql, 'p.location')},
      accessibility = p.accessibility, how_to_ask = p."howToAsk", held_on = p."heldOn", begins = p.begins, ends = p.ends,
      led_by = p."ledBy", key_event = p."keyEvent", communities = array(select jsonb_array_elements_text(p.communities)),
      state = p.state, moved = p.moved, sequence = p.sequence, reason = p.reason, changed_at = p."changedAt"
    from ${recordset(sql, changed)} where was.id = p.id and was.state = 'planned' and was.sequence = p.sequence - 1 returning was.id`
  return updated.length
}

/** A planned engagement of which somebody recorded what happened was held, even where it had been called off; answers whether it was planned. */
export async function holdPlanned(sql: Sql, teamId: string, id: string, at: Date): Promise<boolean> {
  const held = await sql`
    update planned_engagement set state = 'held', changed_at = ${at}
    where id = ${id} and team_id = ${teamId} and state <> 'held' returning id`
  return held.length > 0
}

/** Notes channels and days; for a channel noted before, the newer word stands. */
export const saveAdverts = (sql: Sql, ids: readonly string[], { channel, outOn }: Advert) => sql`
  insert into planned_engagement_advert (planned_engagement_id, channel, out_on)
  select id, ${channel}, ${outOn} from unnest(${[...ids]}::uuid[]) as id
  on conflict (planned_engagement_id, channel) do update set out_on = excluded.out_on`
