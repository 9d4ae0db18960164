import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { nextDueOf, type Relationship } from '../relationship.ts'
import { lockRelationship } from '../relationships.sql.ts'
import { moveContacts, moveRelationship, saveEnded, saveJoined } from './merging.sql.ts'

type To = Pick<Relationship, 'organisationId' | 'postId' | 'keyIndividualId'>

/**
 * Two relationships become one: contacts and reviews move to the kept, which takes over the level where it had none; the
 * other ends, and its evidence stays under its own subject. Where only the other was there, it is kept as it is. Answers the
 * subject whose lifetime ends, or null.
 */
export async function joinRelationships(
  sql: Sql,
  kept: Relationship | null,
  other: Relationship | null,
  to: To,
  today: Day,
): Promise<string | null> {
  if (other === null) return null
  if (kept === null) {
    await moveRelationship(sql, other.id, to)
    return null
  }
  await lockRelationship(sql, kept.id)
  await lockRelationship(sql, other.id)
  await moveContacts(sql, other.id, kept.id)
  await saveJoined(sql, joined(kept, other), kept.every === null ? other.id : kept.id)
  await saveEnded(sql, other.id, today)
  return other.subjectId
}

export function joined(kept: Relationship, other: Relationship): Relationship {
  const level = kept.every === null ? other : kept
  const one = {
    ...kept,
    every: level.every,
    agreedOn: level.agreedOn,
    agreedWith: level.agreedWith,
    lastContactOn: later(kept.lastContactOn, other.lastContactOn),
    reviewedOn: later(kept.reviewedOn, other.reviewedOn),
    beganOn: kept.beganOn < other.beganOn ? kept.beganOn : other.beganOn,
    endedOn: kept.endedOn === null || other.endedOn === null ? null : later(kept.endedOn, other.endedOn),
  }
  return { ...one, nextDue: nextDueOf(one) }
}

const later = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other > one) ? other : one
