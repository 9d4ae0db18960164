import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Framework } from './framework.ts'
import { frameworkById, frameworkTitles } from './frameworks.sql.ts'

const known = new WeakMap<object, Map<string, Framework>>()

/**
 * The framework that a contract was made under. What contracts refer to never changes, so it is read once for each
 * database. Throws a Refusal (404) where there is none.
 */
export async function frameworkOfContract(sql: Sql, id: string): Promise<Framework> {
  const ofDatabase = known.get(sql) ?? new Map<string, Framework>()
  known.set(sql, ofDatabase)
  const found = ofDatabase.get(id) ?? (await frameworkById(sql, id))
  if (!found) throw new Refusal(`There is no framework “${id}”.`, 404)
  ofDatabase.set(id, found)
  return found
}

/** The frameworks that a force has, or every framework where it has none of its own. */
export async function frameworksOfForce(sql: Sql, forceId: string): Promise<Framework[]> {
  const titles = await frameworkTitles(sql)
  const all = (await Promise.all(titles.map(({ id }) => frameworkById(sql, id)))).filter((one) => one !== null)
  const own = all.filter(({ force }) => force === forceId)
  return own.length > 0 ? own : all
}
