import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { addMonths, dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress, type SiteChrome } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { drawPoster } from './draw-poster.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'
import { findPlanned, plannedBetween } from '../planned-engagements.sql.ts'
import { posterOf } from './poster.ts'
import { mostMonths } from '../repeat/repeat.ts'
import { socialTexts } from './social-texts.ts'
import { socialTextsPage } from './social-texts.page.ts'

const event = '/:force/:team/events/:id'

/** A page kept of a team is forgotten by its id, which the key begins with. */
const kept = {
  perMinute: 60,
  cache: ({ params, path }: Visit) => `${params['force']}/${params['team']}|${path}`,
}

/** What tells of an engagement outside of the site: posters for notice boards, texts for other channels. */
export const posterRoutes: readonly Route[] = [
  get(`${event}/poster.pdf`, everyone, givePoster, kept),
  get(`/desk${event}/poster.pdf`, may('record engagements'), givePoster),
  get(`/desk${event}/dates.pdf`, may('record engagements'), giveSeriesPoster),
  get(`/desk${event}/social`, may('record engagements'), showSocialTexts),
]

async function givePoster(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await announcedAt(visit)
  const address = absoluteAddress(visit.site, `/${team.id}/events/${planned.id}`)
  const shown = {
    force,
    team,
    planned,
    dates: [],
    colour: visit.site.look.colour,
    address,
    shortAddress: shortOf(visit, team),
  }
  return drawPoster(posterOf(shown), `${team.slug}-${planned.heldOn}.pdf`)
}

/** One poster for all dates of a series that are still to come. */
async function giveSeriesPoster(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await announcedAt(visit)
  const today = dayAt(visit.now, force.timeZone)
  const coming = await plannedBetween(visit.db, team.id, today, addMonths(today, mostMonths))
  const dates = coming.filter(
    ({ id, seriesId }) => id === planned.id || (seriesId !== null && seriesId === planned.seriesId),
  )
  if (dates.length === 0) throw new Refusal('No date of this series is still to come.', 404)
  const [next = planned] = dates.filter(isUnchanged)
  const address = absoluteAddress(visit.site, `/${team.id}/events`)
  const shown = {
    force,
    team,
    planned: next,
    dates,
    colour: visit.site.look.colour,
    address,
    shortAddress: shortOf(visit, team),
  }
  return drawPoster(posterOf(shown), `${team.slug}-dates.pdf`)
}

/** The usual time and place are those of a date that nobody moved. */
const isUnchanged = ({ moved, state }: PlannedEngagement) => !moved && state !== 'cancelled'

async function showSocialTexts(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await announcedAt(visit)
  const url = absoluteAddress(visit.site, `/${team.id}/events/${planned.id}`)
  const texts = socialTexts(planned, team, url)
  return socialTextsPage({ site: visit.site, team, planned, texts, today: dayAt(visit.now, force.timeZone) })
}

async function announcedAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planned = await findPlanned(visit.db, team.id, visit.params['id'] ?? '')
  if (!planned) throw new Refusal(`${team.name} has planned no such engagement.`, 404)
  return { force, team, planned }
}

/** Short enough to be typed from a notice board, so it leads to all dates of the team. */
const shortOf = ({ site }: { readonly site: SiteChrome }, team: { readonly id: string }): string =>
  absoluteAddress(site, `/${team.id}/events`).replace(/^https?:\/\//, '')
