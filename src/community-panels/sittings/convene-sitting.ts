import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { dayFaults, type Convener } from './sitting.ts'
import { insertSitting, type NewSitting } from './sittings.sql.ts'

/**
 * Convenes a sitting in the caller's transaction (R05, R47, R50); sent twice it is convened once. Throws a Refusal (422) where its
 * days are out of order or it has nothing to judge.
 */
export async function conveneSitting(sql: Sql, sitting: NewSitting, { personId, at }: Convener): Promise<void> {
  const [fault] = Object.values(dayFaults(sitting))
  if (fault !== undefined) throw new Refusal(`${fault}.`)
  if (sitting.contractIds.length === 0) throw new Refusal('Choose at least one contract to judge.')
  if (!(await insertSitting(sql, sitting, at, personId))) return
  const detail = { panel: sitting.panel, year: sitting.year, contracts: sitting.contractIds.length }
  await audit(sql, { at, personId, verb: 'convene a sitting', about: `sitting/${sitting.id}`, detail })
}
