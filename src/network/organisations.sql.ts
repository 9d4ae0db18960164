import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { foldWords } from '#platform/fold.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'

const columns = (sql: Sql) => sql`
  id, force_id as "forceId", team_id as "teamId", kind, name, place, postcode, ${locationColumn(sql)} as location, website, tags,
  subject_id as "subjectId", urn, opens_on as "opensOn", closes_on as "closesOn", members`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One organisation that a team may see: its own, or its force's; the one it was merged into where it was merged; or null. */
export async function findOrganisation(sql: Sql, teamId: string, id: string): Promise<Organisation | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Organisation[]>`
    select ${columns(sql)} from organisation
    where id = (select coalesce(merged_into, id) from organisation where id = ${id})
      and (team_id = ${teamId} or (team_id is null and starts_with(${teamId}, force_id || '/')))`
  return found ?? null
}

/** A team's organisations and its force's, of one kind or all, by name. */
export const organisationsOf = (sql: Sql, forceId: string, teamId: string, kind?: OrganisationKind) => sql<
  Organisation[]
>`
  select ${columns(sql)} from organisation
  where force_id = ${forceId} and (team_id = ${teamId} or team_id is null) and merged_into is null
    ${kind ? sql`and kind = ${kind}` : sql``}
  order by kind, name, id`

/**
 * Keeps organisations in one statement and answers those that were kept, with the subjects they have already; those kept before
 * take over what changed, and another team's stays as it is.
 */
export async function saveOrganisations(
  sql: Sql,
  organisations: readonly Organisation[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<readonly { readonly id: string; readonly subjectId: string | null }[]> {
  const rows = organisations.map((one) => ({ ...one, folded: foldWords(one.name, one.place, ...one.tags) }))
  return sql<{ id: string; subjectId: string | null }[]>`
    insert into organisation (id, force_id, team_id, kind, name, folded, place, postcode, location, website, tags,
      subject_id, urn, opens_on, closes_on, members, kept_at, kept_by)
    select o.id, o."forceId", o."teamId", o.kind, o.name, o.folded, o.place, o.postcode,
      point((o.location ->> 'longitude')::float8, (o.location ->> 'latitude')::float8), o.website,
      array(select jsonb_array_elements_text(o.tags)), o."subjectId", o.urn, o."opensOn", o."closesOn", o.members, ${at}, ${by}
    from jsonb_to_recordset(${sql.json(rows)}) as o (id uuid, "forceId" text, "teamId" text, kind text, name text,
      folded text, place text, postcode text, location jsonb, website text, tags jsonb, "subjectId" text, urn int,
      "opensOn" date, "closesOn" date, members int)
    on conflict (id) do update set name = excluded.name, folded = excluded.folded, place = excluded.place,
      postcode = excluded.postcode, location = excluded.location, website = excluded.website, tags = excluded.tags,
      opens_on = excluded.opens_on, closes_on = excluded.closes_on, members = excluded.members
    where organisation.force_id = excluded.force_id and organisation.team_id is not distinct from excluded.team_id
    returning id, subject_id as "subjectId"`
}

/** Gives an organisation the subject by which the ledger knows it. */
export const saveSubjectOfOrganisation = (sql: Sql, id: string, subjectId: string) => sql`
  update organisation set subject_id = ${subjectId} where id = ${id}`
