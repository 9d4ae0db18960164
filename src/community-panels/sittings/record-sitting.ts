import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { saveRecord, type Attendance } from './record.sql.ts'
import { sittingOf } from './sitting-at.ts'
import { refuseClosed, type Convener } from './sitting.ts'

/** Keeps who came to a sitting and its minutes, in the caller's transaction. Throws a Refusal where it is closed (409). */
export async function recordSitting(
  sql: Sql,
  sittingId: string,
  record: { readonly attendance: readonly Attendance[]; readonly minutes: string },
  { forceId, personId, at }: Convener,
): Promise<void> {
  refuseClosed(await sittingOf(sql, forceId, sittingId, 'alone'))
  await saveRecord(sql, sittingId, record)
  const detail = { communities: record.attendance.length }
  await audit(sql, { at, personId, verb: 'record a sitting', about: `sitting/${sittingId}`, detail })
}
