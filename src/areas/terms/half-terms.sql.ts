import type { Sql } from '#platform/database/database.ts'
import type { Span } from '#platform/day.ts'
import type { HalfTerm } from './half-term.ts'

/** Holds all half terms while a verb works on them, so that two changes at once cannot overlap. */
export const lockHalfTerms = (sql: Sql) => sql`lock table half_term in share row exclusive mode`

/** Every half term of these councils, in order. */
export const halfTermsOfCouncils = (sql: Sql, councils: readonly string[], span?: Span) => sql<HalfTerm[]>`
  select council, name, starts_on as "from", ends_on as "to" from half_term
  where council = any(${[...councils]}::text[]) ${span ? sql`and starts_on <= ${span.to} and ends_on >= ${span.from}` : sql``}
  order by council, starts_on`

/** Keeps half terms in one statement; one that begins on the day of another takes its place. */
export const saveHalfTerms = (sql: Sql, terms: readonly HalfTerm[]) => sql`
  insert into half_term (council, name, starts_on, ends_on)
  select t.council, t.name, t."from", t."to"
  from jsonb_to_recordset(${sql.json(terms.map((term) => ({ ...term })))}) as t (council text, name text, "from" date, "to" date)
  on conflict (council, starts_on) do update set name = excluded.name, ends_on = excluded.ends_on
    where (half_term.name, half_term.ends_on) is distinct from (excluded.name, excluded.ends_on)`

/** Takes a half term away; false where it is not there. */
export async function dropHalfTerm(sql: Sql, council: string, from: string): Promise<boolean> {
  const dropped = await sql`delete from half_term where council = ${council} and starts_on = ${from} returning council`
  return dropped.length > 0
}

/** The councils whose terms a force's teams keep, and those whose terms are known and no team of another force keeps. */
export const councilsOf = (sql: Sql, forceId: string) => sql<{ council: string }[]>`
  select school_council as council from team where force_id = ${forceId} and school_council is not null
  union
  select council from half_term h
  where not exists (select from team t where t.school_council = h.council and t.force_id <> ${forceId})
  order by council`

/** Whose school terms a team keeps. */
export type KeptTerms = { readonly teamId: string; readonly council: string | null }

/** Says whose school terms teams keep, and answers which of them kept others before. */
export async function saveSchoolCouncils(sql: Sql, kept: readonly KeptTerms[]): Promise<string[]> {
  const saved = await sql<{ id: string }[]>`
    update team t set school_council = k.council
    from jsonb_to_recordset(${sql.json(kept.map((one) => ({ ...one })))}) as k ("teamId" text, council text)
    where t.id = k."teamId" and t.school_council is distinct from k.council returning t.id`
  return saved.map(({ id }) => id).toSorted()
}

/** Those of these councils that only teams of other forces keep. */
export const councilsElsewhere = (sql: Sql, forceId: string, councils: readonly string[]) => sql<{ council: string }[]>`
  select school_council as council from team where school_council = any(${[...councils]}::text[])
  group by school_council having not bool_or(force_id = ${forceId}) order by 1`
