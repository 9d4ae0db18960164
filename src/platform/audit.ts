import type { Sql } from '#platform/database/database.ts'

/** Who did what to which thing, and when; `personId` is null where the program itself acted. */
export type AuditEntry = {
  readonly at: Date
  readonly personId: string | null
  /** The verb in the imperative, as `record an engagement`. */
  readonly verb: string
  /** The thing it was done to, as `engagement:0b1…`; ids only, never a name. */
  readonly about: string
  readonly detail?: Readonly<Record<string, AuditDetail>>
}

export type AuditDetail = string | number | boolean | null | readonly AuditDetail[]

/** Writes rows of the audit, in order; call it with the transaction of the verb, so that neither is kept without the other. */
export async function audit(sql: Sql, ...entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ at, personId, verb, about, detail = {} }, place) => ({
    place,
    at,
    personId,
    verb,
    about,
    detail,
  }))
  await sql`
    insert into audit (at, person_id, verb, about, detail)
    select at, "personId", verb, about, detail
    from jsonb_to_recordset(${sql.json(rows)}) as told (place int, at timestamptz, "personId" uuid, verb text, about text, detail jsonb)
    order by place`
}
