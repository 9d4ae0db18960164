import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Outcome, PriorityState, Step } from '#priorities/priority.ts'

type By = { readonly at: Date; readonly personId: string | null }

type Proposed = {
  readonly id: string
  readonly teamId: string
  readonly title: string
  readonly said: string
  readonly neighbourhoodId: string | null
}

/** Keeps a priority that somebody proposes; false where the form was sent before. */
export async function savePriority(sql: Sql, proposed: Proposed, { at, personId }: By): Promise<boolean> {
  const { id, teamId, title, said, neighbourhoodId } = proposed
  const saved = await sql`
    insert into priority (id, about, team_id, title, said, neighbourhood_id, state, made_at, made_by)
    values (${id}, ${`priority/${id}`}, ${teamId}, ${title}, ${said}, ${neighbourhoodId}, 'triaged', ${at}, ${personId})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** The columns that a step may change; what is left out stays. */
export type PriorityChanges = Readonly<Record<string, string | null>>

/** Changes a priority; each change is counted. */
export const changePriority = (sql: Sql, id: string, changes: PriorityChanges) => sql`
  update priority set ${sql(changes)}, revision = revision + 1 where id = ${id}`

export type StepTaken = {
  readonly step: Step
  readonly state: PriorityState
  readonly takenOn: Day
  readonly words: string
  readonly by: string | null
}

/** Keeps that a step was taken. */
export const saveStep = (
  sql: Sql,
  priorityId: string,
  { step, state, takenOn, words }: Omit<StepTaken, 'by'>,
  { at, personId }: By,
) => sql`
  insert into priority_step (priority_id, step, state, taken_on, words, taken_at, taken_by)
  values (${priorityId}, ${step}, ${state}, ${takenOn}, ${words}, ${at}, ${personId})`

/** Every step of a priority, the first first. */
export const stepsOf = (sql: Sql, priorityId: string) => sql<StepTaken[]>`
  select s.step, s.state, s.taken_on as "takenOn", s.words, p.name as by
  from priority_step s left join person p on p.id = s.taken_by where s.priority_id = ${priorityId} order by s.id`

/** Something to be done for a priority, and by whom. */
export type ActionLine = {
  readonly id: string
  readonly what: string
  readonly who: string
  readonly dueOn: Day
  readonly shown: boolean
  readonly doneOn: Day | null
}

/** What is to be done and was done for a priority, in order of when it is due. */
export const actionsOf = (sql: Sql, priorityId: string) => sql<ActionLine[]>`
  select a.id, a.what, coalesce(p.name, o.name) as who, a.due_on as "dueOn", a.shown, a.done_on as "doneOn"
  from priority_action a left join person p on p.id = a.person_id left join organisation o on o.id = a.organisation_id
  where a.priority_id = ${priorityId} order by a.due_on, a.added_at, a.id`

export type Action = {
  readonly id: string
  readonly priorityId: string
  readonly what: string
  readonly personId: string | null
  readonly organisationId: string | null
  readonly dueOn: Day
  readonly shown: boolean
}

/** Keeps an action; false where the form was sent before. */
export async function saveAction(sql: Sql, action: Action, { at, personId }: By): Promise<boolean> {
  const { id, priorityId, what, organisationId, dueOn, shown } = action
  const saved = await sql`
    insert into priority_action (id, priority_id, what, person_id, organisation_id, due_on, shown, added_at, added_by)
    values (${id}, ${priorityId}, ${what}, ${action.personId}, ${organisationId}, ${dueOn}, ${shown}, ${at}, ${personId})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

/** Notes that an action is done and answers whether the public page tells of it; null where it was done before. */
export async function saveActionDone(sql: Sql, priorityId: string, id: string, on: Day): Promise<boolean | null> {
  const [done] = await sql<{ shown: boolean }[]>`
    update priority_action set done_on = ${on} where id = ${id} and priority_id = ${priorityId} and done_on is null
    returning shown`
  return done?.shown ?? null
}

/** A partner who works on a priority, and when they were last told of it. */
export type PartnerLine = {
  readonly id: string
  readonly name: string
  readonly subjectId: string | null
  readonly informedOn: Day | null
}

export const partnersOf = (sql: Sql, priorityId: string) => sql<PartnerLine[]>`
  select o.id, o.name, o.subject_id as "subjectId", r.informed_on as "informedOn"
  from priority_partner r join organisation o on o.id = r.organisation_id
  where r.priority_id = ${priorityId} order by o.name, o.id`

/** Makes these the partners of a priority, and no others. */
export async function savePartners(sql: Sql, priorityId: string, organisationIds: readonly string[]): Promise<void> {
  const ids = [...organisationIds]
  await sql`delete from priority_partner where priority_id = ${priorityId} and organisation_id <> all(${ids}::uuid[])`
  await sql`
    insert into priority_partner (priority_id, organisation_id)
    select ${priorityId}, id from unnest(${ids}::uuid[]) as id on conflict do nothing`
}

export const saveInformed = (sql: Sql, priorityId: string, on: Day) => sql`
  update priority_partner set informed_on = ${on} where priority_id = ${priorityId}`

/** What the public was told: an update, or with an outcome the report at the end. */
export type UpdateLine = {
  readonly id: string
  readonly postedOn: Day
  readonly postedAt: Date
  readonly words: string
  readonly outcome: Outcome | null
  readonly rewordedAt: Date | null
}

/** What the public was told of a priority, the newest first. */
export const updatesOf = (sql: Sql, priorityId: string) => sql<UpdateLine[]>`
  select id, posted_on as "postedOn", posted_at as "postedAt", words, outcome, reworded_at as "rewordedAt" from priority_update
  where priority_id = ${priorityId} order by posted_on desc, posted_at desc, outcome is null, id`

type Update = Omit<UpdateLine, 'postedAt' | 'rewordedAt'> & { readonly priorityId: string }

/** Keeps an update; false where the form was sent before. */
export async function saveUpdate(sql: Sql, update: Update, { at, personId }: By): Promise<boolean> {
  const { id, priorityId, postedOn, words, outcome } = update
  const saved = await sql`
    insert into priority_update (id, priority_id, posted_on, words, outcome, posted_at, posted_by)
    values (${id}, ${priorityId}, ${postedOn}, ${words}, ${outcome}, ${at}, ${personId})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}
