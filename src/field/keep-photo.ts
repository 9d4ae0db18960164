import { isAllowed } from '#people/permissions.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import type { Visitor } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { insertPhoto, teamOfEngagement } from './field.sql.ts'
import { stripMetadata } from '#platform/strip-metadata.ts'

type Taken = {
  readonly id: string
  readonly engagementId: string
  readonly bytes: Buffer
  readonly consent: boolean
  readonly person: Visitor
  readonly now: Date
}

/**
 * Keeps a photo of an engagement without its metadata; sent again it is kept once. Throws a Refusal where nobody asked those
 * on it (422), where it is no JPEG (415), or where the engagement is none of the person's (404).
 */
export async function keepPhoto(db: Database, { id, engagementId, bytes, consent, person, now }: Taken): Promise<void> {
  const engagement = await teamOfEngagement(db, engagementId)
  if (!engagement || !reaches(person, engagement.teamId))
    throw new Refusal('There is no such engagement of yours to keep a photo of.', 404)
  if (!consent) throw new Refusal('Keep a photo only where everybody on it agreed, and tick that they did.')
  const clean = stripMetadata(bytes)
  if (clean === null) throw new Refusal('That is not a photo that can be kept: take it again as a JPEG.', 415)
  const photo = { id, engagementId, bytes: clean, takenOn: engagement.heldOn, by: person.id, at: now }
  await transaction(db, async (sql) => {
    if (await insertPhoto(sql, photo))
      await audit(sql, { at: now, personId: person.id, verb: 'keep photo', about: `engagement/${engagementId}` })
  })
}

/** Whether somebody works for a team, so that its photos are theirs to keep and to see. */
export function reaches(person: Visitor, teamId: string): boolean {
  const [force = '', team = ''] = teamId.split('/')
  return isAllowed(person, 'record engagements', { force, team })
}
