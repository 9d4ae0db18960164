import type { Sql } from '#platform/database/database.ts'
import { demonstrationLoadedAt } from './demonstration.sql.ts'

/** Whether this database holds the demonstration force: its people are fictional and sign in by a button. */
export const isDemonstration = async (sql: Sql): Promise<boolean> => (await demonstrationLoadedAt(sql)) !== null
