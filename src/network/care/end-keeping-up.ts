import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Acting } from '../keeper.ts'
import { ledgerLabelOf, type KeyIndividual } from '../key-individual.ts'
import { saveEnding } from '../relationships.sql.ts'
import { renewSubjects } from '../subject-of.ts'
import { subjectsNamed } from '../subjects.sql.ts'

/**
 * Ends keeping in touch with people themselves in the caller's transaction: nothing more is due with them, and the ledger
 * expects nothing of them from the next day on; what ended before, as by a merge, stays ended on its day. Posts that they hold are kept up with whoever comes after.
 */
export async function endKeepingUp(
  sql: Sql,
  people: readonly Pick<KeyIndividual, 'subjectId' | 'speaksFor'>[],
  { at, timeZone }: Acting,
): Promise<void> {
  const today = dayAt(at, timeZone)
  const known = await subjectsNamed(sql, people.flatMap(({ subjectId }) => subjectId ?? [])) // prettier-ignore
  for (const { subjectId, speaksFor } of people) {
    const subject = known.find(({ id }) => id === subjectId)
    if (subjectId === null || subject === undefined || (subject.to !== null && subject.to <= today)) continue
    await saveEnding(sql, subjectId, today)
    await renewSubjects(sql, [{ id: subjectId, label: ledgerLabelOf({ speaksFor }), to: today }])
  }
}
