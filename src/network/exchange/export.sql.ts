import type { Sql } from '#platform/database/database.ts'
import type { Narrowed } from '../relationships.sql.ts'

/** One line of a network file on its way out: a person with one of their posts, or an organisation for which nobody stands. */
export type RowOut = {
  /** Null for an organisation. */
  readonly id: string | null
  readonly name: string
  readonly email: string | null
  readonly telephone: string | null
  readonly address: string | null
  readonly languages: readonly string[]
  readonly reachBy: string | null
  readonly speaksFor: string
  readonly tags: readonly string[]
  readonly organisation: string | null
  readonly organisationKind: string | null
  readonly role: string | null
  readonly ward: string | null
  readonly place: string | null
  readonly postcode: string | null
  readonly website: string | null
}

/** All that a team's network holds, narrowed as its list is; sensitive facts stand in no file. */
export const rowsOut = (
  sql: Sql,
  { forceId, teamId }: { readonly forceId: string; readonly teamId: string },
  { kind, tag }: Narrowed,
  today: string,
) => sql<RowOut[]>`
  with rows as (
    select k.id, k.name, k.email, k.telephone, k.address, k.languages, k.reach_by, k.speaks_for, k.tags,
      o.id as organisation_id, p.role, p.ward, array_remove(array[s.kind, so.kind, sp.kind], null) as kinds, k.tags || o.tags as all_tags
    from key_individual k
      left join post_held h on h.key_individual_id = k.id and h.since <= ${today} and (h.until is null or h.until >= ${today})
      left join post p on p.id = h.post_id
      left join organisation o on o.id = p.organisation_id and o.merged_into is null
      left join subject s on s.id = k.subject_id left join subject so on so.id = o.subject_id left join subject sp on sp.id = p.subject_id
    where k.team_id = ${teamId} and k.merged_into is null and k.erased_at is null
    union all
    select null, '', null, null, null, '{}', null, '', o.tags, o.id, null, null, array[s.kind], o.tags
    from organisation o left join subject s on s.id = o.subject_id
    where o.force_id = ${forceId} and o.team_id = ${teamId} and o.merged_into is null and not exists (
      select from post p join post_held h on h.post_id = p.id join key_individual k on k.id = h.key_individual_id
      where p.organisation_id = o.id and h.since <= ${today} and (h.until is null or h.until >= ${today})
        and k.merged_into is null and k.erased_at is null)
  )
  select r.id, r.name, r.email, r.telephone, r.address, r.languages, r.reach_by as "reachBy", r.speaks_for as "speaksFor", r.tags,
    o.name as organisation, o.kind as "organisationKind", r.role, r.ward, o.place, o.postcode, o.website
  from rows r left join organisation o on o.id = r.organisation_id
  where (${kind}::text is null or ${kind} = any(r.kinds)) and (${tag}::text is null or ${tag} = any(r.all_tags))
  order by r.name, r.id, o.name, o.id, r.role, r.ward`
