import { actionsDue, type ActionLine } from '#network/meetings/meeting-actions.sql.ts'
import { promisesDue, type ContactLine } from '#network/contacts.sql.ts'
import { ownerless } from '#network/handover/handovers.sql.ts'
import { introductionsDue, type Introduction } from '#network/handover/introductions.sql.ts'
import { sundayOf } from '#network/relationship.ts'
import { relationshipsDue, type RelationshipLine } from '#network/relationships.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Whom a team owes a call by Sunday, or did already, and what it promised them; the asker's own first. */
export type PeopleDue = {
  readonly relationships: readonly RelationshipLine[]
  readonly promises: readonly ContactLine[]
  /** New owners who are to be introduced by Sunday. */
  readonly introductions: readonly Introduction[]
  /** Whose owner is not here any more; none, while the database keeps its word. */
  readonly ownerless: readonly { readonly id: string; readonly label: string }[]
  /** What meetings agreed that somebody does. */
  readonly actions: readonly ActionLine[]
}

const most = 20

/** The people due a call this week (D3.1) and the promises made to them. */
export async function peopleDue(
  sql: Sql,
  teamId: string,
  { today, personId }: { readonly today: Day; readonly personId: string | null },
): Promise<PeopleDue> {
  const sunday = sundayOf(today)
  const [relationships, promises, actions, introductions, lost] = await Promise.all([
    relationshipsDue(sql, teamId, sunday, 200),
    promisesDue(sql, teamId, sunday, most),
    actionsDue(sql, teamId, sunday, most),
    introductionsDue(sql, teamId, sunday),
    ownerless(sql, teamId),
  ])
  const isFor = (toPerson: string) => Number(toPerson !== personId)
  const isOthers = ({ ownerId }: RelationshipLine) => Number(ownerId !== personId)
  return {
    relationships: relationships.toSorted((a, b) => isOthers(a) - isOthers(b)).slice(0, most),
    promises,
    actions,
    introductions: introductions.toSorted((a, b) => isFor(a.toPerson) - isFor(b.toPerson)).slice(0, most),
    ownerless: lost.slice(0, most),
  }
}
