import { stepsTaken, takeCourse, type Course } from '#contract-year/course.sql.ts'
import type { Acting } from '#contract-year/take-contract-step.ts'
import { append } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  addConsultation,
  addProfile,
  rewriteConsultation,
  standingEvidence,
  takeConsultation,
  takeOutProfile,
  type ConsultationTold,
  type ProfileTold,
} from './asked.sql.ts'
import { approvedOn, communityConsulted, profileLinked, refuseUntold } from './consultation.ts'

type Consulted = { readonly contractId: string; readonly id: string; readonly told: ConsultationTold }

/**
 * Tells of a consultation on a plan in the caller's transaction (D1.6), once however often its form is sent. Throws a
 * Refusal where there is no such plan (404), its panel has it, or the id is another plan's (409).
 */
export async function tellConsultation(sql: Sql, { contractId, id, told }: Consulted, acting: Acting): Promise<void> {
  await openPlan(sql, contractId, acting)
  const { at, person } = acting
  const by = person?.id ?? null
  if (!(await addConsultation(sql, contractId, { id, ...told }, { at, by })))
    return refuseElsewhere(sql, contractId, id)
  await append(sql, recordingOf(acting), [communityConsulted(id, told, approvedOn(await stepsTaken(sql, contractId)))])
  await audit(sql, {
    at,
    personId: by,
    verb: 'tell of a consultation',
    about: `consultation:${id}`,
    detail: { contractId },
  })
}

async function refuseElsewhere(sql: Sql, contractId: string, id: string): Promise<void> {
  if ((await takeConsultation(sql, contractId, id)) === null) throw new Refusal('Open the form again.', 409)
}

/** Tells a consultation otherwise; its evidence is corrected. Throws as `tellConsultation` does, and where somebody else changed it (409). */
export async function changeConsultation(
  sql: Sql,
  { contractId, id, told, revision }: Consulted & { readonly revision: number },
  acting: Acting,
): Promise<void> {
  await openPlan(sql, contractId, acting)
  const before = await takeConsultation(sql, contractId, id)
  if (before === null) throw new Refusal('This plan has no such consultation.', 404)
  if (isSame(before, told)) return
  if (before.revision !== revision)
    throw new Refusal(
      `${before.by ?? 'Somebody'} changed this while you wrote. What you typed is kept below: look at both, then send yours or put them together.`,
      409,
    )
  const { at, person, teamId } = acting
  const by = person?.id ?? null
  await rewriteConsultation(sql, id, told, { at, by })
  const fact = communityConsulted(id, told, approvedOn(await stepsTaken(sql, contractId)))
  const stands = await standingEvidence(sql, teamId, fact.source)
  await append(
    sql,
    recordingOf(acting),
    stands.map(({ seq }) => ({ ...fact, effect: 'corrects', supersedes: seq })),
  )
  await audit(sql, {
    at,
    personId: by,
    verb: 'change a consultation',
    about: `consultation:${id}`,
    detail: { contractId },
  })
}

const isSame = (one: ConsultationTold, other: ConsultationTold): boolean =>
  (['heldOn', 'asked', 'how', 'answers', 'said', 'changed'] as const).every((name) => one[name] === other[name])

type Linked = { readonly contractId: string; readonly id: string; readonly told: ProfileTold }

/** Links a profile on which a plan rests (D1.5), once however often its form is sent. Throws as `tellConsultation` does. */
export async function linkProfile(sql: Sql, { contractId, id, told }: Linked, acting: Acting): Promise<void> {
  await openPlan(sql, contractId, acting)
  const { at, person, timeZone } = acting
  const by = person?.id ?? null
  const profile = { ...told, id, linkedOn: dayAt(at, timeZone) }
  if (!(await addProfile(sql, contractId, profile, { at, by }))) return
  await append(sql, recordingOf(acting), [profileLinked(profile)])
  await audit(sql, { at, personId: by, verb: 'link a profile', about: `profile:${id}`, detail: { contractId } })
}

type Unlinked = { readonly contractId: string; readonly id: string; readonly why: string }

/** Takes out a profile on which a plan does not rest; its evidence is withdrawn. Throws as `tellConsultation` does. */
export async function unlinkProfile(sql: Sql, { contractId, id, why }: Unlinked, acting: Acting): Promise<void> {
  await openPlan(sql, contractId, acting)
  if (!(await takeOutProfile(sql, contractId, id, why))) return
  const { at, person, teamId } = acting
  const source = `profile/${id}`
  const stands = await standingEvidence(sql, teamId, source)
  const withdrawn = stands.map(({ seq, kind, happenedOn }) => ({
    effect: 'withdraws' as const,
    supersedes: seq,
    kind,
    happenedOn,
    source,
  }))
  await append(sql, recordingOf(acting), withdrawn)
  await audit(sql, {
    at,
    personId: person?.id ?? null,
    verb: 'take out a profile',
    about: `profile:${id}`,
    detail: { contractId },
  })
}

/** The chain first, as all who append take it; then the plan's course, so that it is approved before or after, never meanwhile. */
async function openPlan(sql: Sql, contractId: string, { forceId, teamId }: Acting): Promise<Course> {
  await takeChain(sql, forceId, teamId)
  const course = await takeCourse(sql, teamId, contractId)
  if (course === null) throw new Refusal('The team has no contract of this year.', 404)
  refuseUntold(course.state)
  return course
}

const recordingOf = ({ forceId, teamId, timeZone, at, person }: Acting) => ({
  forceId,
  teamId,
  timeZone,
  at,
  by: person?.id ?? null,
})
