import type { Force, Team } from '#areas/area.ts'
import type { Sql } from '#platform/database/database.ts'

/** A team with all on which its page rests, as one text: while it is the same, so is what the page tells on one day. */
export type TeamOnBasis = { readonly force: Force; readonly team: Team; readonly basis: string }

/** The team of an address on its basis; no row where there is none. */
export const teamOnBasis = (sql: Sql, forceId: string, slug: string) => sql<TeamOnBasis[]>`
  select jsonb_build_object('id', f.id, 'name', f.name, 'timeZone', f.time_zone) as force,
    jsonb_build_object('id', t.id, 'forceId', t.force_id, 'slug', t.slug, 'name', t.name, 'schoolCouncil', t.school_council) as team,
    concat_ws(' ', f.name, f.time_zone, t.name, array[f.revision,
        (select length from chain where id = t.id), (select length from chain where id = f.id),
        (select revision from page_revision where about = t.id), (select revision from page_revision where about = f.id)],
      array(select c.revision from contract c where c.team_id = t.id order by c.year),
      array(select n.name from neighbourhood n where n.team_id = t.id order by n.id)) as basis
  from team t join force f on f.id = t.force_id
  where t.force_id = ${forceId} and t.slug = ${slug}`
