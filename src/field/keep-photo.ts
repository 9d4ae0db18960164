import { isAllowed } from '#people/permissions.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { photoOf } from '#platform/photo.ts'
import { insertPhoto, isPhotoKept, teamOfEngagement } from './field.sql.ts'

type Taken = {
  readonly id: string
  readonly engagementId: string
  readonly bytes: Buffer
  readonly consent: boolean
  readonly person: Visitor
  readonly now: Date
}

/**
 * Keeps a photo of an engagement, drawn anew without its metadata; sent again it is kept once. Throws a Refusal where nobody
 * asked those on it (422), where it cannot be read (415, 413, or 503 on this machine just now: the phone sends it again), or
 * where the engagement is none of the person's (404).
 */
export async function keepPhoto(db: Database, { id, engagementId, bytes, consent, person, now }: Taken): Promise<void> {
  const engagement = await teamOfEngagement(db, engagementId)
  if (!engagement || !reaches(person, engagement.teamId))
    throw new Refusal('There is no such engagement of yours to keep a photo of.', 404)
  if (!consent) throw new Refusal('Keep a photo only where everybody on it agreed, and tick that they did.')
  if (await isPhotoKept(db, id)) return
  const drawn = await photoOf(bytes, longestSide)
  const photo = { id, engagementId, bytes: drawn, takenOn: engagement.heldOn, by: person.id, at: now }
  await transaction(db, async (sql) => {
    if (await insertPhoto(sql, photo))
      await audit(sql, { at: now, personId: person.id, verb: 'keep photo', about: `engagement/${engagementId}` })
  })
}

/** In pixels: enough to print, and what the phone itself sends. */
const longestSide = 1600

/** Whether somebody works for a team, so that its photos are theirs to keep and to see. */
export function reaches(person: Visitor, teamId: string): boolean {
  const [force = '', team = ''] = teamId.split('/')
  return isAllowed(person, 'record engagements', { force, team })
}
