import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A record that somebody must look at: its day has come, or the person objected or left. */
export type RecordDue = {
  readonly id: string
  readonly name: string
  readonly speaksFor: string
  readonly reviewOn: Day
  readonly objectedOn: Day | null
  readonly leftOn: Day | null
}

/** An objection waits until somebody decides after it whether the record stays. */
const isDue = (sql: Sql, today: string) => sql`(k.review_on <= ${today} or (k.objected_on is not null and not exists (
  select from record_review v where v.key_individual_id = k.id and v.reviewed_on >= k.objected_on)))`

const isHeld = (sql: Sql) => sql`k.merged_into is null and k.erased_at is null`

/** The records of a team that must be looked at, objections first, then the longest due; at most `most`. */
export const recordsDue = (sql: Sql, teamId: string, today: string, most: number) => sql<RecordDue[]>`
  select k.id, k.name, k.speaks_for as "speaksFor", k.review_on as "reviewOn", k.objected_on as "objectedOn", k.left_on as "leftOn"
  from key_individual k where k.team_id = ${teamId} and ${isHeld(sql)} and ${isDue(sql, today)}
  order by k.objected_on is null, k.review_on, k.name, k.id limit ${most}`

/** Those of a team whom nobody has told that we hold this, by name, at most `most`. */
export const neverTold = (sql: Sql, teamId: string, most: number) => sql<RecordDue[]>`
  select k.id, k.name, k.speaks_for as "speaksFor", k.review_on as "reviewOn", k.objected_on as "objectedOn", k.left_on as "leftOn"
  from key_individual k where k.team_id = ${teamId} and ${isHeld(sql)} and k.told_on is null
  order by k.name, k.id limit ${most}`

export type Kept = {
  readonly keyIndividualId: string
  readonly on: Day
  readonly reason: string
  readonly reviewOn: Day
}

/** Keeps a decision that a record stays, and by when it is next looked at; false where the person is erased. */
export async function saveRecordReview(
  sql: Sql,
  kept: Kept,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const saved = await sql`
    update key_individual set review_on = ${kept.reviewOn} where id = ${kept.keyIndividualId} and erased_at is null returning id`
  if (saved.length === 0) return false
  await sql`
    insert into record_review (key_individual_id, reviewed_on, reason, review_on, at, by)
    values (${kept.keyIndividualId}, ${kept.on}, ${kept.reason}, ${kept.reviewOn}, ${at}, ${by})`
  return true
}

export const saveTold = (sql: Sql, id: string, on: string) => sql`
  update key_individual set told_on = ${on} where id = ${id} and erased_at is null`

/** An owner with how many records of theirs wait; counts alone. */
export type Reminder = {
  readonly ownerId: string
  readonly email: string
  readonly teamId: string | null
  readonly due: number
  readonly neverTold: number
}

/**
 * Notes that these owners are reminded in a week and answers them with their counts; those who were reminded in it before are
 * left out. A record's owner is whoever keeps up the relationship with the person, or with a post they hold.
 */
export const takeReminders = (sql: Sql, at: Date) => sql<Reminder[]>`
  with today as (
    select id as force_id, (${at}::timestamptz at time zone time_zone)::date as day from force
  ), waiting as (
    select k.id, k.team_id, k.told_on is null as untold, k.review_on <= d.day or (k.objected_on is not null and not exists (
      select from record_review v where v.key_individual_id = k.id and v.reviewed_on >= k.objected_on)) as due, d.day
    from key_individual k join today d on d.force_id = k.force_id
    where ${isHeld(sql)} and (k.told_on is null or k.review_on <= d.day or k.objected_on is not null)
  ), owned as (
    select distinct on (w.id) w.id, w.team_id, w.untold, w.due, w.day, o.owner_id
    from waiting w cross join lateral (
      select r.owner_id, r.ended_on from relationship r where r.key_individual_id = w.id
      union all
      select r.owner_id, r.ended_on from post_held h join relationship r on r.post_id = h.post_id
      where h.key_individual_id = w.id and h.until is null
    ) o where w.untold or w.due order by w.id, o.ended_on nulls first, o.owner_id
  ), counted as (
    select owner_id, min(team_id) as team_id, date_trunc('week', min(day))::date as week,
      count(*) filter (where due)::int as due, count(*) filter (where untold)::int as untold
    from owned group by owner_id
  ), noted as (
    insert into review_reminder (owner_id, week) select owner_id, week from counted on conflict do nothing returning owner_id
  )
  select c.owner_id as "ownerId", p.email, c.team_id as "teamId", c.due, c.untold as "neverTold"
  from counted c join noted n using (owner_id) join person p on p.id = c.owner_id order by c.owner_id`
