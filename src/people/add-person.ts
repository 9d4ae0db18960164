import { hashPassword, passwordFault } from '#people/password.ts'
import { insertPerson } from '#people/people.sql.ts'
import type { Person } from '#people/person.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'

type Asked = Omit<Person, 'id' | 'fictional'> & { readonly email: string; readonly password: string }

/** Adds somebody who can sign in by password, and answers their id; refuses a weak password and an address in use. */
export async function addPerson(
  db: Database,
  asked: Asked,
  by: { readonly personId: string | null; readonly now: Date },
): Promise<string> {
  const fault = passwordFault(asked.password, [...asked.name.split(/\s+/), ...asked.email.split('@')])
  if (fault !== null) throw new Refusal(`${fault}.`)
  const person = { ...asked, fictional: false, passwordHash: await hashPassword(asked.password) }
  return transaction(db, async (sql) => {
    const id = await insertPerson(sql, person, by.now)
    if (id === null) throw new Refusal('Somebody with this e-mail address is here already.', 409)
    await audit(sql, {
      at: by.now,
      personId: by.personId,
      verb: 'add a person',
      about: `person:${id}`,
      detail: { role: asked.role },
    })
    return id
  })
}
