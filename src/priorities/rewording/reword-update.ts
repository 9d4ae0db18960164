import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import { changePriority } from '#priorities/course/course.sql.ts'
import { heldPriority } from '#priorities/course/work-on-priority.ts'
import { findTold, saveRewording, wasReworded, type Rewording } from './rewording.sql.ts'

type Told = Rewording & { readonly priorityId: string; readonly revision: number }

/**
 * Puts what the public was told differently, in the caller's transaction; once, however often the form is sent. That it was told, and
 * when, stays evidence as it was. Throws a Refusal where there is no such update (404), or somebody reworded it meanwhile (409).
 */
export async function rewordUpdate(sql: Sql, told: Told, acting: Acting): Promise<void> {
  const { id, updateId, priorityId, words, isForgotten } = told
  const { at, personId, teamId } = acting
  const priority = await heldPriority(sql, priorityId, acting)
  if (await wasReworded(sql, id)) return
  const before = await findTold(sql, priorityId, updateId)
  if (before === null) throw new Refusal('The public was told no such thing of this priority.', 404)
  if (before.revision !== told.revision)
    throw new Refusal('Somebody reworded it meanwhile: see how it stands now.', 409)
  if (before.words === words) throw new Refusal('Not a word differs from what the public reads.', 409)
  await saveRewording(sql, told, { at, personId })
  // The outcome that people who raised it read by their link is the same report.
  if (before.outcome !== null && priority.reportBack === before.words)
    await changePriority(sql, priorityId, { report_back: words })
  await pagesChanged(sql, teamId)
  const detail = { update: updateId, forgotten: isForgotten }
  await audit(sql, { at, personId, verb: 'reword an update', about: `priority/${priorityId}`, detail })
}
