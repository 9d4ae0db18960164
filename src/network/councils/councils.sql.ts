import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Organisation } from '../organisation.ts'

/** The councils and parishes of teams that are there on a day, by team and name. */
export const councilsOf = (sql: Sql, teamIds: readonly string[], today: string) => sql<Organisation[]>`
  select id, force_id as "forceId", team_id as "teamId", kind, name, place, postcode, ${locationColumn(sql)} as location, website, tags,
    subject_id as "subjectId", urn, opens_on as "opensOn", closes_on as "closesOn", members
  from organisation
  where team_id = any(${[...teamIds]}) and kind in ('council', 'parish') and merged_into is null
    and (closes_on is null or closes_on >= ${today})
  order by team_id, name, id limit 500`
