import type { Sql } from '#platform/database/database.ts'
import type { OrganisationKind } from '../organisation.ts'
import type { PostRole } from '../post.ts'
import { sharedRoles } from '../post.ts'

/** An organisation that a file names and the network does not have, as the first row that says what it is tells of it. */
export type NewOrganisation = {
  readonly folded: string
  readonly name: string
  readonly kind: OrganisationKind | null
  readonly place: string
  readonly postcode: string | null
  readonly website: string | null
}

const taken = (sql: Sql, importId: string, own: readonly number[]) => sql`
  r.import_id = ${importId} and r.organisation_folded <> ''
    and (r.individual_id is null or r.state in ('new', 'twice') or (r.state = 'likely' and r.line = any(${[...own]}::int[])))`

/** The organisations of a file, after one by its folded name, that the network does not have yet. */
export const newOrganisations = (
  sql: Sql,
  importId: string,
  own: readonly number[],
  { after, most }: { readonly after: string; readonly most: number },
) => sql<NewOrganisation[]>`
  select distinct on (r.organisation_folded) r.organisation_folded as folded, r.told ->> 'organisation' as name,
    r.told ->> 'organisationKind' as kind, r.told ->> 'place' as place, r.told ->> 'postcode' as postcode,
    r.told ->> 'website' as website
  from network_import_row r
  where ${taken(sql, importId, own)} and r.organisation_folded > ${after}
    and not exists (select from known_organisation k where k.folded = r.organisation_folded)
  order by r.organisation_folded, (r.told ->> 'organisationKind') is null, r.individual_id is not null, r.line limit ${most}`

/** A post that a file names and nobody has noted, with its organisation's name. */
export type BegunPost = {
  readonly id: string
  readonly organisation: string
  readonly role: PostRole
  readonly ward: string
}

/** The posts that a file names are there; answers those among them that promises name and the ledger does not know yet. */
export async function beginPosts(
  sql: Sql,
  importId: string,
  own: readonly number[],
  rolesNamed: readonly string[],
): Promise<readonly BegunPost[]> {
  await sql`
    create temporary table told_post on commit drop as
    select r.line, r.individual_id, min(k.id::text)::uuid as organisation_id, r.told ->> 'role' as role, r.told ->> 'ward' as ward
    from network_import_row r join known_organisation k on k.folded = r.organisation_folded
    where r.individual_id is not null and ${taken(sql, importId, own)}
    group by r.line, r.individual_id, r.told`
  await sql`analyze told_post`
  await sql`
    insert into post (id, organisation_id, role, ward)
    select gen_random_uuid(), organisation_id, role, ward from told_post group by organisation_id, role, ward
    on conflict (organisation_id, role, ward) do nothing`
  return sql<BegunPost[]>`
    select distinct p.id, o.name as organisation, p.role, p.ward
    from told_post t join post p on p.organisation_id = t.organisation_id and p.role = t.role and p.ward = t.ward
      join organisation o on o.id = p.organisation_id
    where p.subject_id is null and p.role = any(${[...rolesNamed]}::text[]) order by p.id`
}

export const saveSubjectsOfPosts = (sql: Sql, posts: readonly { id: string; subjectId: string }[]) => sql`
  update post p set subject_id = s."subjectId"
  from jsonb_to_recordset(${sql.json(posts.map((one) => ({ ...one })))}) as s (id uuid, "subjectId" text) where p.id = s.id`

/**
 * Whoever a file says holds a post holds it from today, unless it is one person's and somebody holds it already. The same
 * person and post have the same id however often they come. Answers how many were noted, and how many posts were taken.
 */
export async function holdPosts(
  sql: Sql,
  today: string,
): Promise<{ readonly held: number; readonly takenAlready: number }> {
  const held = await sql`
    with told as (
      select distinct on (p.id, t.individual_id) p.id as post_id, t.individual_id, t.line,
        p.role = any(${[...sharedRoles]}::text[]) as shared
      from told_post t join post p on p.organisation_id = t.organisation_id and p.role = t.role and p.ward = t.ward
        join key_individual k on k.id = t.individual_id and k.erased_at is null
      order by p.id, t.individual_id, t.line
    ), first as (
      select *, row_number() over (partition by post_id order by line) as turn from told
    )
    insert into post_held (id, post_id, key_individual_id, since)
    select md5(f.individual_id || ' ' || f.post_id)::uuid, f.post_id, f.individual_id, ${today}::date from first f
    where f.shared or (f.turn = 1 and not exists (
      select from post_held h where h.post_id = f.post_id and (h.until is null or h.until >= ${today}::date)))
    on conflict (id) do nothing returning id`
  const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
    select count(distinct (p.id, t.individual_id))::int as count
    from told_post t join post p on p.organisation_id = t.organisation_id and p.role = t.role and p.ward = t.ward
    where not exists (select from post_held h where h.post_id = p.id and h.key_individual_id = t.individual_id)`
  return { held: held.length, takenAlready: count }
}

/** The subjects of these kinds and labels that a contract named before, and nothing of the network is yet. */
export const subjectsUnclaimed = (
  sql: Sql,
  {
    forceId,
    teamId,
    kinds,
    labels,
  }: { forceId: string; teamId: string; kinds: readonly string[]; labels: readonly string[] },
) => sql<{ id: string; kind: string; label: string }[]>`
  select distinct on (s.kind, lower(s.label)) s.id, s.kind, lower(s.label) as label from subject s
  where s.force_id = ${forceId} and s.team_id = ${teamId} and s.kind = any(${[...kinds]}::text[])
    and lower(s.label) = any(${labels.map((label) => label.toLowerCase())}::text[])
    and not exists (select from organisation where subject_id = s.id)
    and not exists (select from key_individual where subject_id = s.id)
    and not exists (select from post where subject_id = s.id)
  order by s.kind, lower(s.label), s.id`
