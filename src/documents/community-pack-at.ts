import { communityPackOf } from '#community-panels/pack/community-pack.ts'
import { comingOf, openLink } from '#community-panels/members/open-link.ts'
import { contractBefore } from '#community-panels/sittings/sitting-at.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { Refusal } from '#platform/refusal.ts'
import { communityPackDocument } from './community-pack-document.ts'
import type { Made } from './give-drawn.ts'

/**
 * The pack of one contract for a member of a community panel, by their own link. Throws a Refusal (404) where the
 * link leads nowhere or was ended, or the sitting judges no contract of that team.
 */
export async function communityPackMade(visit: Visit): Promise<Made> {
  const { db, params, now, language } = visit
  const opened = await transaction(db, (sql) => openLink(sql, params['token'] ?? '', now, comingOf(visit)))
  if (opened.leads !== 'to a sitting')
    throw new Refusal('This link leads nowhere, or was ended: ask whoever invited you for another.', 404)
  const { sitting, link } = opened
  const { timeZone } = link
  const line = await contractBefore(db, sitting.id, params['slug'] ?? '')
  const say = sayIn(language)
  const pack = await communityPackOf(db, sitting, line, { now, timeZone, say })
  const document = communityPackDocument(pack, dayAt(now, timeZone), say)
  return { document, name: `${line.slug}-community-pack-${sitting.year}` }
}
