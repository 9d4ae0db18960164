import type { Force } from '#areas/area.ts'
import { allForces, findForce } from '#areas/areas.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { engagementMethodsOf, findForceFacts, seniorOfficersOf } from '#web-pages/facts/force-facts.sql.ts'
import { notFound } from '../unanswered.ts'
import { contactDetails, orNull, paragraphs } from './written.ts'

/** The force an address names. Throws Unanswered (404) where it is not here. */
export async function forceNamed(sql: Sql, id: string | undefined): Promise<Force> {
  const force = await findForce(sql, id ?? '')
  if (!force) throw notFound()
  return force
}

/** Every force that is served here. */
export async function listForces({ db }: Visit) {
  return (await allForces(db)).map(({ id, name }) => ({ id, name }))
}

/** What a force says of itself. */
export async function showForce({ db, params }: Visit) {
  const { id, name } = await forceNamed(db, params['force'])
  const [facts, methods] = await Promise.all([findForceFacts(db, id), engagementMethodsOf(db, id)])
  return {
    description: paragraphs(facts?.description ?? null),
    url: facts?.website ?? '',
    engagement_methods: methods.map(({ type, title, description, url }) => ({
      url,
      type,
      description: orNull(description),
      title,
    })),
    telephone: facts?.telephone ?? '',
    id,
    name,
  }
}

/** A force’s senior officers. */
export async function listSeniorOfficers({ db, params }: Visit) {
  const { id } = await forceNamed(db, params['force'])
  return (await seniorOfficersOf(db, id)).map(officerJson)
}

type Officer = {
  readonly name: string
  readonly rank: string
  readonly bio: string
  readonly contact: Parameters<typeof contactDetails>[0]
}

/** Somebody who is shown to the public: no more of them than their page shows. */
export const officerJson = ({ name, rank, bio, contact }: Officer) => ({
  bio: paragraphs(bio),
  contact_details: contactDetails(contact),
  name,
  rank,
})
