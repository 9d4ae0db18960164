import { peopleForTeam } from '#people/people.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { findPack } from '#assessments/packs/packs.sql.ts'
import { openForStep, type PanelMember } from '#assessments/rounds/panel-seat.ts'
import { insertRecommendation, type NewRecommendation } from './recommendations.sql.ts'

/**
 * Recommends something to a team in the caller's transaction, with an owner, a day and what would prove it done (R49). It is public once
 * the round is closed. Throws a Refusal where its owner is not of the team (422) or its day is over (422).
 */
export async function makeRecommendation(
  sql: Sql,
  told: Omit<NewRecommendation, 'contractId'> & { readonly slug: string },
  member: PanelMember,
): Promise<void> {
  const { personId, at, forceId, timeZone } = member
  const { round, contract } = await openForStep(sql, told, 'recommend', member, 'share')
  const { contractId, teamId } = contract
  if (told.dueOn < dayAt(at, timeZone)) throw new Refusal(`${inWords(told.dueOn)} is over.`)
  const pack = await findPack(sql, { roundId: round.id, contractId, personId }, told.standardId)
  if (pack === null) throw new Refusal('Choose a standard of this contract.')
  const people = await peopleForTeam(sql, forceId, teamId)
  if (!people.some(({ id }) => id === told.ownerId)) throw new Refusal('Choose an owner from the team.')
  if (!(await insertRecommendation(sql, { ...told, contractId }, at, personId))) return
  const detail = { contract: contractId, standard: told.standardId }
  await audit(sql, { at, personId, verb: 'recommend', about: `recommendation/${told.id}`, detail })
}
