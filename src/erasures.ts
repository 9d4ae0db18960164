import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { applyErasures, erasuresAsJson } from '#network/care/erase-again.ts'
import { Refusal } from '#platform/refusal.ts'
import { onDatabase } from './verify-ledger.ts'

/** Every erasure there was as JSON, to be kept beside the backups: ids and instants, no names. */
export async function listErasures(args: readonly string[]): Promise<string> {
  parseArgs({ args: [...args], options: {} })
  return onDatabase(erasuresAsJson)
}

/**
 * Erases again whoever a list of erasures names, after a database was restored from an older copy. Throws a Refusal where the
 * file is not there or is no such list.
 */
export async function eraseAgain(args: readonly string[]): Promise<string> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  const [name] = positionals
  if (name === undefined) throw new Refusal('Name the file that “frankpledge erasures” wrote.')
  const list = await readFile(name, 'utf8').catch(() => {
    throw new Refusal(`${name} cannot be read.`, 404)
  })
  const erased = await onDatabase((database) => applyErasures(database, list, new Date()))
  return `${erased} erased again.`
}
