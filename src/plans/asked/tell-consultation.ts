import { stepsTaken } from '#contract-year/course.sql.ts'
import type { Acting } from '#contract-year/take-contract-step.ts'
import { append } from '#ledger/append.ts'
import { openEvidence } from '#ledger/evidence-standing.sql.ts'
import { supersedeEvidence } from '#ledger/supersede-evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  addConsultation,
  rewriteConsultation,
  saveWithdrawal,
  takeConsultation,
  type ConsultationTold,
} from './asked.sql.ts'
import { approvedOn, communityConsulted, refuseWithdrawn, sourceOf } from './consultation.ts'
import { auditOfPlan, openPlan, recordingOf } from './open-plan.ts'

type Named = { readonly contractId: string; readonly id: string }
type Consulted = Named & { readonly told: ConsultationTold }

/**
 * Tells of a consultation on a plan in the caller's transaction (D1.6), once however often its form is sent. Throws a
 * Refusal where there is no such plan (404), its panel has it, or the id is another plan's (409).
 */
export async function tellConsultation(sql: Sql, { contractId, id, told }: Consulted, acting: Acting): Promise<void> {
  await openPlan(sql, contractId, acting)
  const { at, person } = acting
  if (!(await addConsultation(sql, contractId, { id, ...told }, { at, by: person?.id ?? null })))
    return refuseElsewhere(sql, contractId, id)
  await append(sql, recordingOf(acting), [communityConsulted(id, told, approvedOn(await stepsTaken(sql, contractId)))])
  await auditOfPlan(sql, 'tell of a consultation', `consultation:${id}`, contractId, acting)
}

async function refuseElsewhere(sql: Sql, contractId: string, id: string): Promise<void> {
  if ((await takeConsultation(sql, contractId, id)) === null) throw new Refusal('Open the form again.', 409)
}

/**
 * Tells a consultation otherwise; its evidence is corrected. Throws as `tellConsultation` does, and where somebody else
 * changed or withdrew it (409).
 */
export async function changeConsultation(
  sql: Sql,
  { contractId, id, told, revision }: Consulted & { readonly revision: number },
  acting: Acting,
): Promise<void> {
  await openPlan(sql, contractId, acting)
  const before = await takeConsultation(sql, contractId, id)
  if (before === null) throw new Refusal('This plan has no such consultation.', 404)
  refuseWithdrawn(before)
  if (isSame(before, told)) return
  if (before.revision !== revision)
    throw new Refusal(
      `${before.by ?? 'Somebody'} changed this while you wrote. What you typed is kept below: look at both, then send yours or put them together.`,
      409,
    )
  const { at, person, teamId } = acting
  await rewriteConsultation(sql, id, told, { at, by: person?.id ?? null })
  const fact = communityConsulted(id, told, approvedOn(await stepsTaken(sql, contractId)))
  const stands = await openEvidence(sql, teamId, fact.source)
  const corrected = stands.map(({ seq }) => ({ ...fact, effect: 'corrects' as const, supersedes: seq }))
  await append(sql, recordingOf(acting), corrected)
  await auditOfPlan(sql, 'change a consultation', `consultation:${id}`, contractId, acting)
}

const isSame = (one: ConsultationTold, other: ConsultationTold): boolean =>
  (['heldOn', 'asked', 'how', 'answers', 'said', 'changed'] as const).every((name) => one[name] === other[name])

/**
 * Withdraws a consultation that never was or was told twice: the plan says so and why, and its evidence is withdrawn. Done
 * twice it changes nothing more. Throws as `openPlan` does.
 */
export async function withdrawConsultation(
  sql: Sql,
  { contractId, id, why }: Named & { readonly why: string },
  acting: Acting,
): Promise<void> {
  await openPlan(sql, contractId, acting)
  if (!(await saveWithdrawal(sql, contractId, id, dayAt(acting.at, acting.timeZone), why))) return
  await supersedeEvidence(sql, recordingOf(acting), 'withdraws', { source: sourceOf(id) })
  await auditOfPlan(sql, 'withdraw a consultation', `consultation:${id}`, contractId, acting)
}
