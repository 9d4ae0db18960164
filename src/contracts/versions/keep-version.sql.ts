import type { Sql } from '#platform/database/database.ts'
import type { Named } from './version.ts'

/** A version to be kept; what it says is what its contract's rows say. */
export type NewVersion = {
  readonly id: string
  readonly contractId: string
  readonly why: string
  readonly changes: Named
  /** The version whose words are in force again, or null. */
  readonly again: number | null
  readonly at: Date
  readonly by: string | null
}

/** Keeps what a contract says now as its next version, with the SHA-256 of the very bytes; answers its number. */
export async function keepVersion(
  sql: Sql,
  { id, contractId, why, changes, again, at, by }: NewVersion,
): Promise<number> {
  const [kept] = await sql<[{ number: number }]>`
    insert into contract_version (contract_id, number, id, published_on, why, changes, again, document, hash, made_at, made_by)
    select c.id, coalesce((select max(v.number) from contract_version v where v.contract_id = c.id), 0) + 1, ${id},
      (${at}::timestamptz at time zone f.time_zone)::date, ${why}, ${sql.json(changes)}, ${again}, d.document,
      sha256(convert_to(d.document, 'UTF8')), ${at}, ${by}
    from contract c join team t on t.id = c.team_id join force f on f.id = t.force_id
      cross join lateral (select contract_document(c.id)::text as document) d
    where c.id = ${contractId}
    returning number`
  return kept.number
}
