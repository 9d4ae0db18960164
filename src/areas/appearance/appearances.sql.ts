import type { Sql } from '#platform/database/database.ts'
import type { Appearance, Chosen, Crest } from './appearance.ts'

/** Each force that chose how its pages look. */
export const allAppearances = (sql: Sql) => sql<Appearance[]>`${chosenByForces(sql)} order by force_id`

const chosenByForces = (sql: Sql) => sql`
  select force_id as "forceId", languages, colour, accent,
    case when crest is not null then (extract(epoch from changed_at) * 1000)::float8 end as "crestAt"
  from force_appearance`

/** What one force chose, or nothing. */
export async function findAppearance(sql: Sql, forceId: string): Promise<Appearance | undefined> {
  const [appearance] = await sql<Appearance[]>`${chosenByForces(sql)} where force_id = ${forceId}`
  return appearance
}

type Change = { readonly forceId: string; readonly at: Date; readonly personId: string | null }

/** Keeps a force's colours and languages. */
export const saveAppearance = (
  sql: Sql,
  { languages, colour, accent }: Chosen,
  { forceId, at, personId }: Change,
) => sql`
  insert into force_appearance (force_id, languages, colour, accent, changed_at, changed_by)
  values (${forceId}, ${[...languages]}, ${colour}, ${accent}, ${at}, ${personId})
  on conflict (force_id) do update set languages = excluded.languages, colour = excluded.colour,
    accent = excluded.accent, changed_at = excluded.changed_at, changed_by = excluded.changed_by`

/** Keeps a force's crest, or takes it away. */
export const saveCrest = (sql: Sql, crest: Crest | null, { forceId, at, personId }: Change) => sql`
  insert into force_appearance (force_id, crest, crest_type, changed_at, changed_by)
  values (${forceId}, ${crest?.bytes ?? null}, ${crest?.type ?? null}, ${at}, ${personId})
  on conflict (force_id) do update set crest = excluded.crest, crest_type = excluded.crest_type,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by`

/** The picture itself. */
export async function findCrest(sql: Sql, forceId: string): Promise<Crest | undefined> {
  const [crest] = await sql<Crest[]>`
    select crest_type as "type", crest as "bytes" from force_appearance where force_id = ${forceId} and crest is not null`
  return crest
}
