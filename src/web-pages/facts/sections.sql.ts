import type { Sql } from '#platform/database/database.ts'
import { agesOf, type IntervalSet, type Reviewed, type SectionAge, type WebSection } from './section.ts'

/** Each section of a team's page with the day it was last found right and the days it may go without a look. */
export async function sectionAges(sql: Sql, forceId: string, teamId: string): Promise<SectionAge[]> {
  const [reviewed, intervals] = await Promise.all([lastReviews(sql, teamId), intervalsSet(sql, forceId)])
  return agesOf(reviewed, intervals)
}

/** Evidence that came by a spreadsheet may name the section by its facet or by its subject alone. */
export const lastReviews = (sql: Sql, teamId: string) => sql<Reviewed[]>`
  select e.facets ->> 'section' as section, substring(e.subjects[1] from '/web-section/([^/]+)$') as slug,
    max(e.happened_on) as "on"
  from evidence e
  where e.chain = ${teamId} and e.kind = 'page reviewed' and e.effect in ('states', 'corrects')
    and e.facets -> 'current' is distinct from 'false'
    and not exists (select from evidence s where s.chain = e.chain and s.supersedes = e.seq and s.effect in ('corrects', 'withdraws'))
  group by 1, 2 order by 1, 2`

/** How many days a section may go without a look, as a force has set it. */
export const intervalsSet = (sql: Sql, forceId: string) => sql<IntervalSet[]>`
  select section, days from section_interval where force_id = ${forceId} order by section`

/** The same by section. */
export async function sectionIntervals(sql: Sql, forceId: string): Promise<Map<string, number>> {
  const rows = await intervalsSet(sql, forceId)
  return new Map(rows.map(({ section, days }) => [section, days]))
}

/** Sets for a force how many days its sections may go without a look. */
export const saveIntervals = (
  sql: Sql,
  forceId: string,
  intervals: readonly { readonly section: WebSection; readonly days: number }[],
) => sql`
  insert into section_interval (force_id, section, days)
  select ${forceId}, i.section, i.days from jsonb_to_recordset(${sql.json([...intervals])}) as i (section text, days int)
  on conflict (force_id, section) do update set days = excluded.days`

/** The subject of the ledger that stands for a section of a team's page, or null where it has none yet. */
export async function findSectionSubject(sql: Sql, teamId: string, slug: string): Promise<string | null> {
  const [subject] = await sql<{ id: string }[]>`
    select id from subject where team_id = ${teamId} and kind = 'web section'
      and right(id, length(${slug}) + 13) = '/web-section/' || ${slug}
    order by ends_on is not null, starts_on, id limit 1`
  return subject?.id ?? null
}
