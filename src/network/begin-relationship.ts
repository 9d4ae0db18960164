import { randomUUID } from 'node:crypto'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Keeper } from './keeper.ts'
import type { Relationship } from './relationship.ts'
import { saveRelationships } from './relationships.sql.ts'

type With = Pick<Relationship, 'subjectId'> &
  Partial<Pick<Relationship, 'organisationId' | 'postId' | 'keyIndividualId' | 'ownerId'>>

/** Begins a relationship that nobody keeps up yet; it is never without an owner. One that is there already stays as it is. */
export const beginRelationship = (sql: Sql, other: With, keeper: Keeper) =>
  saveRelationships(sql, [begun(other, keeper)])

/** A relationship that begins today, with nothing agreed yet, owned by whoever begins it. */
export const begun = (other: With, { personId, at, teamId, timeZone }: Keeper): Relationship => ({
  id: randomUUID(),
  teamId,
  organisationId: null,
  postId: null,
  keyIndividualId: null,
  ownerId: personId,
  every: null,
  agreedOn: null,
  agreedWith: null,
  lastContactOn: null,
  nextDue: null,
  reviewedOn: null,
  beganOn: dayAt(at, timeZone),
  endedOn: null,
  ...other,
})
