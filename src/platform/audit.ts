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

/** Writes one row of the audit; call it with the transaction of the verb, so that neither is kept without the other. */
export async function audit(sql: Sql, entry: AuditEntry): Promise<void> {
  await sql`
    insert into audit (at, person_id, verb, about, detail)
    values (${entry.at}, ${entry.personId}, ${entry.verb}, ${entry.about}, ${sql.json(entry.detail ?? {})})`
}
