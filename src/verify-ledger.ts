import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { allChains } from '#ledger/ledger.sql.ts'
import { verifyChain, type Verification } from '#ledger/verify.ts'
import { openDatabase, type Database } from '#platform/database/database.ts'
import { runningEmbedded, startEmbedded } from '#platform/database/embedded.ts'
import { Refusal } from '#platform/refusal.ts'
import { readConfig } from './config.ts'

/**
 * Recomputes every chain of the ledger, or the one named, and tells what it found; throws a Refusal that names the first
 * broken link of each chain that is not whole. Works beside a running program, or starts its database for the purpose.
 */
export async function verifyLedger(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { chain: { type: 'string' } } })
  return onDatabase(async (database) => told(await verifyChains(database, values.chain)))
}

/** Works on the database of a running program, or starts it for the purpose. */
export async function onDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)))
  const running = config.databaseUrl ?? (await runningEmbedded(config.dataDir))
  const embedded = running === null ? await startEmbedded({ folder: config.dataDir }) : null
  const database = openDatabase(running ?? embedded?.url ?? '', { connections: 1 })
  try {
    return await work(database)
  } finally {
    await database.end()
    await embedded?.stop()
  }
}

async function verifyChains(database: Database, chain: string | undefined): Promise<Verification[]> {
  const chains = (await allChains(database)).filter(({ id }) => chain === undefined || id === chain)
  if (chains.length === 0) throw new Refusal(chain ? `There is no chain “${chain}”.` : 'The ledger is empty.', 404)
  const verified: Verification[] = []
  for (const { id } of chains) verified.push(await verifyChain(database, id))
  return verified
}

function told(verified: readonly Verification[]): string {
  const lines = verified.map((each) =>
    each.whole
      ? `whole   ${each.chain}: ${each.rows} entries, head ${each.head}`
      : `BROKEN  ${each.chain}: ${each.fault}`,
  )
  if (verified.some((each) => !each.whole)) throw new Refusal(lines.join('\n'))
  return lines.join('\n')
}
