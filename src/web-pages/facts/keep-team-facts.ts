import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Contact } from './contact.ts'
import type { TeamPageKeeper } from './page-keeper.ts'
import { noteUpdate } from './review-section.ts'
import type { WebSection } from './section.ts'
import {
  deleteTeamLink,
  deleteTeamLocation,
  saveTeamContact,
  saveTeamLink,
  saveTeamLocation,
  type TeamLink,
  type TeamLocation,
} from './team-facts.sql.ts'

/** Keeps how to reach a team, in the caller's transaction. */
export async function keepTeamContact(sql: Sql, contact: Contact, keeper: TeamPageKeeper): Promise<void> {
  await saveTeamContact(sql, keeper.teamId, contact)
  await changed(sql, 'how to contact', { verb: 'keep contact of team', about: `team:${keeper.teamId}` }, keeper)
}

/** Keeps a link to more, in the caller's transaction. Throws a Refusal (409) where it is another team's; likewise below. */
export async function keepTeamLink(sql: Sql, link: TeamLink, keeper: TeamPageKeeper): Promise<void> {
  const saved = await saveTeamLink(sql, keeper.teamId, link)
  if (saved.length === 0) throw new Refusal('That is on the page of another team.', 409)
  await changed(sql, null, { verb: 'keep link', about: `link:${link.id}` }, keeper)
}

/** Keeps where a team can be visited, in the caller's transaction. */
export async function keepTeamLocation(sql: Sql, location: TeamLocation, keeper: TeamPageKeeper): Promise<void> {
  const saved = await saveTeamLocation(sql, keeper.teamId, location)
  if (saved.length === 0) throw new Refusal('That is on the page of another team.', 409)
  await changed(sql, 'how to contact', { verb: 'keep location', about: `location:${location.id}` }, keeper)
}

/** Takes a link away, in the caller's transaction; what is gone already stays gone. */
export async function removeTeamLink(sql: Sql, id: string, keeper: TeamPageKeeper): Promise<void> {
  const gone = await deleteTeamLink(sql, keeper.teamId, id)
  if (gone.length > 0) await changed(sql, null, { verb: 'remove link', about: `link:${id}` }, keeper)
}

/** Takes a place to visit away, in the caller's transaction; what is gone already stays gone. */
export async function removeTeamLocation(sql: Sql, id: string, keeper: TeamPageKeeper): Promise<void> {
  const gone = await deleteTeamLocation(sql, keeper.teamId, id)
  if (gone.length > 0)
    await changed(sql, 'how to contact', { verb: 'remove location', about: `location:${id}` }, keeper)
}

type Done = { readonly verb: string; readonly about: string }

async function changed(sql: Sql, section: WebSection | null, done: Done, keeper: TeamPageKeeper): Promise<void> {
  await noteUpdate(sql, section, keeper)
  await audit(sql, { at: keeper.at, personId: keeper.personId, ...done })
}
