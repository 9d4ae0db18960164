import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { findLink, noteUse, type Linked } from './members.sql.ts'
import { hashOf } from './invite-member.ts'
import { areLinksOver, type Sitting } from '../sittings/sitting.ts'
import { findSitting } from '../sittings/sittings.sql.ts'

/** What a token leads to: a member's place at a sitting, one that was ended or is too old, or nothing at all. */
export type Opened =
  | { readonly leads: 'to a sitting'; readonly link: Linked; readonly sitting: Sitting }
  | { readonly leads: 'nowhere' | 'ended' | 'nowhere any more' }

/** Whether somebody comes to a link, which is a use of it, or goes on from one of its pages to another. */
export type Coming = 'comes' | 'goes on'

/** Browsers themselves say from where a page is asked for; with one that does not, whoever opens the first page comes anew. */
export function comingOf(visit: Visit): Coming {
  const from = visit.header('sec-fetch-site')
  if (from !== undefined) return from === 'same-origin' ? 'goes on' : 'comes'
  return visit.method === 'GET' && visit.path.endsWith(`/${visit.params['token']}`) ? 'comes' : 'goes on'
}

/** Whose place a token opens. Only a hash is compared, so that no clock tells how near a guess came. */
export async function openLink(sql: Sql, token: string, at: Date, coming: Coming): Promise<Opened> {
  const link = /^[\w-]{43}$/.test(token) ? await findLink(sql, hashOf(token)) : null
  const sitting = link === null ? null : await findSitting(sql, link.sittingId)
  if (link === null || sitting === null) return { leads: 'nowhere' }
  if (areLinksOver(sitting, dayAt(at, link.timeZone))) return { leads: 'nowhere any more' }
  if (link.endedAt !== null) return { leads: 'ended' }
  if (coming === 'goes on' && link.usedAt !== null) return { leads: 'to a sitting', link, sitting }
  await noteUse(sql, link.linkId, at)
  return { leads: 'to a sitting', link: { ...link, usedAt: at, usedBeforeAt: link.usedAt }, sitting }
}
