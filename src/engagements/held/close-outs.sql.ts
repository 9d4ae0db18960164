import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Engagement } from '../engagement.ts'
import { isUuid } from '../is-uuid.ts'
import type { CloseOut } from './close-out.ts'

/** Where and when it was heard, for rows that outlive the page of the engagement. */
export type HeardAt = Pick<Engagement, 'id' | 'teamId' | 'heldOn' | 'neighbourhoodId'>
export type By = { readonly at: Date; readonly personId: string | null }

/** Keeps concerns and answers the ids of those that are new: a form sent twice tells of one concern. */
export const saveConcerns = (sql: Sql, heard: HeardAt, concerns: CloseOut['concerns'], { at, personId }: By) => sql<
  { id: string }[]
>`
  insert into concern_heard (id, team_id, engagement_id, words, neighbourhood_id, heard_on, recorded_at, recorded_by)
  select c.id, ${heard.teamId}, ${heard.id}, c.words, ${heard.neighbourhoodId}, ${heard.heldOn}, ${at}, ${personId}
  from jsonb_to_recordset(${sql.json([...concerns])}) as c (id uuid, words text)
  on conflict (id) do nothing returning id`

/** Keeps promises and answers the ids of those that are new. */
export const savePromises = (sql: Sql, heard: HeardAt, promises: CloseOut['promises'], { at, personId }: By) => sql<
  { id: string }[]
>`
  insert into promise_made (id, team_id, engagement_id, words, to_whom, due_on, recorded_at, recorded_by)
  select p.id, ${heard.teamId}, ${heard.id}, p.words, p."toWhom", p."dueOn", ${at}, ${personId}
  from jsonb_to_recordset(${sql.json([...promises])}) as p (id uuid, words text, "toWhom" text, "dueOn" date)
  on conflict (id) do nothing returning id`

/** Keeps learning points and answers those that are new. */
export const saveLearning = (sql: Sql, heard: HeardAt, learning: CloseOut['learning'], { at, personId }: By) => sql<
  { id: string; shared: boolean }[]
>`
  insert into learning_point (id, team_id, engagement_id, words, shared, recorded_at, recorded_by)
  select l.id, ${heard.teamId}, ${heard.id}, l.words, l.shared, ${at}, ${personId}
  from jsonb_to_recordset(${sql.json([...learning])}) as l (id uuid, words text, shared boolean)
  on conflict (id) do nothing returning id, shared`

/** A promise as a page or a list shows it; words are null once they were erased. */
export type PromiseLine = {
  readonly id: string
  readonly engagementId: string | null
  readonly words: string | null
  readonly toWhom: string | null
  readonly dueOn: Day
  readonly keptOn: Day | null
  readonly keptHow: string | null
}

/** What is known of an engagement beyond what was first recorded of it. */
export type ClosedOut = {
  readonly withdrawn: { readonly reason: string; readonly at: Date } | null
  readonly corrections: readonly {
    readonly at: Date
    readonly reason: string
    readonly reached: number | null
    readonly spokeWith: number | null
    readonly raisedAConcern: number | null
  }[]
  readonly concerns: readonly { readonly id: string; readonly words: string | null }[]
  readonly promises: readonly PromiseLine[]
  readonly learning: readonly { readonly id: string; readonly words: string | null; readonly shared: boolean }[]
  readonly hotspot: { readonly id: string; readonly place: string } | null
}

const promiseColumns = (sql: Sql) => sql`
  id, engagement_id as "engagementId", words, to_whom as "toWhom", due_on as "dueOn", kept_on as "keptOn", kept_how as "keptHow"`

/** All that closed an engagement of this id, each list in the order in which it was noted. */
export async function closedOut(sql: Sql, engagementId: string): Promise<ClosedOut> {
  const [[row], corrections, concerns, promises, learning, [hotspot]] = await Promise.all([
    sql<{ at: Date | null; reason: string | null }[]>`
      select withdrawn_at as at, withdrawn_reason as reason from engagement where id = ${engagementId}`,
    sql<ClosedOut['corrections'][number][]>`
      select corrected_at as at, reason, reached, spoke_with as "spokeWith", raised_a_concern as "raisedAConcern"
      from engagement_correction where engagement_id = ${engagementId} order by id`,
    sql<ClosedOut['concerns'][number][]>`
      select id, words from concern_heard where engagement_id = ${engagementId} order by place_in_order`,
    sql<PromiseLine[]>`
      select ${promiseColumns(sql)} from promise_made where engagement_id = ${engagementId} order by due_on, id`,
    sql<ClosedOut['learning'][number][]>`
      select id, words, shared from learning_point where engagement_id = ${engagementId} order by place_in_order`,
    sql<{ id: string; place: string }[]>`
      select id, place from hotspot where answered_by = ${engagementId} order by identified_on, id`,
  ])
  const { at = null, reason = null } = row ?? {}
  const withdrawn = at === null || reason === null ? null : { at, reason }
  return { withdrawn, corrections, concerns, promises, learning, hotspot: hotspot ?? null }
}

/** A team's promise, or null. */
export async function findPromise(sql: Sql, teamId: string, id: string): Promise<PromiseLine | null> {
  if (!isUuid(id)) return null
  const [row] = await sql<PromiseLine[]>`
    select ${promiseColumns(sql)} from promise_made where id = ${id} and team_id = ${teamId}`
  return row ?? null
}

/** A team's promises not kept yet that fall due by a day, the oldest first; those of withdrawn engagements are left out. */
export const promisesDue = (sql: Sql, teamId: string, by: Day) => sql<PromiseLine[]>`
  select ${promiseColumns(sql)} from promise_made p
  where team_id = ${teamId} and kept_on is null and due_on <= ${by}
    and not exists (select 1 from engagement e where e.id = p.engagement_id and e.withdrawn_at is not null)
  order by due_on, id limit 100`

/** Marks a promise kept; false where somebody did so before. */
export async function savePromiseKept(
  sql: Sql,
  id: string,
  kept: { readonly on: Day; readonly how: string },
  by: string | null,
): Promise<boolean> {
  const saved = await sql`
    update promise_made set kept_on = ${kept.on}, kept_how = ${kept.how === '' ? null : kept.how}, kept_by = ${by}
    where id = ${id} and kept_on is null returning id`
  return saved.length > 0
}
