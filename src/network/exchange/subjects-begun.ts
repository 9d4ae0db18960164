import { registerSubjects } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from '../keeper.ts'
import { subjectsUnclaimed } from './take.sql.ts'

/** A record that the ledger is to know, by a kind and a label that names no person. */
export type ToKnow = { readonly recordId: string; readonly kind: string; readonly label: string }

/**
 * The subjects of many records at once, by the ids of the records, in the caller's transaction: the ones that a contract named
 * before, each for one record, else new ones.
 */
export async function subjectsBegun(
  sql: Sql,
  records: readonly ToKnow[],
  keeper: Keeper,
): Promise<ReadonlyMap<string, string>> {
  const { forceId, teamId, at, timeZone } = keeper
  const kinds = [...new Set(records.map(({ kind }) => kind))]
  const labels = [...new Set(records.map(({ label }) => label))]
  const unclaimed = await subjectsUnclaimed(sql, { forceId, teamId, kinds, labels })
  const named = new Map(unclaimed.map(({ id, kind, label }) => [`${kind} ${label}`, id]))
  const from = dayAt(at, timeZone)
  const begun = records.map(({ recordId, kind, label }) => {
    const known = named.get(`${kind} ${label.toLowerCase()}`)
    named.delete(`${kind} ${label.toLowerCase()}`)
    const id = known ?? `${teamId}/${kind.replaceAll(' ', '-')}/${recordId}`
    return { recordId, known, subject: { id, forceId, teamId, kind, label, from, to: null } }
  })
  await registerSubjects(sql, begun.flatMap(({ known, subject }) => (known === undefined ? [subject] : []))) // prettier-ignore
  return new Map(begun.map(({ recordId, subject }) => [recordId, subject.id]))
}
