import type { Fact } from '#ledger/evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { nextDueOf, type Relationship } from '../relationship.ts'
import { lastContactsKnown, saveLastContacts, type OpenRow } from './meeting-evidence.sql.ts'

/** What the ledger said of a meeting before and says of it now: with whom it counts as contact, and on which day. */
export type Counted = { readonly before: readonly OpenRow[]; readonly now: readonly Fact[] }

/** The subjects with whom a meeting counted, or counts, as contact, each once. */
export const countedWith = ({ before, now }: Counted): readonly string[] => [
  ...new Set([...contactsIn(before), ...contactsIn(now)].flatMap(({ subjects }) => subjects ?? [])),
]

/**
 * Moves the last contact, and the day by which the next is due (D3.1), of relationships that the caller holds: on with a meeting
 * that was attended, and back to the contact before it where one was put right or withdrawn.
 */
export async function moveLastContact(sql: Sql, held: readonly Relationship[], counted: Counted): Promise<void> {
  const isBack = (one: Relationship) => one.lastContactOn !== null && dayWith(counted.before, one) === one.lastContactOn
  const known = new Map((await lastContactsKnown(sql, held.filter(isBack))).map(({ id, on }) => [id, on]))
  const moved = held.map((relationship) => {
    const lastContactOn = isBack(relationship)
      ? (known.get(relationship.id) ?? null)
      : later(relationship.lastContactOn, dayWith(counted.now, relationship))
    const latest = { ...relationship, lastContactOn }
    return { ...latest, nextDue: nextDueOf(latest) }
  })
  await saveLastContacts(sql, moved)
}

type Row = Pick<Fact, 'kind' | 'happenedOn' | 'subjects'>

const contactsIn = (rows: readonly Row[]) => rows.filter(({ kind }) => kind === 'contact made')

const dayWith = (rows: readonly Row[], { subjectId }: Relationship): Day | null =>
  contactsIn(rows).find(({ subjects }) => subjects?.includes(subjectId))?.happenedOn ?? null

const later = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other > one) ? other : one
