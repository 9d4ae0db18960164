import type { Force } from '#areas/area.ts'
import { append } from '#ledger/append.ts'
import type { kinds } from '#measures/kinds.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { mostPoints } from './points.ts'

/** What feedback is about, as measures tell it apart. */
export type Topic = (typeof kinds)['feedback received']['facets']['topic'][number]

type Stated = {
  readonly force: Force
  readonly teamId: string
  readonly at: Date
  readonly topic: Topic
  /** What the ledger calls it. */
  readonly about: string
  /** The record that was kept: `feedback/…`, `opinion/…`. */
  readonly source: string
  /** The points of each question. */
  readonly scores: readonly number[]
}

/** States feedback as evidence in the caller's transaction: the points of all questions together, never words or who gave it. */
export async function stateFeedback(sql: Sql, stated: Stated): Promise<void> {
  const { force, teamId, at, topic, about, source, scores } = stated
  const score = scores.reduce((sum, one) => sum + one, 0)
  await append(sql, { forceId: force.id, teamId, timeZone: force.timeZone, at, by: null }, [
    {
      kind: 'feedback received',
      happenedOn: dayAt(at, force.timeZone),
      quantities: { score, 'out of': scores.length * mostPoints },
      facets: { to: 'Force', topic },
      about,
      source,
    },
  ])
  await audit(sql, { at, personId: null, verb: 'give feedback', about: source })
}
