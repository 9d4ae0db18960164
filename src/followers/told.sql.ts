import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Language } from '#platform/language/language.ts'
import { isFollowed } from './followers.sql.ts'
import { reminderFrom } from './follower.ts'

/** When and where an event is, or was. */
export type WhenAndWhere = {
  readonly heldOn: Day
  readonly begins: string
  readonly ends: string
  readonly place: string
}

/** Something that a follower is to be told of an event. */
export type ToTell = {
  readonly followerId: string
  readonly address: string
  readonly language: Language
  readonly event: WhenAndWhere & {
    readonly id: string
    readonly title: string
    readonly state: 'planned' | 'cancelled'
    readonly reason: string | null
    readonly sequence: number
  }
  /** What the follower was told last; null where the date was planned since they asked. */
  readonly before: WhenAndWhere | null
  readonly teamId: string
  readonly teamName: string
  readonly forceName: string
}

/** One process tells at a time, and sees what the one before it told. */
export const takeTurn = (sql: Sql) => sql`select pg_advisory_xact_lock(4716207)`

/** Who is to be told of a change that came after what they know, whole addresses at a time. */
export const changesToTell = (sql: Sql, at: Date, most: number) => sql<ToTell[]>`
  ${toTell(sql, at)} and e.state in ('planned', 'cancelled') and e.sequence > coalesce(k.sequence, 0) and e.held_on >= n.now::date
  order by f.address, f.team_id fetch first ${most} rows with ties for key share of f`

/** Who wished to be reminded of an event of the next day and was not yet, from nine o’clock by the clocks of the force. */
export const remindersToGive = (sql: Sql, at: Date, most: number) => sql<ToTell[]>`
  ${toTell(sql, at)} and f.reminder and e.state = 'planned' and e.held_on = n.now::date + 1
    and n.now::time >= ${reminderFrom} and k.reminded_for is distinct from e.held_on
  order by f.address, f.team_id fetch first ${most} rows with ties for key share of f`

const toTell = (sql: Sql, at: Date) => sql`
  select f.id as "followerId", f.address, f.language, t.id as "teamId", t.name as "teamName", o.name as "forceName",
    jsonb_build_object('id', e.id, 'title', e.title, 'state', e.state, 'reason', e.reason, 'sequence', e.sequence,
      'heldOn', e.held_on, 'begins', to_char(e.begins, 'HH24:MI'), 'ends', to_char(e.ends, 'HH24:MI'), 'place', e.place) as event,
    case when k.sequence is null then null else jsonb_build_object('heldOn', k.held_on,
      'begins', to_char(k.begins, 'HH24:MI'), 'ends', to_char(k.ends, 'HH24:MI'), 'place', k.place) end as before
  from follower f join planned_engagement e on ${isFollowed(sql)}
    join team t on t.id = f.team_id join force o on o.id = t.force_id
    cross join lateral (select ${at}::timestamptz at time zone o.time_zone as now) n
    left join follower_told k on k.follower_id = f.id and k.planned_engagement_id = e.id
  where f.confirmed_at is not null`

/** Notes that these followers know how these events are now, and of which of them they were reminded. */
export const noteTold = (sql: Sql, told: readonly ToTell[], isReminder: boolean) => sql`
  insert into follower_told (follower_id, planned_engagement_id, sequence, held_on, begins, ends, place, reminded_for)
  select n."followerId", (n.event ->> 'id')::uuid, (n.event ->> 'sequence')::int, (n.event ->> 'heldOn')::date,
    (n.event ->> 'begins')::time, (n.event ->> 'ends')::time, n.event ->> 'place',
    case when ${isReminder} then (n.event ->> 'heldOn')::date end
  from jsonb_to_recordset(${sql.json(told.map(({ followerId, event }) => ({ followerId, event })))})
    as n ("followerId" uuid, event jsonb)
  on conflict (follower_id, planned_engagement_id) do update set sequence = excluded.sequence, held_on = excluded.held_on,
    begins = excluded.begins, ends = excluded.ends, place = excluded.place,
    reminded_for = coalesce(excluded.reminded_for, follower_told.reminded_for)`
