import type { Sql } from '#platform/database/database.ts'
import type { Paragraph, SelfEvaluation } from './self-evaluation.ts'

/** The newest version of a contract's self evaluation, or null where none was drafted. */
export async function newestSelfEvaluation(sql: Sql, contractId: string): Promise<SelfEvaluation | null> {
  const [row] = await sql<SelfEvaluation[]>`
    select contract_id as "contractId", version, as_at as "asAt", paragraphs from self_evaluation
    where contract_id = ${contractId} order by version desc limit 1`
  return row ?? null
}

export type VersionLine = { readonly version: number; readonly writtenAt: Date; readonly by: string | null }

/** Who wrote which version when, the newest first. */
export const versionsOf = (sql: Sql, contractId: string) => sql<VersionLine[]>`
  select s.version, s.written_at as "writtenAt", p.name as by
  from self_evaluation s left join person p on p.id = s.written_by
  where s.contract_id = ${contractId} order by s.version desc limit 50`

type Written = { readonly at: Date; readonly by: string | null }

/** Keeps a version; false where somebody kept one of that number before. */
export async function addVersion(sql: Sql, text: SelfEvaluation, { at, by }: Written): Promise<boolean> {
  const { contractId, version, asAt } = text
  const paragraphs: readonly Paragraph[] = text.paragraphs
  const added = await sql`
    insert into self_evaluation (contract_id, version, as_at, paragraphs, written_at, written_by)
    values (${contractId}, ${version}, ${asAt}, ${sql.json(paragraphs as never)}, ${at}, ${by})
    on conflict do nothing returning version`
  return added.length > 0
}
