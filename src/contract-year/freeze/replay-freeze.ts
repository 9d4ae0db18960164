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
  /** The promises of which the program tells the same figures in other words than it did then; the ledger has no part in that. */
  readonly reworded: readonly string[]
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
  const { changed, reworded } = compared(content.standings, await standFrozen(sql, content))
  const differences = [
    ...bytesChanged(found),
    ...content.chains.flatMap((chain) => sealBroken(chain, since.find((each) => each.id === chain.id)?.seal ?? null)),
    ...(await entriesChanged(sql, content.chains)),
    ...changed,
  ]
  const later = since.reduce((sum, each) => sum + each.later, 0)
  return { equal: differences.length === 0, differences, reworded, later }
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

/** Where figures differ the ledger gives something else; where only what is told of them does, a later program words it otherwise. */
function compared(frozen: Readonly<Record<string, Standing>>, now: ReadonlyMap<string, Standing>) {
  const refs = [...new Set([...Object.keys(frozen), ...now.keys()])]
  const differ = (ref: string, of: (standing: Standing | undefined) => unknown) =>
    canonical(of(frozen[ref])) !== canonical(of(now.get(ref)))
  const [changed, same] = [refs.filter((ref) => differ(ref, figures)), refs.filter((ref) => !differ(ref, figures))]
  return {
    changed: changed.map(
      (ref) =>
        `${ref} was frozen as ${frozen[ref]?.standing ?? 'nothing'}; the ledger now gives ${gives(now.get(ref))}`,
    ),
    reworded: same.filter((ref) => differ(ref, (standing) => standing ?? null)),
  }
}

/** What the ledger alone decides. */
const figures = (standing: Standing | undefined) =>
  standing === undefined
    ? null
    : [standing.standing, standing.value, standing.numerator, standing.denominator, standing.evidence]

const gives = (standing: Standing | undefined): string =>
  standing === undefined ? 'nothing.' : `${standing.standing}: ${standing.reason}`
