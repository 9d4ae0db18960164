import type { Team } from '#areas/area.ts'
import type { Sql } from '#platform/database/database.ts'

/** Every team of every force, by name. */
export const allTeams = (sql: Sql) => sql<Pick<Team, 'id' | 'forceId' | 'name'>[]>`
  select id, force_id as "forceId", name from team order by name, id`
