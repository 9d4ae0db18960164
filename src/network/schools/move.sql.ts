import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { SchoolPlaced } from './move.ts'

/** The schools of a force that have a number in the register and are open on a day, by name. */
export const schoolsPlaced = (sql: Sql, forceId: string, today: Day) => sql<SchoolPlaced[]>`
  select o.id as "organisationId", o.urn, o.name, o.place, o.postcode, o.team_id as "teamId", p.name as owner
  from organisation o left join relationship r on r.subject_id = o.subject_id and r.team_id = o.team_id and r.ended_on is null
    left join person p on p.id = r.owner_id
  where o.force_id = ${forceId} and o.kind = 'school' and o.urn is not null and o.team_id is not null
    and o.merged_into is null and (o.closes_on is null or o.closes_on > ${today})
  order by o.name, o.urn`

/** A school and its team's words, as whoever moves it needs them. */
export type Moving = {
  readonly id: string
  readonly urn: number
  readonly name: string
  readonly teamId: string
  readonly subjectId: string | null
  readonly closesOn: Day | null
}

/** One school of a force, held for the transaction, so that it is moved once; or null. */
export async function lockSchool(sql: Sql, forceId: string, id: string): Promise<Moving | null> {
  const [found] = await sql<Moving[]>`
    select id, urn, name, team_id as "teamId", subject_id as "subjectId", closes_on as "closesOn" from organisation
    where id = ${id} and force_id = ${forceId} and kind = 'school' and urn is not null and team_id is not null
      and merged_into is null for update`
  return found ?? null
}

/** Gives a school to another team, under the subject by which that team's ledger knows it. */
export const saveMoved = (sql: Sql, id: string, to: { readonly teamId: string; readonly subjectId: string }) => sql`
  update organisation set team_id = ${to.teamId}, subject_id = ${to.subjectId} where id = ${id}`

/**
 * Lets those whom a team keeps only as holders of posts of a school go with it, and answers how many; whoever it keeps in touch
 * with besides stays with it.
 */
export async function moveHolders(sql: Sql, organisationId: string, from: string, to: string): Promise<number> {
  const moved = await sql`
    update key_individual k set team_id = ${to}, neighbourhood_ids = '{}'
    where k.team_id = ${from} and k.merged_into is null
      and exists (
        select from post_held h join post p on p.id = h.post_id
        where h.key_individual_id = k.id and h.until is null and p.organisation_id = ${organisationId})
      and not exists (select from relationship r where r.key_individual_id = k.id and r.ended_on is null)
      and not exists (
        select from post_held h join post p on p.id = h.post_id
        where h.key_individual_id = k.id and h.until is null and p.organisation_id <> ${organisationId})
    returning k.id`
  return moved.length
}
