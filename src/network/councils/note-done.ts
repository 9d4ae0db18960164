import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Keeper } from '../keeper.ts'
import { evidenceOfNote, type NetworkNote } from './note.ts'
import { saveNote } from './notes.sql.ts'

/**
 * Notes what was done for councils or partners (R40, R58, C8.2) with its evidence, in the caller's transaction; sent twice, it is
 * kept once. `subjects` are the ledger's names of the organisations.
 */
export async function noteDone(
  sql: Sql,
  note: NetworkNote,
  subjects: readonly string[],
  { forceId, teamId, timeZone, at, personId }: Keeper,
): Promise<void> {
  if (!(await saveNote(sql, note, { at, by: personId }))) return
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [evidenceOfNote(note, subjects)])
  await audit(sql, { at, personId, verb: `note ${note.kind}`, about: `network-note/${note.id}` })
}
