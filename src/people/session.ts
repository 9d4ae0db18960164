import { createHash, randomBytes } from 'node:crypto'
import { visitorOf } from '#people/person.ts'
import {
  deleteExpiredSessions,
  deleteSession,
  findPersonOfSession,
  findSessionTimes,
  insertSession,
  seeSession,
} from '#people/people.sql.ts'
import type { Database, Sql } from '#platform/database/database.ts'
import type { Visitor } from '#platform/http/visit.ts'

const minute = 60_000
const longest = 12 * 60 * minute
const longestIdle = 2 * 60 * minute
const seenEach = 5 * minute

/** Whose session a token is; null where it is nobody's, older than 12 hours, or unused for 2. */
export async function personOfToken(db: Database, token: string, now: Date): Promise<Visitor | null> {
  const tokenHash = hashOf(token)
  const person = await findPersonOfSession(db, tokenHash, now, new Date(now.getTime() - longestIdle))
  if (person === null) return null
  if (now.getTime() - person.lastSeenAt.getTime() > seenEach) await seeSession(db, tokenHash, now)
  return visitorOf(person)
}

/** Begins a session and answers its token, which is new each time, so that one planted beforehand is worth nothing. */
export async function beginSession(sql: Sql, personId: string, now: Date, former: string | null): Promise<string> {
  if (former !== null) await endSession(sql, former)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + longest)
  await insertSession(sql, { tokenHash: hashOf(token), personId, at: now, expiresAt })
  return token
}

/** Ends the session of a token and answers whose it was, or null. */
export const endSession = (sql: Sql, token: string): Promise<string | null> => deleteSession(sql, hashOf(token))

/** When a session will end unless somebody uses it again; null where it has ended. */
export async function endOfSession(sql: Sql, token: string): Promise<Date | null> {
  const times = await findSessionTimes(sql, hashOf(token))
  return times && new Date(Math.min(times.expiresAt.getTime(), times.lastSeenAt.getTime() + longestIdle))
}

/** Removes sessions that nobody can use any more. */
export async function forgetOldSessions(db: Database, now: Date): Promise<void> {
  await deleteExpiredSessions(db, now)
}

/** The database keeps only this, so that whoever reads it there can sign in as nobody. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
