import { registerSubjects } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { parseDay } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { subjectsNamed } from '../subjects.sql.ts'
import { same, takeBack, type Change } from './changes.ts'
import { findMerge, laterMerge, saveUndone } from './merges.sql.ts'

/** Days within which a merge can be undone. */
export const undoneWithin = 30

/**
 * Parts two records that were merged, in the caller's transaction: each value is again what it was, but for those that
 * somebody changed since, which it leaves and answers. Throws a Refusal: not there (404); undone before, too long ago, built on
 * by a later merge, or somebody in it was erased (409).
 */
export async function undoMerge(sql: Sql, mergeId: string, keeper: Keeper): Promise<readonly Change[]> {
  const { teamId, at, personId } = keeper
  const merge = await findMerge(sql, teamId, mergeId, { hold: true })
  if (!merge) throw new Refusal('These two were never merged.', 404)
  if (merge.undoneAt) throw new Refusal('This was undone before.', 409)
  if (at.getTime() - merge.at.getTime() > undoneWithin * 86_400_000)
    throw new Refusal(`A merge can be undone for ${undoneWithin} days, and these have passed.`, 409)
  if (merge.moved === null) throw new Refusal('Somebody in it was erased, so nothing is left to undo.', 409)
  if (await laterMerge(sql, merge)) throw new Refusal('One of the two was merged again since: undo that first.', 409)
  const left = [...(await takeBack(sql, merge.moved)), ...(await takeBackSubjects(sql, merge.moved))]
  await saveUndone(sql, merge.id, { at, by: personId })
  const about = `${merge.what === 'individual' ? 'key-individual' : 'organisation'}/${merge.kept}`
  await audit(sql, { at, personId, verb: 'undo merge', about, detail: { merge: merge.id, left: left.length } })
  return left
}

async function takeBackSubjects(sql: Sql, changes: readonly Change[]): Promise<readonly Change[]> {
  const own = changes.filter(({ table }) => table === 'subject')
  const now = await subjectsNamed(sql, [...new Set(own.map(({ id }) => id))])
  const left: Change[] = []
  const restored = now.map((subject) => {
    let { label, to } = subject
    for (const change of own.filter(({ id }) => id === subject.id)) {
      const isLabel = change.column === 'label'
      if (!same(isLabel ? label : to, change.after)) left.push(change)
      else if (isLabel) label = String(change.before)
      else to = change.before === null ? null : parseDay(String(change.before))
    }
    return { ...subject, label, to }
  })
  await registerSubjects(sql, restored)
  return left
}
