import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Lapse } from './watch.ts'

/** One comparing at a time, so that two processes do not wait for each other’s rows. */
export const takeComparing = (sql: Sql) => sql`select pg_advisory_xact_lock(7138)`

/**
 * Compares how every promise in force stands today, as it is kept, with how it stood when it was last compared: one statement for
 * all teams. What stood well and is late or missed has lapsed, what stands well again is mended, and what nobody can tell is left
 * as it was. Answers how many lapsed.
 */
export async function compareStandings(sql: Sql, at: Date): Promise<number> {
  const [row] = await sql<{ lapsed: number }[]>`
    with stands as (
      select k.contract_id, k.ref, k.standing ->> 'standing' as standing, b.as_at
      from kept_standing k
      join standing_basis b on b.contract_id = k.contract_id
      join commitment m on m.contract_id = k.contract_id and m.ref = k.ref
      join contract c on c.id = k.contract_id
      join team t on t.id = c.team_id join force f on f.id = t.force_id
      where b.as_at = (${at}::timestamptz at time zone f.time_zone)::date
        and k.standing ->> 'standing' in ('kept', 'on course', 'due', 'late', 'missed')
    ), lapsed as (
      insert into lapse (contract_id, ref, stood, stood_on, standing, lapsed_on, found_at)
      select n.contract_id, n.ref, s.standing, s.as_at, n.standing, n.as_at, ${at}
      from stands n join promise_seen s on s.contract_id = n.contract_id and s.ref = n.ref
      where s.standing in ('kept', 'on course', 'due') and n.standing in ('late', 'missed') and s.as_at <= n.as_at
      on conflict do nothing returning id
    ), mended as (
      update lapse l set mended_on = n.as_at from stands n
      where l.contract_id = n.contract_id and l.ref = n.ref and l.mended_on is null and n.standing in ('kept', 'on course', 'due')
    ), seen as (
      insert into promise_seen (contract_id, ref, standing, as_at) select contract_id, ref, standing, as_at from stands
      on conflict (contract_id, ref) do update set standing = excluded.standing, as_at = excluded.as_at
      where promise_seen.as_at <= excluded.as_at
    )
    select count(*)::int as lapsed from lapsed`
  return row?.lapsed ?? 0
}

const columns = (sql: Sql) => sql`
  l.id::int as id, t.id as "teamId", t.name as "teamName", c.year, l.ref, m.text, l.stood, l.stood_on as "stoodOn", l.standing,
  l.lapsed_on as "lapsedOn", l.found_at as "foundAt"`

const watched = (sql: Sql) => sql`
  lapse l
  join contract c on c.id = l.contract_id
  join team t on t.id = c.team_id
  left join commitment m on m.contract_id = l.contract_id and m.ref = l.ref
  join watch w on w.team_id = c.team_id and (w.scope = 'team' or (w.scope = 'promise' and w.ref = l.ref)
    or (w.scope = 'standard' and w.ref = any(m.standards)))`

/** What lapsed of what somebody follows in a force and is not mended, the newest first; that of a contract which another followed is over. */
export const lapsesFor = (sql: Sql, personId: string, forceId: string, today: Day) => sql<Lapse[]>`
  select distinct on (l.found_at, t.name, l.id) ${columns(sql)} from ${watched(sql)}
  where w.person_id = ${personId} and t.force_id = ${forceId} and l.mended_on is null
    and not exists (select from contract n where n.team_id = c.team_id and n.starts_on > c.starts_on and n.starts_on <= ${today})
  order by l.found_at desc, t.name, l.id limit 500`

/** A lapse with somebody who follows it and was not told of it yet. */
export type Untold = Lapse & { readonly forceId: string; readonly personId: string; readonly email: string }

/** The lapses of which those who follow them, and are here still, were not told; by person. A lapse from before they followed is none. */
export const untoldLapses = (sql: Sql) => sql<Untold[]>`
  select distinct on (p.id, t.name, l.id) ${columns(sql)}, t.force_id as "forceId", p.id as "personId", p.email
  from ${watched(sql)} join person p on p.id = w.person_id and p.ended_on is null and p.role = 'opcc' and p.force_id = t.force_id
  where l.mended_on is null and w.since <= l.found_at
    and not exists (select from lapse_told d where d.lapse_id = l.id and d.person_id = p.id)
  order by p.id, t.name, l.id`

/** Notes that people were told; answers those who were not before, as lapse and person. */
export const saveTold = (
  sql: Sql,
  told: readonly { readonly id: number; readonly personId: string }[],
  at: Date,
) => sql<{ id: number; personId: string }[]>`
  insert into lapse_told (lapse_id, person_id, told_at)
  select n.id, n."personId", ${at}
  from jsonb_to_recordset(${sql.json(told.map(({ id, personId }) => ({ id, personId })))}) as n (id bigint, "personId" uuid)
  on conflict do nothing returning lapse_id::int as id, person_id as "personId"`
