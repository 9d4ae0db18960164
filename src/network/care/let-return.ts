import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { forgetErased, type Identity } from './erased-identity.ts'

/**
 * Lets somebody who was erased be added again, since they asked for it, in the caller's transaction. Throws a Refusal (404)
 * where nobody of this name and address was erased.
 */
export async function letReturn(sql: Sql, person: Identity, { at, personId, forceId }: Keeper): Promise<void> {
  if (!(await forgetErased(sql, forceId, person)))
    throw new Refusal('Nobody of this name and address was erased, so they can be added as they are.', 404)
  await audit(sql, { at, personId, verb: 'let an erased person return', about: `force/${forceId}` })
}
