import type { Force, Team } from '#areas/area.ts'
import type { Contract } from '#contracts/contract.ts'
import type { PlannedEngagement } from '#engagements/planned/planned-engagement.ts'
import { instantAt, inZone } from '#platform/day.ts'
import { addressIn } from '#platform/language/language.ts'
import { absoluteAddress, type SiteChrome } from '#platform/page.ts'
import type { Thing } from '#platform/schema-org.ts'
import type { News } from '#web-pages/editing/news.sql.ts'
import type { Contact } from '#web-pages/facts/contact.ts'
import type { OfficerShown } from '#web-pages/facts/officers.sql.ts'
import { contractAddress } from '../addresses.ts'

type Of = { readonly site: SiteChrome; readonly force: Force }
type OfTeam = Of & { readonly team: Team }

/** A force with its teams (schema.org GovernmentOrganization). */
export const forceThing = ({ site, force, teams }: Of & { readonly teams: readonly Team[] }): Thing => ({
  ...forceNamed({ site, force }),
  image: at(site, `/${force.id}/share.png`),
  subOrganization: teams.map((team) => teamNamed({ site, team })),
})

type TeamTold = OfTeam & {
  readonly areas: readonly string[]
  readonly contact: Contact
  /** Those whom the page itself names. */
  readonly officers: readonly Pick<OfficerShown, 'name' | 'rank'>[]
}

/** A team: where it works, how to reach it, and whom its page names (schema.org GovernmentOrganization). */
export const teamThing = ({ site, force, team, areas, contact, officers }: TeamTold): Thing => ({
  ...teamNamed({ site, team }),
  image: at(site, `/${team.id}/share.png`),
  parentOrganization: forceNamed({ site, force }),
  areaServed: areas.map((name) => ({ '@type': 'AdministrativeArea', name })),
  contactPoint: contactPointOf(contact, site),
  sameAs: someOf([contact.web, contact.facebook, contact.twitter, contact.youtube]),
  employee: officers.map(({ name, rank }) => ({ '@type': 'Person', name, jobTitle: rank })),
})

function contactPointOf({ email, telephone, mobile, report }: Contact, { language }: SiteChrome) {
  const ways = { email, telephone: telephone ?? mobile, url: report }
  const isEmpty = Object.values(ways).every((way) => way === undefined)
  return isEmpty
    ? undefined
    : { '@type': 'ContactPoint', contactType: 'non-emergency', ...ways, availableLanguage: language }
}

/** A contract as a document that a team published (schema.org DigitalDocument). */
export const contractThing = (told: OfTeam & { readonly contract: Contract; readonly title: string }): Thing => ({
  '@type': 'DigitalDocument',
  name: told.title,
  url: at(told.site, contractAddress(told.team.id, told.contract.year)),
  image: at(told.site, `${contractAddress(told.team.id, told.contract.year)}/share.png`),
  inLanguage: 'en',
  datePublished: told.contract.completedOn ?? told.contract.span.from,
  temporalCoverage: `${told.contract.span.from}/${told.contract.span.to}`,
  about: teamNamed(told),
  author: teamNamed(told),
  publisher: forceNamed(told),
  encoding: {
    '@type': 'MediaObject',
    encodingFormat: 'application/json',
    contentUrl: new URL(
      `/api/v1/forces/${told.force.id}/teams/${told.team.slug}/contracts/${told.contract.year}`,
      absoluteAddress(told.site, '/'),
    ).href,
  },
})

/** News of a team (schema.org NewsArticle). */
export const newsThing = ({ site, force, team, item }: OfTeam & { readonly item: News }): Thing => ({
  '@type': 'NewsArticle',
  headline: item.title,
  url: at(site, `/${team.id}/news/${item.id}`),
  image: at(site, `/${team.id}/share.png`),
  inLanguage: 'en',
  datePublished: item.shownSince.toISOString(),
  dateModified: item.changedAt.toISOString(),
  author: teamNamed({ site, team }),
  publisher: forceNamed({ site, force }),
})

const statuses = { cancelled: 'EventCancelled', moved: 'EventRescheduled', planned: 'EventScheduled' }

/** A planned engagement, and whether it is off or was moved (schema.org Event). */
export function eventThing({ site, force, team, planned }: OfTeam & { readonly planned: PlannedEngagement }): Thing {
  const { heldOn, begins, ends, state, moved, place, title } = planned
  const instant = (time: string) => inZone(instantAt(heldOn, time, force.timeZone), force.timeZone)
  const status = state === 'cancelled' ? state : moved ? 'moved' : 'planned'
  return {
    '@type': 'Event',
    name: title,
    url: at(site, `/${team.id}/events/${planned.id}`),
    image: at(site, `/${team.id}/events/${planned.id}/share.png`),
    startDate: instant(begins),
    endDate: instant(ends),
    eventStatus: `https://schema.org/${statuses[status]}`,
    location: { '@type': 'Place', name: place, address: place },
    organizer: teamNamed({ site, team }),
  }
}

const forceNamed = ({ site, force }: Of): Thing => ({
  '@type': 'GovernmentOrganization',
  name: force.name,
  url: at(site, `/${force.id}`),
})

const teamNamed = ({ site, team }: Pick<OfTeam, 'site' | 'team'>): Thing => ({
  '@type': 'GovernmentOrganization',
  name: `${team.name} neighbourhood policing team`,
  url: at(site, `/${team.id}`),
})

const at = (site: SiteChrome, path: string): string => absoluteAddress(site, addressIn(site.language, path))

const someOf = (values: readonly (string | undefined)[]) => {
  const told = values.filter((value) => value !== undefined)
  return told.length === 0 ? undefined : told
}
