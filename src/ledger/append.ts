import { kinds } from '#measures/kinds.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { factFaults, type Entry } from './evidence.ts'
import { sealOf, type Sealed } from './hash.ts'
import { openRows, takeChains, unknownSubjects, writeRows, type Chain, type Row } from './ledger.sql.ts'

/** For which force evidence is recorded, by whom and when. */
export type Recorder = {
  readonly forceId: string
  readonly timeZone: string
  readonly at: Date
  readonly by: string | null
}

/** Whose chain evidence joins, and who records it when. A null team means the whole force. */
export type Recording = Recorder & { readonly teamId: string | null }

/**
 * Appends evidence to a chain in the caller's transaction; answers each row's ledger-wide number. Throws a Refusal (422)
 * that names the first fact with a fault, a subject the force does not have, or a row that cannot be superseded.
 */
export const append = (sql: Sql, recording: Recording, entries: readonly Entry[]): Promise<number[]> =>
  appendToChains(sql, recording, new Map([[recording.teamId, entries]]))

/** The same for several teams of a force at once; a null team means the whole force. */
export async function appendToChains(
  sql: Sql,
  recorder: Recorder,
  entriesOf: ReadonlyMap<string | null, readonly Entry[]>,
): Promise<number[]> {
  const { forceId } = recorder
  const told = [...entriesOf].flatMap(([teamId, entries]) =>
    entries.map((entry) => ({ chain: teamId ?? forceId, entry })),
  )
  if (told.length === 0) return []
  refuseFaults(told, recorder)
  await refuseUnknownSubjects(sql, forceId, told)
  const ofChain = Map.groupBy(told, ({ chain }) => chain)
  const chains = await takeChains(sql, forceId, [...ofChain.keys()])
  await refuseClosedRows(sql, told)
  return writeRows(
    sql,
    chains.flatMap((chain) => linked(chain, recorder, ofChain.get(chain.id) ?? [])),
  )
}

/** An entry and the chain that it joins. */
type Told = { readonly chain: string; readonly entry: Entry }

function linked(chain: Chain, recorder: Recorder, told: readonly Told[]): Row[] {
  let previous: Uint8Array = chain.head
  return told.map(({ entry }, n) => {
    const row = sealed(chain.id, chain.length + n + 1, recorder, entry)
    const hash = sealOf(row, previous)
    const link = { ...row, previous, hash }
    previous = hash
    return link
  })
}

const sealed = (chain: string, seq: number, { at, by }: Recorder, entry: Entry): Sealed => ({
  chain,
  seq,
  kind: entry.kind,
  effect: entry.effect ?? 'states',
  supersedes: 'supersedes' in entry ? entry.supersedes : null,
  happenedOn: entry.happenedOn,
  happenedAt: entry.happenedAt ?? null,
  recordedAt: at,
  recordedBy: by,
  subjects: entry.subjects ?? [],
  quantities: entry.quantities ?? {},
  facets: entry.facets ?? {},
  about: entry.about ?? null,
  source: entry.source,
})

function refuseFaults(told: readonly Told[], { at, timeZone }: Recorder): void {
  const today = dayAt(at, timeZone)
  for (const { entry } of told) {
    const [fault] = factFaults(entry, kinds, today)
    if (fault) throw new Refusal(`This evidence cannot be recorded: ${fault}.`)
  }
}

async function refuseUnknownSubjects(sql: Sql, forceId: string, told: readonly Told[]): Promise<void> {
  const asked = [...new Set(told.flatMap(({ entry }) => entry.subjects ?? []))]
  if (asked.length === 0) return
  const [unknown] = await unknownSubjects(sql, forceId, asked)
  if (unknown) throw new Refusal(`This evidence cannot be recorded: the force has no subject “${unknown.id}”.`)
}

async function refuseClosedRows(sql: Sql, told: readonly Told[]): Promise<void> {
  const asked = told.flatMap(({ chain, entry }) =>
    'supersedes' in entry ? [{ chain, seq: entry.supersedes, kind: entry.kind }] : [],
  )
  if (asked.length === 0) return
  const open = await openRows(sql, asked)
  for (const { chain, seq, kind } of asked) {
    const row = open.find((candidate) => candidate.chain === chain && candidate.seq === seq)
    if (!row) throw new Refusal(`Entry ${seq} of ${chain} is not there, or was superseded already.`, 409)
    if (row.kind !== kind) throw new Refusal(`Entry ${seq} is “${row.kind}”, not “${kind}”.`)
  }
}
