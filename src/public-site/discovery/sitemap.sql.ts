import type { Sql } from '#platform/database/database.ts'

/** A page that may be found, and when what it shows last changed; null where nobody can say. */
export type PageFound = { readonly path: string; readonly changedAt: Date | null }

/** Every force with when something was last recorded for it or one of its teams. */
export const forcesFound = (sql: Sql) => sql<PageFound[]>`
  select '/' || f.id as path,
    (select max(e.recorded_at) from chain c join evidence e on e.chain = c.id where c.force_id = f.id) as "changedAt"
  from force f order by f.id`

/** Every page of a force’s teams that a search engine may list, by path. What is over is left out, and so is what is for machines. */
export const pagesFound = (sql: Sql, forceId: string, today: string) => sql<PageFound[]>`
  with own as (select id from team where force_id = ${forceId}),
  recorded as (
    select o.id, (select max(e.recorded_at) from evidence e where e.chain = o.id) as at,
      (select max(p.changed_at) from planned_engagement p where p.team_id = o.id) as planned_at,
      (select max(greatest(u.posted_at, u.reworded_at)) from priority p join priority_update u on u.priority_id = p.id where p.team_id = o.id) as told_at
    from own o),
  -- A version’s page says whether a later one is in force, and the list of one year leads to those of the others.
  versions as (
    select '/' || c.team_id || '/contract/' || c.year || '/versions' as list, v.number, v.again,
      w.number is not null as is_withdrawn, coalesce(lead(v.made_at) over of_contract, v.made_at) as changed_at,
      max(greatest(v.made_at, w.withdrawn_at)) over (partition by c.team_id) as listed_at
    from contract_version v join contract c on c.id = v.contract_id join own o on o.id = c.team_id
      left join contract_version_withdrawal w on w.contract_id = v.contract_id and w.number = v.number
    window of_contract as (partition by v.contract_id order by v.number))
  select path, "changedAt" from (
    select '/' || id as path, greatest(at, planned_at, told_at) as "changedAt" from recorded
    union all select '/' || id || '/people', null from recorded
    union all select '/' || id || '/events', planned_at from recorded
    union all select '/' || id || '/news', null from recorded
    union all select '/' || id || '/priorities', told_at from recorded
    union all select '/' || id || '/you-said-we-did', told_at from recorded
    union all select '/' || c.team_id || '/contract/' || c.year,
      case when c.ends_on < ${today} then greatest(c.kept_at, r.at) end from contract c join recorded r on r.id = c.team_id
    union all select '/' || c.team_id || '/contract/' || c.year || '/self-evaluation', null
      from contract_course s join contract c on c.id = s.contract_id join own o on o.id = c.team_id
      where s.state in ('frozen', 'rated', 'closed')
    union all select list, listed_at from versions where number = 1
    union all select list || '/' || number, changed_at from versions where not is_withdrawn
    union all select list || '/' || number || '/changes', null from versions
      where number > 1 and again is null and not is_withdrawn
    union all select '/' || p.team_id || '/events/' || p.id, p.changed_at from planned_engagement p join own o on o.id = p.team_id
      where p.held_on >= ${today}
    union all select '/' || p.team_id || '/priorities/' || p.id,
      (select max(greatest(u.posted_at, u.reworded_at)) from priority_update u where u.priority_id = p.id) from priority p join own o on o.id = p.team_id
      where p.state not in ('triaged', 'turned down') and p.set_on <= ${today}
  ) found order by path limit 50000`
