import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPostcodes } from '#areas/postcodes/load-postcodes.ts'
import { Refusal } from '#platform/refusal.ts'
import { onDatabase } from './verify-ledger.ts'

/** Loads a file of the national directory of postcodes, however large; throws a Refusal where it is none. */
export async function loadPostcodesFile(args: readonly string[]): Promise<string> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
  const [path] = positionals
  if (path === undefined || positionals.length > 1)
    throw Object.assign(new Error('Name one file of postcodes.'), { name: 'UsageError' })
  await access(path).catch(() => {
    throw new Refusal(`There is no file “${path}”.`, 404)
  })
  const loading = { source: basename(path), at: new Date(), by: null }
  const { postcodes, areas } = await onDatabase((database) => loadPostcodes(database, createReadStream(path), loading))
  return `${postcodes.toLocaleString('en-GB')} postcodes loaded, beginning with ${areas.join(', ')}`
}
