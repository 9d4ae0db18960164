import { createHash } from 'node:crypto'

/** The fields of a row that its hash seals. */
export type Sealed = {
  readonly chain: string
  readonly seq: number
  readonly kind: string
  readonly effect: string
  readonly supersedes: number | null
  readonly happenedOn: string
  readonly happenedAt: Date | null
  readonly recordedAt: Date
  readonly recordedBy: string | null
  readonly subjects: readonly string[]
  readonly quantities: object
  readonly facets: object
  readonly about: string | null
  readonly source: string
}

/** What a chain of no rows has as its head. */
export const beginning: Uint8Array = Uint8Array.of(0)

/** SHA-256 of the hash before it and the row itself, written in one fixed way: change either and every later hash is wrong. */
export function sealOf(row: Sealed, previous: Uint8Array): Buffer {
  const written = JSON.stringify([
    row.chain,
    row.seq,
    row.kind,
    row.effect,
    row.supersedes,
    row.happenedOn,
    row.happenedAt?.toISOString() ?? null,
    row.recordedAt.toISOString(),
    row.recordedBy,
    row.subjects,
    inOrder(row.quantities),
    inOrder(row.facets),
    row.about,
    row.source,
  ])
  return createHash('sha256').update(previous).update(written).digest()
}

/** Databases keep the keys of an object in an order of their own. */
const inOrder = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
