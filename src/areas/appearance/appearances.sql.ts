import type { Sql } from '#platform/database/database.ts'
import type { Appearance } from './appearance.ts'

/** Each force that chose how its pages look. */
export const allAppearances = (sql: Sql) => sql<Appearance[]>`
  select force_id as "forceId", languages, colour, accent,
    case when crest is not null then (extract(epoch from changed_at) * 1000)::float8 end as "crestAt"
  from force_appearance order by force_id`
