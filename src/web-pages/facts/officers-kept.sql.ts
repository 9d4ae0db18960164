import type { Sql } from '#platform/database/database.ts'
import type { Agreement, Officer, OfficerKept } from './officer.ts'

const columns = (sql: Sql) => sql`
  o.id, o.person_id as "personId", o.name, o.rank, o.bio, o.contact, o.contactable, o.place,
  o.shown_from as "shownFrom", o.shown_until as "shownUntil", o.agreed, p.id as "photoId", s.ended_on as "leftOn",
  coalesce(s.team_id <> o.team_id, false) as moved,
  array(select b.neighbourhood_id from team_officer_neighbourhood b where b.officer_id = o.id order by 1) as "neighbourhoodIds"`

const tables = (sql: Sql) => sql`
  team_officer o left join team_officer_photo p on p.officer_id = o.id left join person s on s.id = o.person_id`

/** All officers a team keeps for its page, shown or not, in its own order. */
export const officersKept = (sql: Sql, teamId: string) => sql<OfficerKept[]>`
  select ${columns(sql)} from ${tables(sql)} where o.team_id = ${teamId} order by o.place, o.name, o.id limit 200`

/** An officer of a team by their id, or null. */
export async function findOfficer(sql: Sql, teamId: string, id: string): Promise<OfficerKept | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const [officer] = await sql<OfficerKept[]>`
    select ${columns(sql)} from ${tables(sql)} where o.team_id = ${teamId} and o.id::text = ${id}`
  return officer ?? null
}

/** Keeps an officer; one of another team is left alone. Answers whether anything was kept. */
export async function saveOfficer(sql: Sql, teamId: string, officer: Officer): Promise<boolean> {
  const { id, personId, name, rank, bio, contact, contactable, place, shownFrom, shownUntil } = officer
  const saved = await sql`
    insert into team_officer (id, team_id, person_id, name, rank, bio, contact, contactable, place, shown_from, shown_until)
    values (${id}, ${teamId}, ${personId}, ${name}, ${rank}, ${bio}, ${sql.json(contact)}, ${contactable}, ${place}, ${shownFrom}, ${shownUntil})
    on conflict (id) do update set person_id = excluded.person_id, name = excluded.name, rank = excluded.rank, bio = excluded.bio,
      contact = excluded.contact, contactable = excluded.contactable, place = excluded.place,
      shown_from = excluded.shown_from, shown_until = excluded.shown_until
    where team_officer.team_id = excluded.team_id returning id`
  return saved.length > 0
}

/** Says for which neighbourhoods of the force an officer works; none is the whole team. */
export async function saveOfficerNeighbourhoods(sql: Sql, forceId: string, { id, neighbourhoodIds }: Officer) {
  await sql`delete from team_officer_neighbourhood where officer_id = ${id}`
  await sql`
    insert into team_officer_neighbourhood (officer_id, force_id, neighbourhood_id)
    select ${id}, force_id, id from neighbourhood where force_id = ${forceId} and id = any(${[...neighbourhoodIds]})`
}

/** Says who agreed that an officer is shown, or that nobody does any more. */
export const saveAgreement = (
  sql: Sql,
  id: string,
  given: { readonly agreed: Agreement | null; readonly by: string | null; readonly at: Date },
) => sql`
  update team_officer set agreed = ${given.agreed}, agreed_by = ${given.agreed === null ? null : given.by},
    agreed_at = ${given.agreed === null ? null : given.at} where id = ${id}`

/** Takes an officer out of what the team keeps, with their photo. */
export const deleteOfficer = (sql: Sql, teamId: string, id: string) => sql`
  delete from team_officer where team_id = ${teamId} and id = ${id}`

/** Keeps a photo (JPEG without metadata) in the place of one that was there. */
export const savePhoto = (sql: Sql, officerId: string, photo: { readonly id: string; readonly bytes: Buffer }) => sql`
  insert into team_officer_photo (officer_id, id, bytes) values (${officerId}, ${photo.id}, ${photo.bytes})
  on conflict (officer_id) do update set id = excluded.id, bytes = excluded.bytes`

export const deletePhoto = (sql: Sql, officerId: string) => sql`
  delete from team_officer_photo where officer_id = ${officerId}`

/** The photo of an officer for the desk, shown or not, or null. */
export async function photoKept(sql: Sql, officerId: string): Promise<Buffer | null> {
  const [photo] = await sql<{ bytes: Buffer }[]>`select bytes from team_officer_photo where officer_id = ${officerId}`
  return photo?.bytes ?? null
}
