import type { Sql } from '#platform/database/database.ts'
import { beginning, sealOf } from './hash.ts'
import { findChain, rowsInOrder, type Row } from './ledger.sql.ts'

/** Whether a chain is whole; where it is not, the first link that is broken and how. */
export type Verification =
  | { readonly whole: true; readonly chain: string; readonly rows: number; readonly head: string }
  | {
      readonly whole: false
      readonly chain: string
      readonly rows: number
      readonly seq: number
      readonly fault: string
    }

/** Recomputes every hash of a chain from its rows, first to last, and holds the last against the chain's own head. */
export async function verifyChain(sql: Sql, id: string): Promise<Verification> {
  let previous: Uint8Array = beginning
  let rows = 0
  for await (const batch of rowsInOrder(sql, id)) {
    for (const row of batch) {
      const fault = faultOf(row, rows + 1, previous)
      if (fault) return { whole: false, chain: id, rows, seq: rows + 1, fault }
      previous = row.hash
      rows++
    }
  }
  return againstHead(sql, id, rows, previous)
}

function faultOf(row: Row, seq: number, previous: Uint8Array): string | null {
  if (row.seq !== seq) return `entry ${seq} is gone: entry ${row.seq} stands in its place`
  if (!same(row.previous, previous)) return `entry ${seq} does not follow the entry before it`
  return same(sealOf(row, previous), row.hash) ? null : `entry ${seq} is not what was recorded`
}

async function againstHead(sql: Sql, id: string, rows: number, head: Uint8Array): Promise<Verification> {
  const chain = await findChain(sql, id)
  const length = chain?.length ?? 0
  if (length > rows)
    return {
      whole: false,
      chain: id,
      rows,
      seq: rows + 1,
      fault: `entry ${rows + 1} is gone: the chain has ${length} entries`,
    }
  if (length < rows || (chain && !same(chain.head, head)))
    return { whole: false, chain: id, rows, seq: rows, fault: `entry ${rows} is not the last that was recorded` }
  return { whole: true, chain: id, rows, head: Buffer.from(head).toString('hex') }
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
