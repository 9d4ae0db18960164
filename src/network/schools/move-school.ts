import { randomUUID } from 'node:crypto'
import type { Team } from '#areas/area.ts'
import { registerSubjects } from '#ledger/subjects.sql.ts'
import type { Colleague } from '#people/team/team-people.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, dayAt, inWords, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { addressedTo, filledIn, introducedWithin, introductionTemplate } from '../handover/handover.ts'
import { insertHandover, insertIntroductions } from '../handover/handovers.sql.ts'
import { begun } from '../begin-relationship.ts'
import { relationshipWith, saveEnding, saveRelationships, type RelationshipLine } from '../relationships.sql.ts'
import { subjectsNamed } from '../subjects.sql.ts'
import { lockSchool, moveHolders, saveMoved, type Moving } from './move.sql.ts'
import type { Sender } from './take-register.ts'
import { subjectsToJoin } from './weighed.sql.ts'

/** Which school goes from which team to which, and who owns what is kept up with it from now on. */
export type SchoolMove = { readonly id: string; readonly from: Team; readonly to: Team; readonly owner: Colleague }

/**
 * Gives a school to another team in the caller's transaction: what was agreed goes with it, its new owner is to be introduced,
 * and its head and safeguarding officer go too. Evidence stays where it was recorded: the one team answers for the school until
 * yesterday, the other from today on (C9, R54). Sent twice, it is moved once. Throws a Refusal: no such school (404), closed
 * meanwhile, or moved elsewhere (409).
 */
export async function moveSchool(sql: Sql, move: SchoolMove, sender: Sender): Promise<void> {
  const { from, to, owner } = move
  const { forceId, at, personId } = sender
  const today = dayAt(at, sender.timeZone)
  const school = await lockSchool(sql, forceId, move.id)
  if (!school) throw new Refusal('There is no such school.', 404)
  if (school.teamId === to.id) return
  if (school.teamId !== from.id) throw new Refusal(`${school.name} was moved elsewhere meanwhile. Look again.`, 409)
  if (school.closesOn !== null && school.closesOn <= today) throw new Refusal(`${school.name} has closed.`, 409)
  const before = school.subjectId === null ? null : await relationshipWith(sql, from.id, school.subjectId)
  await endBefore(sql, school, today)
  const subjectId = await beginSubject(sql, school, { forceId, teamId: to.id, today })
  await saveMoved(sql, school.id, { teamId: to.id, subjectId })
  const relationshipId = await keepUp(
    sql,
    { subjectId, organisationId: school.id, ownerId: owner.id },
    before,
    move,
    sender,
  )
  if (before !== null && before.ownerId !== owner.id) await introduce(sql, relationshipId, before, move, sender)
  const people = await moveHolders(sql, school.id, from.id, to.id)
  const detail = { from: from.id, to: to.id, owner: owner.id, people }
  await audit(sql, { at, personId, verb: 'move school', about: `organisation/${school.id}`, detail })
}

/** The ledger expects nothing of the team it leaves from today on. */
async function endBefore(sql: Sql, { subjectId }: Moving, today: Day): Promise<void> {
  if (subjectId === null) return
  const yesterday = addDays(today, -1)
  const known = await subjectsNamed(sql, [subjectId])
  await registerSubjects(
    sql,
    known.map((subject) => ({ ...subject, to: subject.from > yesterday ? subject.from : yesterday })),
  )
  await saveEnding(sql, subjectId, today)
}

type Where = { readonly forceId: string; readonly teamId: string; readonly today: Day }

/** The subject by which a contract of the new team names it, else a new one: an ended one would not tell since when. */
async function beginSubject(sql: Sql, { urn, name, closesOn }: Moving, { forceId, teamId, today }: Where) {
  const named = (await subjectsToJoin(sql, forceId, [teamId])).filter(
    ({ label }) => label.toLowerCase() === name.toLowerCase(),
  )
  const open = (await subjectsNamed(sql, named.map(({ id }) => id))).find(({ to }) => to === null) // prettier-ignore
  const id = open?.id ?? `${teamId}/school/${urn}/${randomUUID()}`
  await registerSubjects(sql, [{ id, forceId, teamId, kind: 'school', label: name, from: open?.from ?? today, to: closesOn }]) // prettier-ignore
  return id
}

type NewOwner = { readonly subjectId: string; readonly organisationId: string; readonly ownerId: string }

async function keepUp(
  sql: Sql,
  whom: NewOwner,
  before: RelationshipLine | null,
  { to }: SchoolMove,
  sender: Sender,
): Promise<string> {
  const fresh = begun(whom, { ...sender, teamId: to.id })
  const { every = null, agreedOn = null, agreedWith = null, lastContactOn = null, nextDue = null } = before ?? {}
  await saveRelationships(sql, [{ ...fresh, every, agreedOn, agreedWith, lastContactOn, nextDue }])
  return fresh.id
}

async function introduce(sql: Sql, relationshipId: string, before: RelationshipLine, move: SchoolMove, sender: Sender) {
  const { from, to, owner } = move
  const on = dayAt(sender.at, sender.timeZone)
  const words = filledIn(introductionTemplate(before.owner, from.name), { newOwner: owner.name, since: inWords(on), reach: owner.email }) // prettier-ignore
  const handing = { id: randomUUID(), teamId: to.id, fromPerson: before.ownerId, on, thenWhat: 'stays' } as const
  await insertHandover(sql, handing, { at: sender.at, by: sender.personId })
  const passing = { relationshipId, toPerson: owner.id, draft: addressedTo(words, null), dueOn: addDays(on, introducedWithin) } // prettier-ignore
  await insertIntroductions(sql, handing.id, [passing], [])
}
