import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PageKeeper } from '../facts/page-keeper.ts'
import { failuresOf, type Audit } from './audit.ts'
import { auditRecorded, lockAudits } from './audits.sql.ts'

/**
 * Records for a force what the last audit of its pages found (S10), in the caller's transaction. Throws a Refusal (409) where
 * that audit was recorded already.
 */
export async function recordAudit(sql: Sql, found: Audit, keeper: PageKeeper): Promise<void> {
  const { at, personId, forceId } = keeper
  const source = sourceOf(found)
  await lockAudits(sql, forceId)
  if (await auditRecorded(sql, forceId, source)) throw new Refusal('The last audit is recorded already.', 409)
  const failures = failuresOf(found)
  const fact = { kind: 'accessibility audited', happenedOn: found.on, quantities: { failures }, source }
  await append(sql, { ...keeper, teamId: null, by: personId }, [fact])
  await audit(sql, {
    at,
    personId,
    verb: 'record accessibility audit',
    about: `force/${forceId}`,
    detail: { failures },
  })
}

/** What the ledger says an audit was told by. */
export const sourceOf = ({ on }: Audit): string => `accessibility/${on}`
