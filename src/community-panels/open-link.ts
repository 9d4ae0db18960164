import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { findLink, noteUse, type Linked } from './members.sql.ts'
import { hashOf } from './invite-member.ts'
import { linksEndOn, type Sitting } from './sitting.ts'
import { findSitting } from './sittings.sql.ts'

/** What a token leads to: a member's place at a sitting, one that was ended or is too old, or nothing at all. */
export type Opened =
  | { readonly leads: 'to a sitting'; readonly link: Linked; readonly sitting: Sitting }
  | { readonly leads: 'nowhere' | 'ended' | 'nowhere any more' }

/** Uses so near to each other are one. */
const oneUse = 60 * 60_000

/** Whose place a token opens. Only a hash is compared, so that no clock tells how near a guess came. */
export async function openLink(sql: Sql, token: string, at: Date): Promise<Opened> {
  const link = /^[\w-]{43}$/.test(token) ? await findLink(sql, hashOf(token)) : null
  const sitting = link === null ? null : await findSitting(sql, link.sittingId)
  if (link === null || sitting === null) return { leads: 'nowhere' }
  if (link.endedAt !== null) return { leads: 'ended' }
  if (dayAt(at, link.timeZone) > linksEndOn(sitting)) return { leads: 'nowhere any more' }
  if (link.usedAt !== null && at.getTime() - link.usedAt.getTime() < oneUse)
    return { leads: 'to a sitting', link, sitting }
  await noteUse(sql, link.linkId, at)
  return { leads: 'to a sitting', link: { ...link, usedAt: at, usedBeforeAt: link.usedAt }, sitting }
}
