import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dictionary } from '#measures/dictionary.ts'
import { frameworkSchema, type Framework } from './framework.ts'
import { addFramework, isForeignKeyViolation, removeFramework, sameFramework } from './frameworks.sql.ts'
import { identityFaults } from './identity-faults.ts'
import { readJson, type Fault } from './json-document.ts'
import { measureFaults } from './measure-faults.ts'
import { schemaFaults } from './schema-faults.ts'

const mostBytes = 2 * 1024 * 1024
const mostFaults = 200

export type ReadFramework =
  { readonly ok: true; readonly framework: Framework } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads a framework file against the data dictionary; every fault names its line, at most 200 of them, in order. */
export function readFramework(text: string, dictionary: Dictionary): ReadFramework {
  if (Buffer.byteLength(text) > mostBytes) return refused([{ line: 1, words: 'the file is larger than 2 MB' }])
  const read = readJson(withoutMark(text))
  if (!read.ok) return refused(read.faults)
  const parsed = frameworkSchema.safeParse(read.document.value)
  const faults = [
    ...(parsed.success ? [] : schemaFaults(parsed.error.issues, read.document)),
    ...identityFaults(read.document),
    ...measureFaults(read.document, dictionary),
  ]
  return parsed.success && faults.length === 0 ? { ok: true, framework: parsed.data } : refused(faults)
}

/** Who keeps a framework, and when. */
type Keeping = { readonly by: string | null; readonly at: Date }

/**
 * Keeps a framework. The same one again changes nothing; another under its id takes its place only while no contract
 * was made under it, and is otherwise a Refusal (409): people signed what the old one said.
 */
export const keepFramework = (database: Database, framework: Framework, keeping: Keeping) =>
  transaction(database, (sql) => keepFrameworkWithin(sql, framework, keeping))

/** The same within the caller's transaction. */
export async function keepFrameworkWithin(
  sql: Sql,
  framework: Framework,
  { by, at }: Keeping,
): Promise<'kept' | 'replaced' | 'unchanged'> {
  const added = await addFramework(sql, framework, by, at)
  if (!added && (await sameFramework(sql, framework))) return 'unchanged'
  if (!added) {
    await removeFramework(sql, framework.id).catch(refuseWhereInUse(framework.id))
    await addFramework(sql, framework, by, at)
  }
  const verb = added ? 'load a framework' : 'replace a framework'
  await audit(sql, { at, personId: by, verb, about: `framework:${framework.id}` })
  return added ? 'kept' : 'replaced'
}

const refuseWhereInUse = (id: string) => (error: unknown) => {
  if (!isForeignKeyViolation(error)) throw error
  throw new Refusal(`Contracts have been made under the framework ${id}. Give the new version an id of its own.`, 409)
}

const refused = (faults: readonly Fault[]): ReadFramework => ({
  ok: false,
  faults: [...faults].sort((one, other) => one.line - other.line).slice(0, mostFaults),
})

/** Some editors put a byte order mark before the text. */
const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text)
