import { z } from 'zod'
import { transaction, type Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { erasuresOf, stillHeld } from './erasure.sql.ts'

const list = z.array(z.object({ id: z.uuid(), at: z.iso.datetime() }))

/** The erasures of a database as JSON, to be kept beside its backups: ids and instants, no names. */
export async function erasuresAsJson(database: Database): Promise<string> {
  return JSON.stringify(await erasuresOf(database))
}

/**
 * Erases again, in a database restored from an older copy, those whom a list of erasures names; each in a transaction of its
 * own, so that it may be run again. Answers how many were. Throws a Refusal (422) where the list cannot be read.
 */
export async function applyErasures(database: Database, json: string, at: Date): Promise<number> {
  const read = list.safeParse(parsed(json))
  if (!read.success) throw new Refusal('This is not a list of erasures: each must have its id and its instant.')
  const held = await stillHeld(
    database,
    read.data.map(({ id }) => id),
  )
  for (const { id, ...where } of held) {
    const acting = { ...where, personId: null, at }
    await transaction(database, async (sql) => {
      // Whoever was merged with one before in the list went with them.
      if ((await stillHeld(sql, [id])).length === 0) return
      await eraseKeyIndividual(sql, { id, reason: 'a restored database held it again' }, acting)
    })
  }
  return held.length
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
