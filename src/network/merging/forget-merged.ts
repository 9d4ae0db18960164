import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { forgetMoved } from './merges.sql.ts'
import { undoneWithin } from './undo-merge.ts'

/**
 * Each night: forgets what merged records said before, once nobody can undo the merge any more, as it was undone or more than
 * 30 days have passed. Answers of how many merges.
 */
export const forgetMerged = (database: Database, at: Date): Promise<number> =>
  transaction(database, async (sql) => {
    const merges = await forgetMoved(sql, new Date(at.getTime() - undoneWithin * 86_400_000))
    const detail = { merges }
    if (merges > 0) await audit(sql, { at, personId: null, verb: 'forget merged details', about: 'merges', detail })
    return merges
  })
