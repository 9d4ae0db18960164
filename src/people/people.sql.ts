import type { Person, Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'

const personColumns = (sql: Sql) =>
  sql`p.id, p.name, p.role, p.force_id as "forceId", p.team_id as "teamId", p.fictional`

/** Whoever left is nobody here after their last day, by the clock of their force. */
const isHere = (sql: Sql, now: Date) => sql`
  (p.ended_on is null or p.ended_on >= (${now}::timestamptz at time zone coalesce(
    (select f.time_zone from force f where f.id = p.force_id), 'Europe/London'))::date)`

/** The person of an e-mail address who is here still, however it is capitalised, with what is kept of the password. */
export async function findPersonByEmail(sql: Sql, email: string, now: Date) {
  const [person] = await sql<(Person & { passwordHash: string | null })[]>`
    select ${personColumns(sql)}, p.password_hash as "passwordHash" from person p
    where lower(p.email) = lower(${email}) and ${isHere(sql, now)}`
  return person ?? null
}

/** One fictional person of each role, for the sign-in buttons of a demonstration; the first made stands for the role. */
export const demonstrationPeople = (sql: Sql) => sql<Person[]>`
  select distinct on (p.role) ${personColumns(sql)} from person p
  where p.fictional and p.ended_on is null order by p.role, p.created_at, p.id`

/** The fictional person who stands for a role, or null. */
export async function findDemonstrationPerson(sql: Sql, role: Role): Promise<Person | null> {
  const [person] = await sql<Person[]>`
    select ${personColumns(sql)} from person p
    where p.fictional and p.ended_on is null and p.role = ${role} order by p.created_at, p.id limit 1`
  return person ?? null
}

export type NewPerson = Omit<Person, 'id'> & {
  readonly id?: string
  readonly email: string
  readonly passwordHash: string | null
}

/** Adds a person and answers their id; null where the e-mail address is somebody's already. */
export async function insertPerson(sql: Sql, person: NewPerson, at: Date): Promise<string | null> {
  const [added] = await sql<{ id: string }[]>`
    insert into person (id, force_id, team_id, name, email, role, password_hash, fictional, created_at)
    values (
      coalesce(${person.id ?? null}::uuid, gen_random_uuid()), ${person.forceId}, ${person.teamId}, ${person.name},
      ${person.email}, ${person.role}, ${person.passwordHash}, ${person.fictional}, ${at}
    )
    on conflict do nothing returning id`
  return added?.id ?? null
}

type NewSession = { readonly tokenHash: Buffer; readonly personId: string; readonly at: Date; readonly expiresAt: Date }

export const insertSession = (sql: Sql, { tokenHash, personId, at, expiresAt }: NewSession) => sql`
  insert into session (token_hash, person_id, created_at, last_seen_at, expires_at)
  values (${tokenHash}, ${personId}, ${at}, ${at}, ${expiresAt})`

/** The person of a session that has not expired and was used since `idleSince`, where they are here still, or null. */
export async function findPersonOfSession(sql: Sql, tokenHash: Buffer, now: Date, idleSince: Date) {
  const [person] = await sql<(Person & { lastSeenAt: Date })[]>`
    select ${personColumns(sql)}, s.last_seen_at as "lastSeenAt"
    from session s join person p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
      and ${isHere(sql, now)}`
  return person ?? null
}

/** When a session was last used and by when it ends at the latest, or null. */
export async function findSessionTimes(sql: Sql, tokenHash: Buffer) {
  const [times] = await sql<{ lastSeenAt: Date; expiresAt: Date }[]>`
    select last_seen_at as "lastSeenAt", expires_at as "expiresAt" from session where token_hash = ${tokenHash}`
  return times ?? null
}

export const seeSession = (sql: Sql, tokenHash: Buffer, now: Date) => sql`
  update session set last_seen_at = greatest(last_seen_at, ${now}) where token_hash = ${tokenHash}`

/** Ends a session and answers whose it was, or null. */
export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<string | null> {
  const [ended] = await sql<{ personId: string }[]>`
    delete from session where token_hash = ${tokenHash} returning person_id as "personId"`
  return ended?.personId ?? null
}

export const deleteExpiredSessions = (sql: Sql, now: Date) => sql`delete from session where expires_at <= ${now}`

/** Who can be assigned to what a team does: its own people, and those of its force who belong to no team, by name. */
export const peopleForTeam = (sql: Sql, forceId: string, teamId: string) => sql<Person[]>`
  select ${personColumns(sql)} from person p
  where p.force_id = ${forceId} and p.role in ('pcso', 'sergeant', 'inspector', 'neo', 'volunteer')
    and (p.team_id = ${teamId} or p.team_id is null) and p.ended_on is null
  order by p.team_id is null, p.name, p.id`
