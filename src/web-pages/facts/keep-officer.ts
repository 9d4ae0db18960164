import { randomUUID } from 'node:crypto'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { photoOf } from '#platform/photo.ts'
import { Refusal } from '#platform/refusal.ts'
import { isReachable } from './contact.ts'
import type { Agreement, Officer, OfficerKept } from './officer.ts'
import {
  deleteOfficer,
  deletePhoto,
  saveAgreement,
  saveOfficer,
  saveOfficerNeighbourhoods,
  savePhoto,
} from './officers-kept.sql.ts'
import type { TeamPageKeeper } from './page-keeper.ts'
import { noteUpdate } from './review-section.ts'

/** In pixels: a page with a whole team on it stays light on a phone. */
const longestSide = 480

/**
 * Keeps an officer for a team's page in the caller's transaction, not yet shown where they are new. Throws a Refusal (422)
 * where a named officer could not be asked, (409) where the officer is another team's or is kept already.
 */
export async function keepOfficer(sql: Sql, officer: Officer, keeper: TeamPageKeeper): Promise<void> {
  if (officer.contactable && !isReachable(officer.contact))
    throw new Refusal('A named officer needs an e-mail address or a telephone number, so that people can ask them.')
  const saved = await orKeptAlready(saveOfficer(sql, keeper.teamId, officer))
  if (!saved) throw new Refusal('That officer is on the page of another team.', 409)
  await saveOfficerNeighbourhoods(sql, keeper.forceId, officer)
  await changed(sql, 'keep officer', officer.id, keeper)
}

/** What somebody says of whether an officer is shown, and whether their role may say it for another. */
export type Said = { readonly agreed: Agreement | null; readonly maySpeakForThem: boolean }

/**
 * Says in the caller's transaction who agreed that an officer is shown, or takes it back (null): then nobody sees them.
 * Throws a Refusal (403) where it is said by neither themselves nor their sergeant.
 */
export async function agreeToShow(sql: Sql, officer: OfficerKept, said: Said, keeper: TeamPageKeeper): Promise<void> {
  const { agreed, maySpeakForThem } = said
  const isOwn = officer.personId !== null && officer.personId === keeper.personId
  const maySay = { 'by themselves': isOwn, 'by their sergeant': maySpeakForThem, no: isOwn || maySpeakForThem }
  if (!maySay[agreed ?? 'no'])
    throw new Refusal('Only they themselves, or their sergeant or inspector, say whether the public may see them.', 403)
  await saveAgreement(sql, officer.id, { agreed, by: keeper.personId, at: keeper.at })
  await changed(sql, agreed === null ? 'no longer show officer' : 'agree to show officer', officer.id, keeper)
}

/** Takes an officer out with their photo, in the caller's transaction. */
export async function removeOfficer(sql: Sql, { id }: OfficerKept, keeper: TeamPageKeeper): Promise<void> {
  await deleteOfficer(sql, keeper.teamId, id)
  await changed(sql, 'remove officer', id, keeper)
}

/**
 * Keeps an officer's photo, drawn anew without what the camera wrote into it, in the caller's transaction. Throws a Refusal
 * where it is no photo that can be read (415), has too many pixels (413), or this machine cannot read photos (503).
 */
export async function keepOfficerPhoto(sql: Sql, { id }: OfficerKept, bytes: Buffer, keeper: TeamPageKeeper) {
  await savePhoto(sql, id, { id: randomUUID(), bytes: await photoOf(bytes, longestSide) })
  await changed(sql, 'keep photo of officer', id, keeper)
}

/** Takes an officer's photo away, in the caller's transaction. */
export async function removeOfficerPhoto(sql: Sql, { id }: OfficerKept, keeper: TeamPageKeeper): Promise<void> {
  await deletePhoto(sql, id)
  await changed(sql, 'remove photo of officer', id, keeper)
}

/** The evidence appended has the pages that were kept of the team forgotten. */
async function changed(sql: Sql, verb: string, id: string, keeper: TeamPageKeeper): Promise<void> {
  await noteUpdate(sql, 'the team', keeper)
  await audit(sql, { at: keeper.at, personId: keeper.personId, verb, about: `officer:${id}` })
}

async function orKeptAlready<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, 'constraint_name') === 'team_officer_person')) throw error
    throw new Refusal('They are on the page already: change what it says of them instead.', 409)
  }
}
