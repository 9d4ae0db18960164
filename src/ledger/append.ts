import { kinds } from '#measures/kinds.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { factFaults, type Entry } from './evidence.ts'
import { sealOf, type Sealed } from './hash.ts'
import { openRows, takeChain, unknownSubjects, writeRows, type Chain, type Row } from './ledger.sql.ts'

/** Whose chain evidence joins, and who records it when. A null team means the whole force. */
export type Recording = {
  readonly forceId: string
  readonly teamId: string | null
  readonly timeZone: string
  readonly at: Date
  readonly by: string | null
}

/**
 * Appends evidence to a chain in the caller's transaction; answers each row's ledger-wide number. Throws a Refusal (422)
 * that names the first fact with a fault, a subject the force does not have, or a row that cannot be superseded.
 */
export async function append(sql: Sql, recording: Recording, entries: readonly Entry[]): Promise<number[]> {
  if (entries.length === 0) return []
  refuseFaults(entries, recording)
  await refuseUnknownSubjects(sql, recording.forceId, entries)
  const chain = await takeChain(sql, recording.forceId, recording.teamId)
  await refuseClosedRows(sql, chain.id, entries)
  return writeRows(sql, chain.id, linked(chain, recording, entries))
}

function linked(chain: Chain, recording: Recording, entries: readonly Entry[]): Row[] {
  let previous: Uint8Array = chain.head
  return entries.map((entry, n) => {
    const row = sealed(chain.id, chain.length + n + 1, recording, entry)
    const hash = sealOf(row, previous)
    const link = { ...row, previous, hash }
    previous = hash
    return link
  })
}

const sealed = (chain: string, seq: number, recording: Recording, entry: Entry): Sealed => ({
  chain,
  seq,
  kind: entry.kind,
  effect: entry.effect ?? 'states',
  supersedes: 'supersedes' in entry ? entry.supersedes : null,
  happenedOn: entry.happenedOn,
  happenedAt: entry.happenedAt ?? null,
  recordedAt: recording.at,
  recordedBy: recording.by,
  subjects: entry.subjects ?? [],
  quantities: entry.quantities ?? {},
  facets: entry.facets ?? {},
  about: entry.about ?? null,
  source: entry.source,
})

function refuseFaults(entries: readonly Entry[], { at, timeZone }: Recording): void {
  const today = dayAt(at, timeZone)
  for (const entry of entries) {
    const [fault] = factFaults(entry, kinds, today)
    if (fault) throw new Refusal(`This evidence cannot be recorded: ${fault}.`)
  }
}

async function refuseUnknownSubjects(sql: Sql, forceId: string, entries: readonly Entry[]): Promise<void> {
  const asked = [...new Set(entries.flatMap((entry) => entry.subjects ?? []))]
  if (asked.length === 0) return
  const [unknown] = await unknownSubjects(sql, forceId, asked)
  if (unknown) throw new Refusal(`This evidence cannot be recorded: the force has no subject “${unknown.id}”.`)
}

async function refuseClosedRows(sql: Sql, chain: string, entries: readonly Entry[]): Promise<void> {
  const asked = entries.flatMap((entry) => ('supersedes' in entry ? [entry] : []))
  if (asked.length === 0) return
  const open = await openRows(
    sql,
    chain,
    asked.map((entry) => entry.supersedes),
  )
  for (const entry of asked) {
    const row = open.find((candidate) => candidate.seq === entry.supersedes)
    if (!row) throw new Refusal(`Entry ${entry.supersedes} of ${chain} is not there, or was superseded already.`, 409)
    if (row.kind !== entry.kind) throw new Refusal(`Entry ${entry.supersedes} is “${row.kind}”, not “${entry.kind}”.`)
  }
}
