import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { appointToPost, endPost } from '../appoint-to-post.ts'
import type { Keeper } from '../keeper.ts'
import type { Organisation } from '../organisation.ts'
import { postsOf } from '../posts.sql.ts'
import { deputyWard, type MembersCounted } from './scheme.ts'
import { saveMembersCounted } from './schemes.sql.ts'

/** Who coordinates a scheme from a day on, or stands in for whoever does; null leaves the post vacant. */
export type Coordinating = {
  readonly id: string
  readonly scheme: Organisation
  readonly deputy: boolean
  readonly keyIndividualId: string | null
  readonly since: Day
}

/** Keeps a count of a scheme's members in the caller's transaction. */
export async function countMembers(sql: Sql, counted: MembersCounted, { at, personId }: Keeper): Promise<void> {
  await saveMembersCounted(sql, counted)
  const about = `organisation/${counted.organisationId}`
  await audit(sql, { at, personId, verb: 'count members', about, detail: { members: counted.members } })
}

/**
 * Fills the post of a scheme's coordinator or deputy, or leaves it vacant, in the caller's transaction; the posts' own verbs
 * append whether the scheme has its contact (R20).
 */
export async function nameCoordinator(sql: Sql, told: Coordinating, keeper: Keeper): Promise<void> {
  const { id, scheme: organisation, deputy, keyIndividualId, since } = told
  const ward = deputy ? deputyWard : ''
  if (keyIndividualId !== null) {
    const appointment = {
      id,
      organisation,
      role: 'scheme coordinator',
      ward,
      keyIndividualId,
      party: null,
      since,
    } as const
    await appointToPost(sql, appointment, keeper)
    return
  }
  const posts = await postsOf(sql, [organisation.id], since)
  const held = posts.find((post) => post.role === 'scheme coordinator' && post.ward === ward && post.heldId !== null)
  if (held?.heldId)
    await endPost(sql, { id: held.heldId, postId: held.id, until: lastDayBefore(since, held.since) }, keeper)
}

/** Whoever left on the day they came held the post for that day. */
const lastDayBefore = (since: Day, began: string | null): Day => {
  const before = addDays(since, -1)
  return began !== null && before < began ? since : before
}
