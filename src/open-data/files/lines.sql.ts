import type { Geometry } from '#areas/boundary.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Asked } from './asked.ts'
import type { Line } from './columns.ts'
import { within } from './events.sql.ts'

/** What teams work on and worked on, the newest first; the columns are `priorityColumns`, before disclosure control. */
export const priorityLines = (sql: Sql, asked: Asked) => sql<(Line & { readonly raised_by: number })[]>`
  select p.id, f.id as force, t.slug as team, t.name as team_name, p.neighbourhood_id, n.name as neighbourhood, p.title, p.said,
    case when p.state = 'closed' then 'closed' else 'open' end as state, p.set_on, u.posted_on as updated_on, u.words as update,
    p.outcome, p.closed_on, (select count(*)::int from concern_triaged c where c.priority_id = p.id) as raised_by,
    ${asked.base}::text || '/' || t.id || '/priorities/' || p.id as url
  from force f join team t on t.force_id = f.id join priority p on p.team_id = t.id
    left join neighbourhood n on n.force_id = f.id and n.id = p.neighbourhood_id
    left join lateral (select posted_on, words from priority_update where priority_id = p.id and posted_on <= ${today(sql, asked)}
      order by posted_on desc, posted_at desc, outcome is null, id limit 1) u on true
  where ${within(sql, asked)} and p.state not in ('triaged', 'turned down') and p.set_on <= ${today(sql, asked)}
  order by p.set_on desc, p.title, p.id limit 20000`

/** The contracts of teams, by team, the newest first; the columns are `contractColumns`. */
export const contractLines = (sql: Sql, asked: Asked) => sql<Line[]>`
  select c.id, f.id as force, t.slug as team, t.name as team_name, c.year, c.framework_id as framework, c.starts_on as begins_on,
    c.ends_on, c.completed_on, count(m.ref)::int as commitments,
    (count(m.ref) filter (where jsonb_array_length(m.measures) > 0))::int as measured,
    ${asked.base}::text || '/' || t.id || '/contract/' || c.year as url,
    ${asked.base}::text || '/api/v1/forces/' || f.id || '/teams/' || t.slug || '/contracts/' || c.year as json_url
  from force f join team t on t.force_id = f.id join contract c on c.team_id = t.id
    left join commitment m on m.contract_id = c.id
  where ${within(sql, asked)} group by c.id, f.id, t.id order by t.name, t.id, c.year desc`

/** Neighbourhoods with their boundaries of today, by id; the columns are `boundaryColumns`, beside the geometry. */
export const boundaryLines = (sql: Sql, asked: Asked) => sql<(Line & { readonly geometry: Geometry })[]>`
  select n.id, n.name, f.id as force, t.slug as team, t.name as team_name, b.valid_from, b.population, b.geometry
  from force f join neighbourhood n on n.force_id = f.id left join team t on t.id = n.team_id
    cross join lateral (select valid_from, population, geometry from neighbourhood_boundary b
      where b.force_id = f.id and b.neighbourhood_id = n.id
      order by b.valid_from <= ${today(sql, asked)} desc, abs(b.valid_from - ${today(sql, asked)}) limit 1) b
  where ${within(sql, asked)} order by n.id`

const today = (sql: Sql, { now }: Asked) => sql`(${now}::timestamptz at time zone f.time_zone)::date`
