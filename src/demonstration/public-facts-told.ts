import type { Sql } from '#platform/database/database.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { saveEngagementMethod, saveForceFacts, saveSeniorOfficer } from '#web-pages/facts/force-facts.sql.ts'
import type { Officer } from '#web-pages/facts/officer.ts'
import { saveAgreement, saveOfficer, saveOfficerNeighbourhoods } from '#web-pages/facts/officers-kept.sql.ts'
import { saveTeamContact, saveTeamLink, saveTeamLocation } from '#web-pages/facts/team-facts.sql.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { chiefOfficers, engagementMethods, teamsTold, type OfficerTold } from './public-facts.ts'

/**
 * Puts who and where the demonstration's teams are in front of the public. It leaves no evidence: the stories already tell
 * when each section of a page was changed and looked at.
 */
export async function tellPublicFacts(
  sql: Sql,
  { now, today }: { readonly now: Date; readonly today: Day },
): Promise<void> {
  for (const [forceId, name] of [
    ['dorset', 'Dorset Police'],
    ['devon-and-cornwall', 'Devon and Cornwall Police'],
  ] as const)
    await tellForce(sql, forceId, name)
  for (const { teamId, forceId, officers, contact, links, locations } of teamsTold) {
    for (const [place, told] of officers.entries())
      await tellOfficer(sql, { teamId, forceId, told, place, at: now, from: addDays(today, -400) })
    await saveTeamContact(sql, teamId, contact)
    for (const [place, link] of links.entries())
      await saveTeamLink(sql, teamId, { ...link, id: identityOf(`link ${teamId} ${link.title}`), place })
    for (const [place, location] of locations.entries())
      await saveTeamLocation(sql, teamId, { ...location, id: identityOf(`location ${teamId} ${location.name}`), place })
  }
}

async function tellForce(sql: Sql, forceId: string, name: string): Promise<void> {
  const description = `A demonstration of ${name}: everybody named here is fictional.`
  await saveForceFacts(sql, forceId, { description, website: `https://${forceId}.example.org/`, telephone: '101' })
  for (const [place, method] of engagementMethods.entries()) {
    const url = `https://${forceId}.example.org/${method.type}`
    await saveEngagementMethod(sql, forceId, {
      ...method,
      url,
      id: identityOf(`method ${forceId} ${method.title}`),
      place,
    })
  }
  for (const [place, officer] of chiefOfficers.entries())
    await saveSeniorOfficer(sql, forceId, { ...officer, id: identityOf(`chief ${forceId} ${officer.name}`), place })
}

type Telling = {
  readonly teamId: string
  readonly forceId: string
  readonly told: OfficerTold
  readonly place: number
  readonly at: Date
  readonly from: Day
}

async function tellOfficer(sql: Sql, { teamId, forceId, told, place, at, from }: Telling): Promise<void> {
  const { role, neighbourhoodIds = [], contactable = false, ...words } = told
  const officer: Officer = {
    ...words,
    id: identityOf(`officer ${teamId} ${told.name}`),
    personId: role === undefined ? null : fictionalPersonOf(role),
    contactable,
    neighbourhoodIds,
    place,
    shownFrom: from,
    shownUntil: null,
  }
  await saveOfficer(sql, teamId, officer)
  await saveOfficerNeighbourhoods(sql, forceId, officer)
  await saveAgreement(sql, officer.id, { agreed: 'by their sergeant', by: fictionalPersonOf('sergeant'), at })
}
