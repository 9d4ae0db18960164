import { may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { html, type Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { waysOfContact, type Contact } from './contact.ts'
import { linkFields, locationFields } from './facts-fields.page.ts'
import { contactInputs, factsForm, factsPage } from './facts-frame.page.ts'
import {
  keepTeamContact,
  keepTeamLink,
  keepTeamLocation,
  removeTeamLink,
  removeTeamLocation,
} from './keep-team-facts.ts'
import { keptFactRoutes } from './kept-fact.routes.ts'
import { meanwhilePart } from './meanwhile.part.ts'
import { begunWith, ChangedMeanwhile, printOf, refuseChanged } from './meanwhile.ts'
import { pageDeskAddress, pageDeskOf } from './page-desk.ts'
import { teamContact, teamLinks, teamLocations, type TeamLocation } from './team-facts.sql.ts'
import { readLink, readLocation, readTeamContact } from './told-facts.form.ts'

const desk = '/desk/:force/:team/page'
const keep = may('keep the public page')

async function teamDesk(visit: Visit) {
  const { team, keeper } = await pageDeskOf(visit)
  return { caption: team.name, home: pageDeskAddress(team.id), back: 'The public page', keeper }
}

/** How to reach a team, where to visit it, and where to find more. */
export const teamFactRoutes: readonly Route[] = [
  get(`${desk}/contact`, keep, askForContact),
  post(`${desk}/contact`, keep, takeContact),
  ...keptFactRoutes({
    path: `${desk}/links`,
    list: 'links',
    guard: keep,
    called: 'link',
    desk: teamDesk,
    all: async (sql, visit) => teamLinks(sql, teamIdOf(visit)),
    read: readLink,
    typed: (link) => ({ ...link, place: placeTyped(link.place) }),
    fields: linkFields,
    keep: keepTeamLink,
    remove: removeTeamLink,
  }),
  ...keptFactRoutes({
    path: `${desk}/locations`,
    list: 'locations',
    guard: keep,
    called: 'place to visit',
    desk: teamDesk,
    all: async (sql, visit) => teamLocations(sql, teamIdOf(visit)),
    read: readLocation,
    typed: locationTyped,
    fields: locationFields,
    keep: keepTeamLocation,
    remove: removeTeamLocation,
  }),
]

async function askForContact(visit: Visit): Promise<Answer> {
  const { team } = await pageDeskOf(visit)
  return contactPage(visit, begunWith(contactTyped(await teamContact(visit.db, team.id))), {})
}

async function takeContact(visit: Visit): Promise<Answer> {
  const { team, keeper } = await pageDeskOf(visit)
  const read = readTeamContact(visit.form)
  if (!read.ok) return shown(await contactPage(visit, visit.form, read.errors), 422)
  const now = async (sql: Sql) => contactTyped(await teamContact(sql, team.id))
  try {
    await transaction(visit.db, async (sql) => {
      await refuseChanged(sql, { about: `${team.id}/contact`, form: visit.form, now })
      await keepTeamContact(sql, read.value, keeper)
    })
  } catch (fault) {
    if (!(fault instanceof ChangedMeanwhile)) throw fault
    const values = { ...visit.form, was: printOf(fault.now) }
    return shown(await contactPage(visit, values, {}, meanwhilePart(fault.now, visit.form)), 409)
  }
  return redirect(`${pageDeskAddress(team.id)}#how-to-contact`)
}

async function contactPage(visit: Visit, values: FormValues, errors: FieldErrors, meanwhile: Html | false = false) {
  const { team } = await pageDeskOf(visit)
  const home = pageDeskAddress(team.id)
  const back = { href: home, words: 'The public page' }
  const form = factsForm(
    { action: `${home}/contact`, values, save: 'Save' },
    contactInputs({ values, errors }, waysOfContact),
  )
  return factsPage(
    { site: visit.site, title: 'How to contact the team', caption: team.name, back, errors },
    html`${meanwhile}${form}`,
  )
}

const teamIdOf = ({ params }: Visit): string => `${params['force']}/${params['team']}`

const contactTyped = (contact: Contact): FormValues =>
  Object.fromEntries(waysOfContact.map((way) => [way, contact[way] ?? '']))

const placeTyped = (place: number): string => (place === 0 ? '' : String(place))

function locationTyped({ location, place, ...told }: TeamLocation): FormValues {
  const latitude = location === null ? '' : String(location.latitude)
  const longitude = location === null ? '' : String(location.longitude)
  return { ...told, place: placeTyped(place), latitude, longitude }
}
