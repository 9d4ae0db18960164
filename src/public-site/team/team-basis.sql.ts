import type { Force, Team } from '#areas/area.ts'
import type { Sql } from '#platform/database/database.ts'

/** A team with all on which its page rests, as one text: while it is the same, so is what the page tells on one day. */
export type TeamOnBasis = { readonly force: Force; readonly team: Team; readonly basis: string }

type Row = Team & { readonly forceName: string; readonly timeZone: string; readonly basis: string }

/** The team of an address on its basis, or null. Each visit asks it, so it is written for speed: columns cost less than objects. */
export async function teamOnBasis(sql: Sql, forceId: string, slug: string): Promise<TeamOnBasis | null> {
  const [found] = await sql<Row[]>`
    select t.id, t.force_id as "forceId", t.slug, t.name, t.school_council as "schoolCouncil", f.name as "forceName",
      f.time_zone as "timeZone", concat_ws(' ', f.name, f.time_zone, t.name, array[f.revision,
          (select length from chain where id = t.id), (select length from chain where id = f.id),
          (select revision from page_revision where about = t.id), (select revision from page_revision where about = f.id)],
        array(select c.revision from contract c where c.team_id = t.id order by c.year),
        array(select n.name from neighbourhood n where n.team_id = t.id order by n.id)) as basis
    from team t join force f on f.id = t.force_id
    where t.force_id = ${forceId} and t.slug = ${slug}`
  if (!found) return null
  const { forceName, timeZone, basis, ...team } = found
  return { force: { id: team.forceId, name: forceName, timeZone }, team, basis }
}
