import { verifyChain } from '#ledger/verify.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Standing } from '#standings/standing.ts'
import { chainsSince, findFreeze } from '../freezes.sql.ts'
import { canonical, contentHash } from './canonical.ts'
import type { Freeze, FrozenChain } from './freeze.ts'
import { standFrozen } from './stand-frozen.ts'

/** What came of building a frozen year again from the ledger. */
export type Replay = {
  readonly equal: boolean
  /** Each difference in one sentence. */
  readonly differences: readonly string[]
  /** How much evidence joined its chains after it was frozen; none of it counts. */
  readonly later: number
}

/**
 * Builds the standings of a freeze again from the ledger as it was then, and holds them, its bytes and the seals of its
 * chains against what was kept. Throws a Refusal (404) where there is no such freeze.
 */
export async function replayFreeze(sql: Sql, id: string): Promise<Replay> {
  const found = await findFreeze(sql, id)
  if (found === null) throw new Refusal('There is no such freeze.', 404)
  const { content } = found
  const since = await chainsSince(sql, content.chains)
  const differences = [
    ...bytesChanged(found),
    ...content.chains.flatMap((chain) => sealBroken(chain, since.find((each) => each.id === chain.id)?.seal ?? null)),
    ...(await entriesChanged(sql, content.chains)),
    ...standingsChanged(content.standings, await standFrozen(sql, content)),
  ]
  return { equal: differences.length === 0, differences, later: since.reduce((sum, each) => sum + each.later, 0) }
}

const bytesChanged = ({ bytes, hash }: Freeze & { readonly bytes: string }): string[] =>
  contentHash(bytes) === hash ? [] : ['What is kept is not what was hashed.']

/** A chain of no entries has nothing that could have been changed. */
const sealBroken = ({ id, length, head }: FrozenChain, seal: string | null): string[] =>
  length === 0 || seal === head ? [] : [`Entry ${length} of ${id} does not bear the seal it had.`]

async function entriesChanged(sql: Sql, chains: readonly FrozenChain[]): Promise<string[]> {
  const faults: string[] = []
  for (const { id, length } of chains) {
    const found = await verifyChain(sql, id)
    if (!found.whole && found.seq <= length) faults.push(`The chain of ${id} is broken: ${found.fault}.`)
  }
  return faults
}

function standingsChanged(frozen: Readonly<Record<string, Standing>>, now: ReadonlyMap<string, Standing>): string[] {
  const refs = [...new Set([...Object.keys(frozen), ...now.keys()])]
  return refs
    .filter((ref) => canonical(frozen[ref] ?? null) !== canonical(now.get(ref) ?? null))
    .map(
      (ref) =>
        `${ref} was frozen as ${frozen[ref]?.standing ?? 'nothing'}; the ledger now gives ${gives(now.get(ref))}`,
    )
}

const gives = (standing: Standing | undefined): string =>
  standing === undefined ? 'nothing.' : `${standing.standing}: ${standing.reason}`
