import { isPassword } from '#people/password.ts'
import { findDemonstrationPerson, findPersonByEmail } from '#people/people.sql.ts'
import type { Role } from '#people/person.ts'
import { beginSession, endSession } from '#people/session.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'

/** When it is, and the session this browser had before, which ends. */
type Before = { readonly now: Date; readonly former: string | null }

/** A new session's token where the password is that person's, else null, whatever was wrong. */
export async function signInByPassword(
  db: Database,
  given: { readonly email: string; readonly password: string },
  before: Before,
): Promise<string | null> {
  const person = await findPersonByEmail(db, given.email, before.now)
  const isTheirs = await isPassword(given.password, person?.passwordHash ?? null)
  if (person !== null && isTheirs) return begin(db, person.id, 'by password', before)
  const about = person === null ? 'person:unknown' : `person:${person.id}`
  await audit(db, { at: before.now, personId: null, verb: 'fail to sign in', about })
  return null
}

/** A new session's token for the fictional person of a role; null where the demonstration has none. */
export async function signInAsDemonstration(db: Database, role: Role, before: Before): Promise<string | null> {
  const person = await findDemonstrationPerson(db, role)
  return person === null ? null : begin(db, person.id, 'demonstration', before)
}

/** Ends the session of a token, which then is nobody's. */
export const signOut = (db: Database, token: string, now: Date): Promise<void> =>
  transaction(db, async (sql) => {
    const personId = await endSession(sql, token)
    if (personId !== null) await audit(sql, { at: now, personId, verb: 'sign out', about: `person:${personId}` })
  })

const begin = (db: Database, personId: string, how: string, { now, former }: Before): Promise<string> =>
  transaction(db, async (sql) => {
    await audit(sql, { at: now, personId, verb: 'sign in', about: `person:${personId}`, detail: { how } })
    return beginSession(sql, personId, now, former)
  })
