import type { Location } from '#areas/location.ts'
import { locationColumn } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Contact } from './contact.ts'

/** Where to find more than a team's page tells. */
export type TeamLink = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly description: string
  readonly place: number
}

export const locationTypes = ['station', 'office', 'other'] as const

/** Where a team can be visited; texts are empty where nobody told them. */
export type TeamLocation = {
  readonly id: string
  readonly name: string
  readonly type: (typeof locationTypes)[number]
  readonly address: string
  readonly postcode: string
  readonly location: Location | null
  readonly telephone: string
  readonly description: string
  readonly place: number
}

/** How to reach a team; empty where nobody has said. */
export async function teamContact(sql: Sql, teamId: string): Promise<Contact> {
  const [facts] = await contactKept(sql, teamId)
  return facts?.contact ?? {}
}

/** The same as a row, or none where nobody has said. */
export const contactKept = (sql: Sql, teamId: string) => sql<{ contact: Contact }[]>`
  select contact from team_facts where team_id = ${teamId}`

/** Where to find more, in the team's own order. */
export const teamLinks = (sql: Sql, teamId: string) => sql<TeamLink[]>`
  select id, title, url, description, place from team_link where team_id = ${teamId} order by place, title, id`

/** Where a team can be visited, in its own order. */
export const teamLocations = (sql: Sql, teamId: string) => sql<TeamLocation[]>`
  select id, name, type, address, postcode, ${locationColumn(sql)} as location, telephone, description, place
  from team_location where team_id = ${teamId} order by place, name, id`

/** Keeps how to reach a team. */
export const saveTeamContact = (sql: Sql, teamId: string, contact: Contact) => sql`
  insert into team_facts (team_id, contact) values (${teamId}, ${sql.json(contact)})
  on conflict (team_id) do update set contact = excluded.contact`

/** Keeps a link; one of another team is left alone. */
export const saveTeamLink = (sql: Sql, teamId: string, { id, title, url, description, place }: TeamLink) => sql`
  insert into team_link (id, team_id, title, url, description, place)
  values (${id}, ${teamId}, ${title}, ${url}, ${description}, ${place})
  on conflict (id) do update set title = excluded.title, url = excluded.url, description = excluded.description,
    place = excluded.place where team_link.team_id = excluded.team_id returning id`

/** Keeps where a team can be visited; a location of another team is left alone. */
export const saveTeamLocation = (sql: Sql, teamId: string, location: TeamLocation) => sql`
  insert into team_location (id, team_id, name, type, address, postcode, location, telephone, description, place)
  values (${location.id}, ${teamId}, ${location.name}, ${location.type}, ${location.address}, ${location.postcode},
    point(${location.location?.longitude ?? null}, ${location.location?.latitude ?? null}),
    ${location.telephone}, ${location.description}, ${location.place})
  on conflict (id) do update set name = excluded.name, type = excluded.type, address = excluded.address,
    postcode = excluded.postcode, location = excluded.location, telephone = excluded.telephone,
    description = excluded.description, place = excluded.place
  where team_location.team_id = excluded.team_id returning id`

export const deleteTeamLink = (sql: Sql, teamId: string, id: string) => sql`
  delete from team_link where team_id = ${teamId} and id = ${id} returning id`

export const deleteTeamLocation = (sql: Sql, teamId: string, id: string) => sql`
  delete from team_location where team_id = ${teamId} and id = ${id} returning id`
