import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Concern } from './concern.ts'

/** Which concerns are looked for; an empty text looks for all. */
export type ConcernsAsked = {
  readonly teamId: string
  readonly neighbourhoodId: string
  readonly words: string
  /** Those nobody has decided on, or all. */
  readonly which: 'waiting' | 'all'
  /** Whether what people of the network said is among them: not everybody at a desk may read it. */
  readonly ofNetwork: boolean
}

/** Concerns of every source in one shape; what was decided of stays, though its words were taken back later. The tables of other slices are only read. */
const everyConcern = (sql: Sql, teamId: string) => sql`
  select 'event' as source, c.id, c.team_id, c.words, c.heard_on as raised_on, coalesce(e.place, '') as place,
    c.neighbourhood_id, e.title, c.engagement_id as from_id, null as subject_id, null::date as answered_on,
    c.place_in_order as in_order
  from concern_heard c left join engagement e on e.id = c.engagement_id
  where c.team_id = ${teamId} and e.withdrawn_at is null
  union all
  select 'contact', c.id, c.team_id, c.heard, c.made_on, '', null, s.label, r.id, r.subject_id, c.answered_on, 0
  from contact c join relationship r on r.id = c.relationship_id join subject s on s.id = r.subject_id
  where c.team_id = ${teamId} and c.heard <> '' and c.erased_at is null
  union all
  select 'form', c.id, c.team_id, c.words, c.sent_on, c.place, c.neighbourhood_id, null, null, null, null, 0
  from concern_sent c where c.team_id = ${teamId}
  union all
  select 'feedback', f.id, f.team_id, nullif(f.words, ''), (f.received_at at time zone o.time_zone)::date, p.place, null, p.title, p.id,
    null, null, 0
  from feedback f join planned_engagement p on p.id = f.planned_engagement_id join team t on t.id = f.team_id
    join force o on o.id = t.force_id
  where f.team_id = ${teamId} and (f.words <> '' or f.id in (select concern_id from concern_triaged))
  union all
  select 'opinion', i.id, i.team_id, nullif(i.words, ''), (i.received_at at time zone o.time_zone)::date, '', p.neighbourhood_id,
    coalesce(p.title, i.part), i.priority_id, null, null, 0
  from opinion i left join priority p on p.id = i.priority_id join team t on t.id = i.team_id join force o on o.id = t.force_id
  where i.team_id = ${teamId} and (i.words <> '' or i.id in (select concern_id from concern_triaged))
  union all
  select 'reply', w.id, s.team_id, w.words, w.received_on, '', null, null, null, null, null, 0
  from councillor_survey_words w join councillor_survey s on s.id = w.survey_id where s.team_id = ${teamId}`

const decided = (sql: Sql, teamId: string) => sql`
  from (${everyConcern(sql, teamId)}) c join team t on t.id = c.team_id
  left join neighbourhood n on n.force_id = t.force_id and n.id = c.neighbourhood_id
  left join concern_triaged d on d.concern_id = c.id
  left join priority p on p.id = d.priority_id
  left join concern_address a on a.concern_id = c.id and a.told_at is null`

const columns = (sql: Sql) => sql`
  select c.id, c.source, c.team_id as "teamId", c.words, c.raised_on as "raisedOn", c.place,
    c.neighbourhood_id as "neighbourhoodId", n.name as neighbourhood, c.title, c.from_id as "fromId",
    c.subject_id as "subjectId", a.concern_id is not null as "waitsForMail",
    coalesce(d.decision, case when c.answered_on is not null then 'answered' end) as decision,
    coalesce(d.triaged_on, c.answered_on) as "decidedOn", d.words as "decidedWords", d.priority_id as "priorityId",
    p.title as "priorityTitle"`

const asked = (sql: Sql, { teamId, neighbourhoodId, words, which, ofNetwork }: ConcernsAsked) => sql`
  ${decided(sql, teamId)}
  where (${ofNetwork} or c.source <> 'contact')
    and (${which} = 'all' or (d.concern_id is null and c.answered_on is null and c.words is not null))
    and (${neighbourhoodId} = '' or c.neighbourhood_id = ${neighbourhoodId})
    and (${words} = '' or strpos(lower(c.words), lower(${words})) > 0)`

/** What a team heard, newest first; those of withdrawn engagements are left out. */
export const concernsFound = (sql: Sql, looked: ConcernsAsked, { most, skip }: { most: number; skip: number }) => sql<
  Concern[]
>`
  ${columns(sql)} ${asked(sql, looked)}
  order by c.raised_on desc, c.in_order desc, c.id limit ${most} offset ${skip}`

/** How many concerns there are of those looked for. */
export async function concernsCounted(sql: Sql, looked: ConcernsAsked): Promise<number> {
  const [row] = await sql<[{ count: number }]>`select count(*)::int as count ${asked(sql, looked)}`
  return row.count
}

/** One concern of a team, or null. */
export async function findConcern(sql: Sql, teamId: string, id: string): Promise<Concern | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Concern[]>`${columns(sql)} ${decided(sql, teamId)} where c.id = ${id}`
  return found ?? null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The concerns that led to a priority, the oldest first. */
export const concernsOfPriority = (sql: Sql, teamId: string, priorityId: string) => sql<
  (Concern & { readonly answeredOn: Day | null })[]
>`
  ${columns(sql)}, c.answered_on as "answeredOn" ${decided(sql, teamId)}
  where d.priority_id = ${priorityId} order by c.raised_on, c.in_order, c.id`

/** How many wait since a day or longer, and since when the oldest does; contacts count for those who keep in touch alone. */
export async function waitingSince(
  sql: Sql,
  { teamId, before, ofNetwork }: { teamId: string; before: string; ofNetwork: boolean },
) {
  const [row] = await sql<[{ count: number; oldest: Day | null }]>`
    select count(*)::int as count, min(c.raised_on) as oldest ${decided(sql, teamId)}
    where d.concern_id is null and c.answered_on is null and c.words is not null and c.raised_on < ${before}
      and (${ofNetwork} or c.source <> 'contact')`
  return row
}

type Triaged = {
  readonly id: string
  readonly source: string
  readonly teamId: string
  readonly decision: string
  readonly priorityId: string | null
  readonly words: string
  readonly on: Day
}

/** Keeps what was decided of a concern; false where somebody decided before. */
export async function saveTriage(
  sql: Sql,
  { id, source, teamId, decision, priorityId, words, on }: Triaged,
  { at, personId }: { readonly at: Date; readonly personId: string | null },
): Promise<boolean> {
  const saved = await sql`
    insert into concern_triaged (concern_id, source, team_id, decision, priority_id, words, triaged_on, triaged_at, triaged_by)
    values (${id}, ${source}, ${teamId}, ${decision}, ${priorityId}, ${words}, ${on}, ${at}, ${personId})
    on conflict (concern_id) do nothing returning concern_id`
  return saved.length > 0
}

/** The concerns of a priority that is not set wait again for somebody to decide. */
export const releaseConcerns = (sql: Sql, priorityId: string) => sql`
  delete from concern_triaged where priority_id = ${priorityId}`
