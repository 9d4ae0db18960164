import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Contact } from './contact.ts'

/** An officer as the public page of a team shows them. */
export type OfficerShown = {
  readonly id: string
  readonly name: string
  readonly rank: string
  /** Empty where they said nothing of themselves. */
  readonly bio: string
  readonly contact: Contact
  /** The named officer whom anybody may ask: has an e-mail address or telephone. */
  readonly contactable: boolean
  /** The id of their photo, or null; it is at `/{force}/{team}/people/{officer}/{photo}`. */
  readonly photoId: string | null
  /** The neighbourhoods they work for, by name; none where they work for the whole team. */
  readonly neighbourhoods: readonly { readonly id: string; readonly name: string }[]
}

const shownColumns = (sql: Sql) => sql`
  o.id, o.name, o.rank, o.bio, o.contact, o.contactable, p.id as "photoId",
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name, n.id)
    from team_officer_neighbourhood b join neighbourhood n on n.force_id = b.force_id and n.id = b.neighbourhood_id
    where b.officer_id = o.id), '[]') as neighbourhoods`

/** Agreed to, within their days, and still of the team where they are somebody who signs in. */
const isShown = (sql: Sql, on: Day) => sql`
  o.agreed is not null and o.shown_from <= ${on} and (o.shown_until is null or o.shown_until >= ${on})
  and not exists (select from person s where s.id = o.person_id
    and (s.ended_on < ${on} or s.team_id <> o.team_id))`

/** The officers whom a team shows to the public on a day, in its own order; the named ones first. */
export const officersShown = (sql: Sql, teamId: string, on: Day) => sql<OfficerShown[]>`
  select ${shownColumns(sql)} from team_officer o left join team_officer_photo p on p.officer_id = o.id
  where o.team_id = ${teamId} and ${isShown(sql, on)} order by not o.contactable, o.place, o.name, o.id`

/** The officers shown on a day who work for one neighbourhood: its own, and those of its whole team. */
export const officersShownIn = (sql: Sql, forceId: string, neighbourhoodId: string, on: Day) => sql<OfficerShown[]>`
  select ${shownColumns(sql)} from team_officer o join neighbourhood h on h.team_id = o.team_id
    left join team_officer_photo p on p.officer_id = o.id
  where h.force_id = ${forceId} and h.id = ${neighbourhoodId} and ${isShown(sql, on)}
    and (not exists (select from team_officer_neighbourhood b where b.officer_id = o.id)
      or exists (select from team_officer_neighbourhood b where b.officer_id = o.id and b.force_id = ${forceId} and b.neighbourhood_id = ${neighbourhoodId}))
  order by not o.contactable, o.place, o.name, o.id`

/** The photo (JPEG) of an officer who is shown on a day, or null. */
export async function photoShown(
  sql: Sql,
  teamId: string,
  asked: { readonly officerId: string; readonly photoId: string; readonly on: Day },
): Promise<Buffer | null> {
  const [photo] = await sql<{ bytes: Buffer }[]>`
    select p.bytes from team_officer o join team_officer_photo p on p.officer_id = o.id
    where o.team_id = ${teamId} and o.id = ${asked.officerId} and p.id = ${asked.photoId} and ${isShown(sql, asked.on)}`
  return photo?.bytes ?? null
}
