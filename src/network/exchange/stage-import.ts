import { gunzipSync, gzipSync } from 'node:zlib'
import type { Fault } from '#evidence-import/fault.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import {
  findImport,
  saveFaults,
  saveIgnoredNotes,
  saveImport,
  saveRows,
  saveTold,
  type NetworkImport,
} from './imports.sql.ts'
import { headingsOf, isCards, readImport, textOf } from './read-import.ts'
import type { ToldRow } from './told-row.ts'
import { batch, weighImport } from './weigh-import.ts'

export const mostBytes = 48 * 1024 * 1024

/** Keeps a file for as long as somebody decides about it. Throws a Refusal (422) where it cannot be read at all. */
export async function keepFile(
  database: Database,
  { id, filename, bytes }: { readonly id: string; readonly filename: string; readonly bytes: Buffer },
  { teamId, at, personId }: Keeper,
): Promise<void> {
  const text = textOf(bytes, filename)
  if (!isCards(text)) headingsOf(text, filename)
  const file = gzipSync(bytes)
  await transaction(database, (sql) => saveImport(sql, { id, teamId, filename, file }, { at, by: personId }))
}

/** The text of a file that waits; throws a Refusal (409) where it was taken in, or waited for more than a day. */
export function textWaiting({ file, filename }: NetworkImport): string {
  if (file === null) throw new Refusal('This file was taken in already.', 409)
  return textOf(gunzipSync(file, { maxOutputLength: mostBytes }), filename)
}

/** Reads a file by what its columns mean, and holds its rows against the network; nothing of the network changes. */
export const stageImport = (
  database: Database,
  id: string,
  told: NonNullable<NetworkImport['told']>,
  keeper: Keeper,
): Promise<void> =>
  transaction(database, async (sql) => {
    const waiting = await findImport(sql, keeper.teamId, id, { hold: true })
    if (!waiting) throw new Refusal('That file is not here any more: choose it again.', 404)
    const text = textWaiting(waiting)
    await saveTold(sql, id, told)
    let rows: ToldRow[] = []
    let faults: Fault[] = []
    let notes = 0
    const keep = async () => {
      await saveRows(sql, id, rows)
      await saveFaults(sql, id, faults)
      rows = []
      faults = []
    }
    for (const one of readImport(text, told.mapping, keeper.teamId)) {
      if (one.row) rows.push(one.row)
      faults.push(...one.faults)
      notes += one.notes
      if (rows.length + faults.length >= batch) await keep()
    }
    await keep()
    await saveIgnoredNotes(sql, id, notes)
    await weighImport(sql, id, keeper)
  })
