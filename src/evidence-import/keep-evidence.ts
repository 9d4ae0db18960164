import { append, type Recording } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { importedFrom } from './imported-evidence.sql.ts'

/**
 * Keeps all evidence of a file, or none. Throws a Refusal (409) where the same evidence was imported for the team before,
 * since every count would then be double.
 */
export const keepEvidence = (
  database: Database,
  { facts, hash }: { readonly facts: readonly Fact[]; readonly hash: string },
  recording: Recording,
): Promise<void> =>
  transaction(database, async (sql) => {
    const { id: chain } = await takeChain(sql, recording.forceId, recording.teamId)
    const before = await importedFrom(sql, chain, `import/${hash}`)
    if (before) {
      const on = inWords(dayAt(before.at, recording.timeZone))
      throw new Refusal(`This file was imported already, on ${on}. Nothing was recorded a second time.`, 409)
    }
    await append(sql, recording, facts)
    const about = `import/${hash}`
    await audit(sql, {
      at: recording.at,
      personId: recording.by,
      verb: 'import evidence',
      about,
      detail: { chain, rows: facts.length },
    })
  })
