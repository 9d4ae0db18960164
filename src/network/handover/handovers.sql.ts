import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Owned, Passing } from './handover.ts'

/** What somebody owns of what a team keeps up, ended relationships last; held for this transaction where `hold`. */
export const ownedBy = (sql: Sql, teamId: string, personId: string, { hold = false } = {}) => sql<Owned[]>`
  select r.id, r.subject_id as "subjectId", s.label, s.kind as "subjectKind", r.ended_on is not null as ended,
    nullif(k.name, '') as name, case when k.reach_by = 'e-mail' and k.objected_on is null then k.email end as email,
    coalesce(k.neighbourhood_ids, '{}') as "neighbourhoodIds"
  from relationship r join subject s on s.id = r.subject_id
    left join lateral (
      select key_individual_id from post_held where post_id = r.post_id and until is null order by since desc, id limit 1
    ) h on true
    left join key_individual k on k.id = coalesce(r.key_individual_id, h.key_individual_id)
  where r.team_id = ${teamId} and r.owner_id = ${personId}
  order by r.ended_on is not null, s.kind, s.label, r.id ${hold ? sql`for update of r` : sql``}`

/** Of each who owns relationships of a team: the kind and neighbourhoods of every one that is kept up. */
export const ownedByAll = (sql: Sql, teamId: string) => sql<
  { ownerId: string; owner: string; kinds: string[]; neighbourhoods: string[]; isHere: boolean }[]
>`
  select r.owner_id as "ownerId", o.name as owner, may_own(r.owner_id, ${teamId}) as "isHere", array_agg(s.kind) as kinds,
    coalesce(array_agg(n.id) filter (where n.id is not null), '{}') as neighbourhoods
  from relationship r join subject s on s.id = r.subject_id join person o on o.id = r.owner_id
    left join key_individual k on k.id = r.key_individual_id left join lateral unnest(k.neighbourhood_ids) as n (id) on true
  where r.team_id = ${teamId} and r.ended_on is null
  group by r.owner_id, o.name order by o.name, r.owner_id`

type Handing = {
  readonly id: string
  readonly teamId: string
  readonly fromPerson: string
  readonly on: Day
  readonly thenWhat: 'stays' | 'ends' | 'moves'
}

/** Keeps a handover; false where this form was sent before. */
export async function insertHandover(sql: Sql, h: Handing, { at, by }: { readonly at: Date; readonly by: string }) {
  const saved = await sql`
    insert into handover (id, team_id, from_person, handed_on, handed_at, handed_by, then_what)
    values (${h.id}, ${h.teamId}, ${h.fromPerson}, ${h.on}, ${at}, ${by}, ${h.thenWhat}) on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Gives relationships their new owners in one statement. */
export const saveOwners = (sql: Sql, passings: readonly Pick<Passing, 'relationshipId' | 'toPerson'>[]) => sql`
  update relationship r set owner_id = p."toPerson"
  from jsonb_to_recordset(${sql.json(passings.map((one) => ({ ...one })))}) as p ("relationshipId" uuid, "toPerson" uuid)
  where r.id = p."relationshipId"`

/** Keeps the introductions of a handover and answers their ids with their relationships. */
export const insertIntroductions = (
  sql: Sql,
  handoverId: string,
  passings: readonly Passing[],
  mailed: readonly string[],
) => sql<{ id: string; relationshipId: string }[]>`
  insert into introduction (handover_id, relationship_id, to_person, draft, due_on, sent)
  select ${handoverId}, p."relationshipId", p."toPerson", p.draft, p."dueOn", p."relationshipId" = any(${[...mailed]}::uuid[])
  from jsonb_to_recordset(${sql.json(passings.map((one) => ({ ...one })))}) as p ("relationshipId" uuid, "toPerson" uuid,
    draft text, "dueOn" date)
  returning id, relationship_id as "relationshipId"`

/** Relationships of a team, or of all, whose owner is not here any more; none, while the database keeps its word. */
export const ownerless = (sql: Sql, teamId: string | null) => sql<{ id: string; teamId: string; label: string }[]>`
  select r.id, r.team_id as "teamId", s.label from relationship r join subject s on s.id = r.subject_id
  where (${teamId}::text is null or r.team_id = ${teamId}) and r.ended_on is null and not may_own(r.owner_id, r.team_id)
  order by r.team_id, s.label, r.id limit 1000`

/** Actions of meetings that somebody still has to do, in order of day. */
export const actionsOwnedBy = (sql: Sql, teamId: string, personId: string) => sql<{ id: string; words: string }[]>`
  select id, words from meeting_action
  where team_id = ${teamId} and owner_id = ${personId} and done_on is null order by due_on, id`

/** Gives the open actions of somebody to somebody else; answers how many. */
export async function saveActionsHanded(sql: Sql, teamId: string, from: string, to: string): Promise<number> {
  const saved = await sql`
    update meeting_action set owner_id = ${to}
    where team_id = ${teamId} and owner_id = ${from} and done_on is null returning id`
  return saved.length
}
