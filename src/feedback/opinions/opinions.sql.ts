import type { Sql } from '#platform/database/database.ts'
import type { Means, Of, Opinion, PartOfPage } from './opinion.ts'

/** Keeps an opinion; false where the same form was sent before. */
export async function saveOpinion(sql: Sql, { id, teamId, of, first, second, words }: Opinion, at: Date) {
  const { part, priorityId } = columnsOf(of)
  const saved = await sql`
    insert into opinion (id, team_id, part, priority_id, first, second, words, received_at)
    values (${id}, ${teamId}, ${part}, ${priorityId}, ${first}, ${second}, ${words}, ${at})
    on conflict (id) do nothing returning id`
  return saved.length > 0
}

const columnsOf = (of: Of) => ({
  part: of.topic === 'web page' ? of.part : null,
  priorityId: of.topic === 'priorities' ? of.priorityId : null,
})

/** One opinion as the desk reads it. */
export type OpinionReceived = Pick<Opinion, 'id' | 'first' | 'second' | 'words'> & { readonly receivedAt: Date }

/** What people think of one thing, newest first, at most 500. */
export function opinionsOf(sql: Sql, teamId: string, of: Of) {
  const { part, priorityId } = columnsOf(of)
  return sql<OpinionReceived[]>`
    select id, first, second, words, received_at as "receivedAt" from opinion
    where team_id = ${teamId} and (part = ${part} or priority_id = ${priorityId})
    order by received_at desc, id limit 500`
}

const means = (sql: Sql) =>
  sql`count(*)::int as answers, round(avg(first), 1)::float8 as first, round(avg(second), 1)::float8 as second`

/** What all think of one thing together. */
export async function meansOf(sql: Sql, teamId: string, of: Of): Promise<Means> {
  const { part, priorityId } = columnsOf(of)
  const [row] = await sql<[Means]>`
    select ${means(sql)} from opinion where team_id = ${teamId} and (part = ${part} or priority_id = ${priorityId})`
  return row
}

/** The same of all parts of a team's page together, and of all its priorities. */
export async function meansByTopic(sql: Sql, teamId: string): Promise<{ page: Means; priorities: Means }> {
  const rows = await sql<(Means & { isOfPage: boolean })[]>`
    select part is not null as "isOfPage", ${means(sql)} from opinion where team_id = ${teamId} group by 1`
  const nobody: Means = { answers: 0, first: null, second: null }
  return {
    page: rows.find(({ isOfPage }) => isOfPage) ?? nobody,
    priorities: rows.find(({ isOfPage }) => !isOfPage) ?? nobody,
  }
}

/** The parts of a team's page of which anybody thought anything. */
export const thoughtOfParts = (sql: Sql, teamId: string) => sql<(Means & { part: PartOfPage['slug'] })[]>`
  select part, ${means(sql)} from opinion where team_id = ${teamId} and part is not null group by part order by part`

/** A priority with what people think of it together. */
export type PriorityThoughtOf = Means & { readonly id: string; readonly title: string }

/** The priorities of a team of which anybody thought anything, the last answered first. */
export const thoughtOfPriorities = (sql: Sql, teamId: string) => sql<PriorityThoughtOf[]>`
  select p.id, p.title, o.answers, o.first, o.second
  from (
    select priority_id, ${means(sql)}, max(received_at) as last
    from opinion where team_id = ${teamId} and priority_id is not null group by priority_id
  ) o join priority p on p.id = o.priority_id
  order by o.last desc, p.id limit 200`

/** Takes back the words of an opinion and keeps its points; answers what it was of, or null where there is none. */
export async function eraseWords(sql: Sql, teamId: string, id: string): Promise<Of | null> {
  const [row] = await sql<{ part: PartOfPage['slug'] | null; priorityId: string | null }[]>`
    update opinion set words = '' where id = ${id} and team_id = ${teamId}
    returning part, priority_id as "priorityId"`
  if (row === undefined) return null
  const { part, priorityId } = row
  if (part !== null) return { topic: 'web page', part }
  return priorityId === null ? null : { topic: 'priorities', priorityId }
}
