import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { ownerless } from './handovers.sql.ts'
import { forgetMade } from './introductions.sql.ts'

/**
 * Each night: writes into the audit how many relationships of which team lack an owner who is here, and forgets the words of
 * introductions that were made. Answers how many were found.
 */
export const lookAfterOwners = (db: Database, now: Date): Promise<number> =>
  transaction(db, async (sql) => {
    await forgetMade(sql)
    const found = await ownerless(sql, null)
    for (const [teamId, of] of Map.groupBy(found, (one) => one.teamId)) {
      const detail = { relationships: of.length }
      await audit(sql, {
        at: now,
        personId: null,
        verb: 'find relationships without owner',
        about: `team/${teamId}`,
        detail,
      })
    }
    return found.length
  })
