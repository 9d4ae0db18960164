import { append } from '#ledger/append.ts'
import type { Acting } from '#network/keeper.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { releaseConcerns } from '#priorities/concerns.sql.ts'
import { savePriority, saveStep } from './course.sql.ts'
import { afterStep, levelOf, type Concerning, type Scores } from '#priorities/priority.ts'
import { placeSubjects } from '#priorities/subjects.sql.ts'
import { takeStep } from './take-step.ts'

/** What a priority is, in words for everybody. */
export type Proposal = {
  readonly id: string
  readonly title: string
  readonly said: string
  readonly neighbourhoodId: string | null
}

/** Proposes a priority in the caller's transaction, for somebody to set; false where the same form was sent before. */
export async function proposePriority(sql: Sql, proposal: Proposal, acting: Acting): Promise<boolean> {
  const { at, personId, teamId, timeZone } = acting
  if (!(await savePriority(sql, { ...proposal, teamId }, acting))) return false
  const step = {
    step: 'triage',
    state: afterStep('raised', 'triage'),
    takenOn: dayAt(at, timeZone),
    words: '',
  } as const
  await saveStep(sql, proposal.id, step, acting)
  await audit(sql, { at, personId, verb: 'propose priority', about: `priority/${proposal.id}` })
  return true
}

type Setting = Proposal & { readonly revision: number; readonly concerning: Concerning; readonly scores: Scores }

/** Sets a priority by threat, risk and harm (D5, W1), with the evidence that it was. Throws as `takeStep` does. */
export async function setPriority(sql: Sql, told: Setting, acting: Acting): Promise<void> {
  const { forceId, teamId, timeZone, at, personId } = acting
  const { id, revision, title, said, neighbourhoodId, concerning, scores } = told
  const level = levelOf(scores)
  const today = dayAt(at, timeZone)
  const changes = {
    title,
    said,
    neighbourhood_id: neighbourhoodId,
    concerning,
    threat: scores.threat.grade,
    threat_why: scores.threat.why,
    risk: scores.risk.grade,
    risk_why: scores.risk.why,
    harm: scores.harm.grade,
    harm_why: scores.harm.why,
    level,
    set_on: today,
  }
  const { about } = await takeStep(sql, { id, step: 'set', revision, changes }, acting)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    {
      kind: 'priority set',
      happenedOn: today,
      subjects: await placeSubjects(sql, teamId, neighbourhoodId),
      facets: { 'threat, risk and harm': level, 'about people or places': concerning },
      about,
      source: `priority/${id}`,
    },
  ])
}

type Turning = { readonly id: string; readonly revision: number; readonly why: string }

/** Does not set what was proposed; the concerns behind it wait again, so that none is lost. Throws as `takeStep` does. */
export async function turnDownPriority(sql: Sql, { id, revision, why }: Turning, acting: Acting): Promise<void> {
  await takeStep(sql, { id, step: 'turn down', revision, words: why }, acting)
  await releaseConcerns(sql, id)
}
