import type { Sql } from '#platform/database/database.ts'
import type { Change } from './changes.ts'

/** Two records that became one, and what changed by it; nothing once somebody in it was erased or it is too late to undo. */
export type Merge = {
  readonly id: string
  readonly teamId: string
  readonly what: 'individual' | 'organisation'
  readonly kept: string
  readonly merged: string
  readonly moved: readonly Change[] | null
  readonly at: Date
  readonly undoneAt: Date | null
}

const columns = (sql: Sql) => sql`
  m.id, m.team_id as "teamId", m.what, m.kept, m.merged, m.moved, m.at, m.undone_at as "undoneAt"`

export const saveMerge = (sql: Sql, merge: Omit<Merge, 'undoneAt'>, by: string) => sql`
  insert into merge (id, team_id, what, kept, merged, moved, at, by)
  values (${merge.id}, ${merge.teamId}, ${merge.what}, ${merge.kept}, ${merge.merged},
    ${sql.json(JSON.parse(JSON.stringify(merge.moved)))}, ${merge.at}, ${by})`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One merge of a team, held until the end of the transaction where it is to be undone; or null. */
export async function findMerge(sql: Sql, teamId: string, id: string, { hold = false } = {}): Promise<Merge | null> {
  if (!uuid.test(id)) return null
  const [found] = await sql<Merge[]>`
    select ${columns(sql)} from merge m where id = ${id} and team_id = ${teamId} ${hold ? sql`for update` : sql``}`
  return found ?? null
}

/** Whether a later merge builds on one: it would have to be undone first. */
export async function laterMerge(sql: Sql, { id, kept, merged, at }: Merge): Promise<boolean> {
  const [later] = await sql`
    select id from merge where undone_at is null and id <> ${id} and at >= ${at}
      and (kept in (${kept}, ${merged}) or merged in (${kept}, ${merged})) limit 1`
  return later !== undefined
}

export const saveUndone = (sql: Sql, id: string, { at, by }: { readonly at: Date; readonly by: string }) => sql`
  update merge set undone_at = ${at}, undone_by = ${by} where id = ${id}`

/** Forgets what changed by merges before an instant, and by those that were undone; answers how many. */
export async function forgetMoved(sql: Sql, before: Date): Promise<number> {
  const forgotten = await sql`
    update merge set moved = null where moved is not null and (undone_at is not null or at < ${before}) returning id`
  return forgotten.length
}

/** A merge as a list shows it. */
export type MergeLine = { readonly id: string; readonly name: string; readonly what: Merge['what']; readonly at: Date }

/** What a team merged since an instant and may undo still, newest first. */
export const mergesSince = (sql: Sql, teamId: string, since: Date) => sql<MergeLine[]>`
  select m.id, coalesce(nullif(k.name, ''), o.name, '') as name, m.what, m.at
  from merge m left join key_individual k on k.id = m.kept left join organisation o on o.id = m.kept
  where m.team_id = ${teamId} and m.undone_at is null and m.moved is not null and m.at >= ${since}
  order by m.at desc, m.id limit 50`
