import type { Force, Team } from '#areas/area.ts'
import { momentAt } from '#engagements/planned/planned-engagement.ts'
import { findPlanned, plannedAhead, plannedInForce } from '#engagements/planned/planned-engagements.sql.ts'
import { addDays, addMonths, dayAt } from '#platform/day.ts'
import { capitalised } from '#platform/capitalised.ts'
import { file, text, type Answer } from '#platform/http/answers.ts'
import { framed } from '#platform/http/headers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { calendarFile, type InCalendar } from './calendar-file.ts'
import { calendarOfTeam } from './calendar.sql.ts'
import { embeddedEventsPage } from './embedded-events.page.ts'
import { eventsFeed } from './events-feed.ts'
import { eventPage, eventsPage } from './events.page.ts'
import { forceOf, nowhere, teamOf, type TeamFound } from './find.ts'

/** What a team plans and is not over. */
export async function showEvents(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const planned = await ahead(visit, found, horizon)
  return eventsPage({ ...found, site: visit.site, planned })
}

/** One planned engagement, whatever became of it. */
export async function showEvent(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await plannedOf(visit)
  return eventPage({ force, team, planned, site: visit.site, today: dayAt(visit.now, force.timeZone) })
}

/** One planned engagement as a calendar. */
export async function giveEvent(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await plannedOf(visit)
  return calendar(visit, force, nameOf(team, visit), [planned])
}

/** A team's plans as a calendar that others may follow; what was lately cancelled stays in it, so that theirs lose it. */
export async function giveTeamCalendar(visit: Visit): Promise<Answer> {
  const teamId = `${visit.params['force']}/${visit.params['team']}`
  const [{ force, team }, planned] = await Promise.all([teamOf(visit), calendarOfTeam(visit.db, teamId, visit.now)])
  return calendar(visit, force, nameOf(team, visit), planned)
}

/** The plans of all teams of a force as one calendar. */
export async function giveForceCalendar(visit: Visit): Promise<Answer> {
  const force = await forceOf(visit)
  const since = addDays(dayAt(visit.now, force.timeZone), -90)
  return calendar(visit, force, force.name, await plannedInForce(visit.db, force.id, since))
}

/** A team's plans as a feed. */
export async function giveFeed(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const planned = await ahead(visit, found, horizon)
  return text(eventsFeed(found.team, planned, visit), 200, 'application/atom+xml; charset=utf-8')
}

/** What a team plans and is not over, for a frame of another site. */
export async function showEmbeddedEvents(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  const planned = await ahead(visit, found, 3)
  return framed(embeddedEventsPage({ ...found, site: visit.site, planned: planned.slice(0, 20) }))
}

/** What is not over by the clocks of the force, so many months ahead. */
function ahead({ db, now }: Visit, { force, team }: TeamFound, months: number) {
  const moment = momentAt(now, force.timeZone)
  return plannedAhead(db, team.id, moment, addMonths(moment.today, months))
}

/** Months ahead; a plan reaches no further. */
const horizon = 84

const nameOf = ({ name }: Pick<Team, 'name'>, { language }: Visit): string =>
  capitalised(sayIn(language).text`${name} neighbourhood policing team`)

function calendar(visit: Visit, force: Force, name: string, planned: readonly InCalendar[]): Answer {
  const base = absoluteAddress(visit.site, visit.language === firstLanguage ? '/' : `/${visit.language}/`)
  const addressOf = ({ teamId, id }: InCalendar) => `${base}${teamId}/events/${id}`
  const body = calendarFile({
    name,
    planned,
    timeZone: force.timeZone,
    now: visit.now,
    addressOf,
    say: sayIn(visit.language),
  })
  return file(body, { type: 'text/calendar; charset=utf-8', filename: 'events.ics', inline: true })
}

/** The engagement an address names. Throws an Astray (404) where the team has planned none such. */
export async function plannedOf(visit: Visit) {
  const found = await teamOf(visit)
  const planned = await findPlanned(visit.db, found.team.id, visit.params['id'] ?? '')
  if (planned) return { ...found, planned }
  const { id, name } = found.team
  const say = sayIn(visit.language)
  const wayBack = { words: say.text`See what ${name} plans`, href: `/${id}/events` }
  throw nowhere(say.text`${name} has planned no such engagement.`, wayBack)
}
