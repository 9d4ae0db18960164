import type { FrozenChain } from '#contract-year/freeze/freeze.ts'
import { rowsInOrder, type Row } from '#ledger/ledger.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { namesProtected } from '#standings/disclosure.ts'

export type EvidenceLines = {
  /** JSON of the form `{"format", "chains": [{"id", "entries"}]}`. */
  readonly text: string
  /** Some entry names a protected community, of which small figures are not told in public. */
  readonly isProtected: boolean
}

/**
 * The entries of frozen chains, each in one line with its seal, so that whoever has them can work out every seal again. They
 * hold ids and figures, never a name (ADR 5).
 */
export async function evidenceLines(sql: Sql, chains: readonly FrozenChain[]): Promise<EvidenceLines> {
  const told: string[] = []
  let isProtected = false
  for (const chain of chains) {
    const rows = await rowsOf(sql, chain)
    told.push(`{"id":${JSON.stringify(chain.id)},"entries":[\n${rows.map(line).join(',\n')}\n]}`)
    isProtected ||= rows.some(({ facets }) => 'communities' in facets && namesProtected(facets.communities))
  }
  return { text: `{"format":"frankpledge-evidence-1","chains":[\n${told.join(',\n')}\n]}\n`, isProtected }
}

async function rowsOf(sql: Sql, { id, length }: FrozenChain): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of rowsInOrder(sql, id)) {
    rows.push(...batch.slice(0, length - rows.length))
    if (rows.length >= length) break
  }
  return rows
}

/** What its seal covers, and the seal in hexadecimal. */
const line = (row: Row): string =>
  JSON.stringify({
    seq: row.seq,
    kind: row.kind,
    effect: row.effect,
    supersedes: row.supersedes,
    happenedOn: row.happenedOn,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    subjects: row.subjects,
    quantities: row.quantities,
    facets: row.facets,
    about: row.about,
    source: row.source,
    hash: Buffer.from(row.hash).toString('hex'),
  })
