import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { RegisterFault, RegisterRow } from './register-row.ts'

/** The register as a force last sent it in. */
export type Draft = {
  readonly id: string
  readonly filename: string
  readonly lines: number
  readonly faults: readonly RegisterFault[]
  readonly faultCount: number
  readonly sentAt: Date
  readonly takenAt: Date | null
  readonly taken: Readonly<Record<string, number>> | null
}

/** Begins a register anew in the place of what was sent before; lines follow. */
export async function beginDraft(
  sql: Sql,
  draft: { readonly id: string; readonly forceId: string; readonly filename: string; readonly lines: number },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`delete from school_register where force_id = ${draft.forceId}`
  await sql`
    insert into school_register (force_id, id, filename, lines, faults, fault_count, sent_at, sent_by)
    values (${draft.forceId}, ${draft.id}, ${draft.filename}, ${draft.lines}, '[]', 0, ${at}, ${by})`
}

/** Adds a stretch of the register’s schools. */
export const addDraftRows = (sql: Sql, forceId: string, rows: readonly RegisterRow[]) => sql`
  insert into school_register_row (force_id, urn, line, name, town, folded_town, postcode, outcode, opens_on, closes_on, is_shut)
  select ${forceId}, r.urn, r.line, r.name, r.town, r."foldedTown", r.postcode, r.outcode, r."opensOn", r."closesOn", r."isShut"
  from jsonb_to_recordset(${sql.json(rows.map((row) => ({ ...row })))}) as r (urn int, line int, name text, town text,
    "foldedTown" text, postcode text, outcode text, "opensOn" date, "closesOn" date, "isShut" boolean)`

/** Notes which lines could not be read, the first of them in words. */
export const saveFaults = (sql: Sql, forceId: string, faults: readonly RegisterFault[], count: number) => sql`
  update school_register set faults = ${sql.json(faults.map((fault) => ({ ...fault })))}, fault_count = ${count}
  where force_id = ${forceId}`

/** What a force last sent in, or null. */
export async function findDraft(sql: Sql, forceId: string): Promise<Draft | null> {
  const [draft] = await sql<Draft[]>`${drafts(sql)} where force_id = ${forceId}`
  return draft ?? null
}

/** The same, held for the transaction, so that it is taken once. */
export async function lockDraft(sql: Sql, forceId: string): Promise<Draft | null> {
  const [draft] = await sql<Draft[]>`${drafts(sql)} where force_id = ${forceId} for update`
  return draft ?? null
}

const drafts = (sql: Sql) => sql`
  select id, filename, lines, faults, fault_count as "faultCount", sent_at as "sentAt", taken_at as "takenAt", taken
  from school_register`

/** Notes what was taken of a draft; its lines are no longer needed. */
export async function closeDraft(sql: Sql, forceId: string, at: Date, taken: Readonly<Record<string, number>>) {
  await sql`update school_register set taken_at = ${at}, taken = ${sql.json({ ...taken })} where force_id = ${forceId}`
  await sql`delete from school_register_row where force_id = ${forceId}`
}

/** Which team of a force has a place, as somebody said. */
export const placesKnown = (sql: Sql, forceId: string) => sql<{ place: string; teamId: string | null }[]>`
  select place, team_id as "teamId" from place_team where force_id = ${forceId} order by place`

/** Remembers whose a place is; said again, the later word holds. */
export const savePlaces = (
  sql: Sql,
  forceId: string,
  places: readonly { readonly place: string; readonly teamId: string | null }[],
  { at, by }: { readonly at: Date; readonly by: string },
) => sql`
  insert into place_team (force_id, place, team_id, placed_at, placed_by)
  select ${forceId}, p.place, p."teamId", ${at}, ${by}
  from jsonb_to_recordset(${sql.json(places.map((one) => ({ ...one })))}) as p (place text, "teamId" text)
  on conflict (force_id, place) do update set team_id = excluded.team_id, placed_at = excluded.placed_at, placed_by = excluded.placed_by`

/** Forgets what was said of places. */
export const dropPlaces = (sql: Sql, forceId: string, places: readonly string[]) => sql`
  delete from place_team where force_id = ${forceId} and place = any(${[...places]}::text[])`

/** Where a draft's line leads: what it would do, and to which school and team. */
export type Weighed = {
  readonly word: 'new' | 'changed' | 'closed'
  readonly urn: number
  readonly name: string
  readonly town: string
  readonly postcode: string | null
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  readonly teamId: string
  /** The organisation that it is already, with what the register does not know of it; null where it is new. */
  readonly organisationId: string | null
  readonly website: string | null
  readonly tags: readonly string[]
  readonly subjectId: string | null
  readonly subjectFrom: Day | null
  readonly before: string | null
}
