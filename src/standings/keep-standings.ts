import { kindsRead } from '#measures/check.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { english, type Say } from '#platform/language/say.ts'
import { promisesOf } from './promises.ts'
import { stand, type Held } from './stand.ts'
import type { Standing } from './standing.ts'
import { basisOf, forget, keep, keptStandings, kindsSince, takeContract, type Basis } from './standings.sql.ts'

/**
 * A contract's standings as at today, told in a language, from what is kept where it still holds. Where evidence has arrived since, only the
 * promises that read its kinds are answered again; on another day, or when subjects or the contract changed, all are.
 */
export async function standingsToday(
  database: Database,
  held: Held,
  today: Day,
  now: Date,
  say: Say = english,
): Promise<Map<string, Standing>> {
  const { id } = held.contract
  const basis = await basisOf(database, id, today)
  const read = readBefore(database)
  const key = `${id} ${say.language}`
  const known = read.get(key)
  if (known && basis && sameBasis(known.basis, basis.now)) return known.standings
  const isKept = basis?.kept && sameBasis(basis.kept, basis.now)
  if (!isKept && say.language === firstLanguage) await refreshStandings(database, held, today, now)
  const standings = await toldIn(say, database, held, today)
  if (basis) remember(read, key, { basis: basis.now, standings })
  return standings
}

/** Standings are kept in the first language alone; in another they are answered anew, and remembered by this process. */
const toldIn = (say: Say, database: Database, held: Held, today: Day): Promise<Map<string, Standing>> =>
  say.language === firstLanguage
    ? keptStandings(database, held.contract.id)
    : stand(database, held, today, null, undefined, say)

type Read = Map<string, { readonly basis: Basis; readonly standings: Map<string, Standing> }>

const reads = new WeakMap<Database, Read>()

/** What this process read of kept standings, each with the basis that says whether it still holds. */
function readBefore(database: Database): Read {
  const read = reads.get(database) ?? new Map()
  reads.set(database, read)
  return read
}

function remember(
  read: Read,
  id: string,
  what: { readonly basis: Basis; readonly standings: Map<string, Standing> },
): void {
  read.delete(id)
  read.set(id, what)
  const [oldest] = read.keys()
  if (read.size > 200 && oldest !== undefined) read.delete(oldest)
}

/** Brings the kept standings of a contract up to the ledger; other teams are not touched. Answers how many were made again. */
export const refreshStandings = (database: Database, held: Held, today: Day, now: Date): Promise<number> =>
  transaction(database, async (sql) => {
    await takeContract(sql, held.contract.id)
    const basis = await basisOf(sql, held.contract.id, today)
    if (!basis || (basis.kept && sameBasis(basis.kept, basis.now))) return 0
    const stale =
      basis.kept && sameButEvidence(basis.kept, basis.now) ? await staleSince(sql, held, basis.kept) : undefined
    if (!stale) await forget(sql, held.contract.id)
    const made = await stand(sql, held, today, null, stale)
    await keep(sql, held.contract.id, made, basis.now, now)
    return made.size
  })

/** Makes the kept standings of a contract again from the ledger alone. */
export async function rebuildStandings(database: Database, held: Held, today: Day, now: Date): Promise<void> {
  await transaction(database, async (sql) => {
    await takeContract(sql, held.contract.id)
    await forget(sql, held.contract.id)
  })
  await refreshStandings(database, held, today, now)
}

async function staleSince(sql: Sql, { contract, framework, forceId }: Held, kept: Basis) {
  const team = { chain: contract.teamId, length: kept.teamLength }
  const force = { chain: forceId, length: kept.forceLength }
  const arrived = new Set(await kindsSince(sql, team, force))
  return promisesOf(contract, framework).filter(({ measures }) =>
    measures.flatMap(kindsRead).some((kind) => arrived.has(kind)),
  )
}

const sameButEvidence = (a: Basis, b: Basis) =>
  a.asAt === b.asAt && a.forceRevision === b.forceRevision && a.contractRevision === b.contractRevision

const sameBasis = (a: Basis, b: Basis) =>
  sameButEvidence(a, b) && a.teamLength === b.teamLength && a.forceLength === b.forceLength
