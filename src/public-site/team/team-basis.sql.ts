import type { Force, Team } from '#areas/area.ts'
import type { Sql } from '#platform/database/database.ts'

/** A team with all on which its page rests, as one text: while it is the same, so is what the page tells on one day. */
export type TeamOnBasis = { readonly force: Force; readonly team: Team; readonly basis: string }

/** The team of an address on its basis; no row where there is none. */
export const teamOnBasis = (sql: Sql, forceId: string, slug: string) => sql<TeamOnBasis[]>`
  select jsonb_build_object('id', f.id, 'name', f.name, 'timeZone', f.time_zone) as force,
    jsonb_build_object('id', t.id, 'forceId', t.force_id, 'slug', t.slug, 'name', t.name, 'schoolCouncil', t.school_council) as team,
    concat_ws(' ', f.name, t.name, tc.length, fc.length, f.revision, tr.revision, fr.revision,
      (select concat(count(*), '/', sum(c.revision)) from contract c where c.team_id = t.id),
      (select concat(count(*), '/', string_agg(n.name, ' ' order by n.id)) from neighbourhood n where n.team_id = t.id)) as basis
  from team t join force f on f.id = t.force_id
    left join chain tc on tc.id = t.id left join chain fc on fc.id = f.id
    left join page_revision tr on tr.about = t.id left join page_revision fr on fr.about = f.id
  where t.force_id = ${forceId} and t.slug = ${slug}`
