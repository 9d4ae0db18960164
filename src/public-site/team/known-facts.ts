import type { Database } from '#platform/database/database.ts'

type Known<T> = { readonly basis: string; readonly facts: T }

const atMost = 200

/**
 * What was read for pages, by what it is about. It is told again only while the basis that the database names is the one on
 * which it was read, as kept standings are; whoever asked longest ago is forgotten first.
 */
export function knownFacts<T>() {
  const ofDatabase = new WeakMap<Database, Map<string, Known<T>>>()
  return async (db: Database, about: string, basis: string, read: () => Promise<T>): Promise<T> => {
    const known = ofDatabase.get(db) ?? new Map<string, Known<T>>()
    ofDatabase.set(db, known)
    const before = known.get(about)
    if (before?.basis === basis) return before.facts
    const facts = await read()
    known.delete(about)
    known.set(about, { basis, facts })
    const [longestAgo] = known.keys()
    if (known.size > atMost && longestAgo !== undefined) known.delete(longestAgo)
    return facts
  }
}
