import type { Sql } from '#platform/database/database.ts'
import { isUuid } from '../is-uuid.ts'

/** A learning point that nobody has passed on to other teams yet. */
export type LearningToShare = {
  readonly id: string
  readonly teamId: string
  readonly engagementId: string
  readonly words: string
  readonly title: string
}

const toShare = (sql: Sql, forceId: string) => sql`
  select l.id, l.team_id as "teamId", l.engagement_id as "engagementId", l.words, e.title
  from learning_point l join engagement e on e.id = l.engagement_id join team t on t.id = l.team_id
  where t.force_id = ${forceId} and not l.shared and l.words is not null and e.withdrawn_at is null`

/** What the teams of a force learned and have not shared, newest first, at most 50 (D10.3). */
export const learningToShare = (sql: Sql, forceId: string) => sql<LearningToShare[]>`
  ${toShare(sql, forceId)} order by l.recorded_at desc, l.place_in_order desc limit 50`

/** One of them, or null. */
export async function findLearningToShare(sql: Sql, forceId: string, id: string): Promise<LearningToShare | null> {
  if (!isUuid(id)) return null
  const [found] = await sql<LearningToShare[]>`${toShare(sql, forceId)} and l.id = ${id}`
  return found ?? null
}

/** Notes that a learning point was shared; false where that was noted before. */
export async function saveShared(sql: Sql, id: string): Promise<boolean> {
  const saved = await sql`update learning_point set shared = true where id = ${id} and not shared returning id`
  return saved.length > 0
}
