import { promisesDue, type ContactLine } from '#network/contacts.sql.ts'
import { sundayOf } from '#network/relationship.ts'
import { relationshipsDue, type RelationshipLine } from '#network/relationships.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** Whom a team owes a call by Sunday, or did already, and what it promised them; the asker's own first. */
export type PeopleDue = {
  readonly relationships: readonly RelationshipLine[]
  readonly promises: readonly ContactLine[]
}

const most = 20

/** The people due a call this week (D3.1) and the promises made to them. */
export async function peopleDue(
  sql: Sql,
  teamId: string,
  { today, personId }: { readonly today: Day; readonly personId: string | null },
): Promise<PeopleDue> {
  const sunday = sundayOf(today)
  const [relationships, promises] = await Promise.all([
    relationshipsDue(sql, teamId, sunday, 200),
    promisesDue(sql, teamId, sunday, most),
  ])
  const isOthers = ({ ownerId }: RelationshipLine) => Number(ownerId !== personId)
  return { relationships: relationships.toSorted((a, b) => isOthers(a) - isOthers(b)).slice(0, most), promises }
}
