import { may } from '#people/permissions.ts'
import type { Sql } from '#platform/database/database.ts'
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
import { begunWith, keepUnlessChanged, printOf } from './meanwhile.ts'
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
  const held = { about: `${team.id}/contact`, form: visit.form, now }
  const stands = await keepUnlessChanged(visit.db, held, (sql) => keepTeamContact(sql, read.value, keeper))
  if (stands === null) return redirect(`${pageDeskAddress(team.id)}#how-to-contact`)
  const again = { ...visit.form, was: printOf(stands) }
  return shown(await contactPage(visit, again, {}, meanwhilePart(stands, visit.form)), 409)
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
