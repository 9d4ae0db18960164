import type { Sql } from '#platform/database/database.ts'
import { foldWords } from '#platform/fold.ts'
import type { KeyIndividual } from './key-individual.ts'

const columns = (sql: Sql) => sql`
  id, force_id as "forceId", team_id as "teamId", name, email, telephone, address, languages, reach_by as "reachBy",
  speaks_for as "speaksFor", neighbourhood_ids as "neighbourhoodIds", tags, lawful_basis as "lawfulBasis", purpose,
  told_on as "toldOn", review_on as "reviewOn", subject_id as "subjectId", objected_on as "objectedOn", left_on as "leftOn"`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One key individual of a team, as the one they were merged into where they were; null where there is none, or they were erased. */
export async function findKeyIndividual(sql: Sql, teamId: string, id: string): Promise<KeyIndividual | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<KeyIndividual[]>`
    select ${columns(sql)} from key_individual
    where id = (select coalesce(merged_into, id) from key_individual where id = ${id})
      and team_id = ${teamId} and erased_at is null`
  return found ?? null
}

/**
 * Keeps key individuals in one statement and answers those that were kept, with the subjects they have already; of those kept
 * before, all that may change is taken over. An erased one stays erased, and another team's stays as it is.
 */
export async function saveKeyIndividuals(
  sql: Sql,
  people: readonly KeyIndividual[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<readonly { readonly id: string; readonly subjectId: string | null }[]> {
  const rows = people.map((one) => ({ ...one, folded: foldWords(one.name, one.speaksFor, ...one.tags) }))
  return sql<{ id: string; subjectId: string | null }[]>`
    insert into key_individual (id, force_id, team_id, name, folded, email, telephone, address, languages, reach_by,
      speaks_for, neighbourhood_ids, tags, lawful_basis, purpose, told_on, review_on, subject_id, objected_on, left_on,
      kept_at, kept_by)
    select k.id, k."forceId", k."teamId", k.name, k.folded, k.email, k.telephone, k.address,
      array(select jsonb_array_elements_text(k.languages)), k."reachBy", k."speaksFor",
      array(select jsonb_array_elements_text(k."neighbourhoodIds")), array(select jsonb_array_elements_text(k.tags)),
      k."lawfulBasis", k.purpose, k."toldOn", k."reviewOn", k."subjectId", k."objectedOn", k."leftOn", ${at}, ${by}
    from jsonb_to_recordset(${sql.json(rows)}) as k (id uuid, "forceId" text, "teamId" text, name text, folded text,
      email text, telephone text, address text, languages jsonb, "reachBy" text, "speaksFor" text, "neighbourhoodIds" jsonb,
      tags jsonb, "lawfulBasis" text, purpose text, "toldOn" date, "reviewOn" date, "subjectId" text, "objectedOn" date, "leftOn" date)
    on conflict (id) do update set name = excluded.name, folded = excluded.folded, email = excluded.email,
      telephone = excluded.telephone, address = excluded.address, languages = excluded.languages,
      reach_by = excluded.reach_by, speaks_for = excluded.speaks_for, neighbourhood_ids = excluded.neighbourhood_ids,
      tags = excluded.tags, lawful_basis = excluded.lawful_basis, purpose = excluded.purpose, told_on = excluded.told_on,
      review_on = excluded.review_on, objected_on = excluded.objected_on, left_on = excluded.left_on
    where key_individual.erased_at is null and key_individual.team_id = excluded.team_id
    returning id, subject_id as "subjectId"`
}

/** Gives a key individual the subject by which the ledger knows what they speak for. */
export const saveSubjectOfIndividual = (sql: Sql, id: string, subjectId: string) => sql`
  update key_individual set subject_id = ${subjectId} where id = ${id}`
