import { randomUUID } from 'node:crypto'
import { neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import { registerSubjects, type Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addMonths, dayAt, type Day } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import type { Organisation } from '../organisation.ts'
import { saveOrganisations } from '../organisations.sql.ts'
import type { Relationship } from '../relationship.ts'
import { saveRelationships } from '../relationships.sql.ts'
import type { Opened } from './read-register.ts'
import type { RegisterFault } from './register-row.ts'
import {
  addDraftRows,
  beginDraft,
  closeDraft,
  lockDraft,
  placesKnown,
  saveFaults,
  type Weighed,
} from './register.sql.ts'
import {
  changesWeighed,
  countWeighed,
  saveEndings,
  saveNumbers,
  subjectsToJoin,
  type Guess,
  type Weighing,
} from './weighed.sql.ts'

/** Who sends a register in, for which force, and when. */
export type Sender = Omit<Keeper, 'teamId'>

const mostFaults = 200

/** Keeps a register beside what is known, in the caller's transaction, so that somebody can look at it before it changes anything. */
export async function draftRegister(
  sql: Sql,
  { lines, stretches }: Extract<Opened, { ok: true }>,
  filename: string,
  { forceId, at, personId }: Sender,
): Promise<string> {
  const id = randomUUID()
  await beginDraft(sql, { id, forceId, filename, lines }, { at, by: personId })
  const faults: RegisterFault[] = []
  let count = 0
  for (const stretch of stretches) {
    if (stretch.rows.length > 0) await addDraftRows(sql, forceId, stretch.rows)
    faults.push(...stretch.faults.slice(0, mostFaults - faults.length))
    count += stretch.faults.length
  }
  await saveFaults(sql, forceId, faults, count)
  await audit(sql, {
    at,
    personId,
    verb: 'send in schools register',
    about: `force/${forceId}`,
    detail: { lines, faults: count },
  })
  return id
}

/** By what a draft's lines are held against what is known: whose each place is, and since when closed schools no longer matter. */
export async function weighingOf(sql: Sql, forceId: string, today: Day): Promise<Weighing> {
  const [said, neighbourhoods, teams] = await Promise.all([
    placesKnown(sql, forceId),
    neighbourhoodsOf(sql, forceId),
    teamsOf(sql, forceId),
  ])
  const guesses = new Map<string, Guess>()
  for (const { id, name } of teams) guesses.set(foldWords(name), { place: foldWords(name), teamId: id, isSaid: false })
  for (const { name, teamId } of neighbourhoods)
    if (teamId !== null) guesses.set(foldWords(name), { place: foldWords(name), teamId, isSaid: false })
  for (const { place, teamId } of said) guesses.set(place, { place, teamId, isSaid: true })
  return { forceId, guesses: [...guesses.values()], since: addMonths(today, -12) }
}

/**
 * Takes a register in, in the caller's transaction and a few statements however many its lines: new schools become
 * organisations with subjects, joined to those that contracts named; changed ones take over what changed; one that closed is
 * expected (C9, R54) until that day. Throws a Refusal (409) where it was taken before, or another was sent in meanwhile.
 */
export async function takeRegister(sql: Sql, draftId: string, sender: Sender): Promise<void> {
  const { forceId, at, personId, timeZone } = sender
  const draft = await lockDraft(sql, forceId)
  if (draft?.id !== draftId) throw new Refusal('Another file was sent in meanwhile. Look at that one first.', 409)
  if (draft.takenAt !== null) throw new Refusal('This file was taken in before.', 409)
  const today = dayAt(at, timeZone)
  const weighing = await weighingOf(sql, forceId, today)
  const counts = await countWeighed(sql, weighing)
  const changes = await changesWeighed(sql, weighing)
  if (changes.length > 0) await keepSchools(sql, changes, { sender, today })
  const detail = Object.fromEntries(counts.map(({ word, count }) => [word, count]))
  await closeDraft(sql, forceId, at, detail)
  await audit(sql, { at, personId, verb: 'load schools register', about: `force/${forceId}`, detail })
}

type Setting = { readonly sender: Sender; readonly today: Day }

async function keepSchools(sql: Sql, changes: readonly Weighed[], { sender, today }: Setting): Promise<void> {
  const { forceId, at, personId } = sender
  const schools = withSubjects(
    changes,
    await subjectsToJoin(sql, forceId, [...new Set(changes.map(({ teamId }) => teamId))]),
  )
  await saveOrganisations(
    sql,
    schools.map((school) => organisationOf(school, forceId)),
    { at, by: personId },
  )
  await registerSubjects(
    sql,
    schools.map((school) => subjectOf(school, forceId, today)),
  )
  await saveNumbers(sql, schools)
  await saveRelationships(
    sql,
    schools.map((school) => relationshipWith(school, personId, today)),
  )
  await saveEndings(
    sql,
    schools.map(({ subjectId, closesOn }) => ({
      subjectId,
      on: closesOn !== null && closesOn <= today ? closesOn : null,
    })),
  )
}

type School = Weighed & { readonly id: string; readonly subjectId: string }

/** Each school with its own subject: the one it has, the one of its name that a contract knows, or a new one. */
function withSubjects(changes: readonly Weighed[], named: Awaited<ReturnType<typeof subjectsToJoin>>): School[] {
  const free = new Map(named.map((subject) => [`${subject.teamId} ${subject.label.toLowerCase()}`, subject]))
  return changes.map((change) => {
    const key = `${change.teamId} ${change.name.toLowerCase()}`
    const joined = change.subjectId === null ? free.get(key) : undefined
    if (joined) free.delete(key)
    return {
      ...change,
      id: change.organisationId ?? randomUUID(),
      subjectId: change.subjectId ?? joined?.id ?? `${change.teamId}/school/${change.urn}`,
      subjectFrom: change.subjectFrom ?? joined?.from ?? null,
    }
  })
}

const organisationOf = (school: School, forceId: string): Organisation => ({
  id: school.id,
  forceId,
  teamId: school.teamId,
  kind: 'school',
  name: school.name,
  place: school.town,
  postcode: school.postcode,
  location: null,
  website: school.website,
  tags: school.tags,
  subjectId: null,
  urn: school.organisationId === null ? school.urn : null,
  opensOn: school.opensOn,
  closesOn: school.closesOn,
  members: null,
})

/** A school without an opening day is expected (C9) from the day we first knew of it: no half term before that was missed. */
function subjectOf(school: School, forceId: string, today: Day): Subject {
  const { subjectId, teamId, name, opensOn, closesOn, subjectFrom } = school
  const from = opensOn ?? subjectFrom ?? today
  const since = closesOn !== null && closesOn < from ? closesOn : from
  return { id: subjectId, forceId, teamId, kind: 'school', label: name, from: since, to: closesOn }
}

const relationshipWith = ({ id, subjectId, teamId }: School, ownerId: string, today: Day): Relationship => ({
  id: randomUUID(),
  teamId,
  subjectId,
  organisationId: id,
  postId: null,
  keyIndividualId: null,
  ownerId,
  every: null,
  agreedOn: null,
  agreedWith: null,
  lastContactOn: null,
  nextDue: null,
  reviewedOn: null,
  beganOn: today,
  endedOn: null,
})
