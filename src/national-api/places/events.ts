import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { boundariesOn } from '#areas/boundaries-on.sql.ts'
import { locatorOn, type Locator } from '#areas/boundary.ts'
import { momentAt, type PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { nextPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Contact } from '#web-pages/facts/contact.ts'
import { teamContact } from '#web-pages/facts/team-facts.sql.ts'
import { neighbourhoodNamed, type Named } from './neighbourhood-named.ts'
import { contactDetails, paragraphs } from './written.ts'

const most = 200

/** What is planned in a neighbourhood and is not over, in order of time, on the clocks of the force. */
export async function listEvents(visit: Visit) {
  const named = await neighbourhoodNamed(visit)
  const { force, neighbourhood } = named
  const { teamId } = neighbourhood
  if (teamId === null) return []
  const [planned, contact, locate] = await Promise.all([
    nextPlanned(visit.db, teamId, momentAt(visit.now, force.timeZone), most),
    teamContact(visit.db, teamId),
    locatorOfTeam(visit, named, teamId),
  ])
  return planned.filter((each) => isFor(neighbourhood.id, each, locate)).map((each) => eventJson(each, contact))
}

async function locatorOfTeam({ db }: Visit, { force, today }: Named, teamId: string): Promise<Locator> {
  const ids = (await neighbourhoodsOf(db, force.id, teamId)).map(({ id }) => id)
  return locatorOn(today, await boundariesOn(db, force.id, ids, today))
}

/** A team plans for all of its neighbourhoods, save what is held in one of them. */
function isFor(neighbourhoodId: string, { location }: PlannedEngagement, locate: Locator): boolean {
  const lies = location && locate(location)
  return lies === null || lies === neighbourhoodId
}

const eventJson = (planned: PlannedEngagement, contact: Contact) => ({
  contact_details: contactDetails(contact),
  description: paragraphs(planned.accessibility, planned.howToAsk),
  title: planned.title,
  address: planned.place,
  type: planned.method,
  start_date: `${planned.heldOn}T${planned.begins}:00`,
  end_date: `${planned.heldOn}T${planned.ends}:00`,
})
