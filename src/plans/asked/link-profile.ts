import type { Acting } from '#contract-year/take-contract-step.ts'
import { append } from '#ledger/append.ts'
import { supersedeEvidence } from '#ledger/supersede-evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { addProfile, takeOutProfile, type ProfileTold } from './asked.sql.ts'
import { profileLinked } from './consultation.ts'
import { auditOfPlan, openPlan, recordingOf } from './open-plan.ts'

type Named = { readonly contractId: string; readonly id: string }

/** Links a profile on which a plan rests (D1.5), once however often its form is sent. Throws as `openPlan` does. */
export async function linkProfile(
  sql: Sql,
  { contractId, id, told }: Named & { readonly told: ProfileTold },
  acting: Acting,
): Promise<void> {
  await openPlan(sql, contractId, acting)
  const { at, person, timeZone } = acting
  const profile = { ...told, id, linkedOn: dayAt(at, timeZone) }
  if (!(await addProfile(sql, contractId, profile, { at, by: person?.id ?? null }))) return
  await append(sql, recordingOf(acting), [profileLinked(profile)])
  await auditOfPlan(sql, 'link a profile', `profile:${id}`, contractId, acting)
}

/** Takes out a profile on which a plan does not rest; its evidence is withdrawn. Throws as `openPlan` does. */
export async function unlinkProfile(
  sql: Sql,
  { contractId, id, why }: Named & { readonly why: string },
  acting: Acting,
): Promise<void> {
  await openPlan(sql, contractId, acting)
  if (!(await takeOutProfile(sql, contractId, id, why))) return
  await supersedeEvidence(sql, recordingOf(acting), 'withdraws', { source: `profile/${id}` })
  await auditOfPlan(sql, 'take out a profile', `profile:${id}`, contractId, acting)
}
