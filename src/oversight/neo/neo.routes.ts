import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt } from '#areas/team-at.ts'
import { findLearningToShare } from '#engagements/held/learning.sql.ts'
import { shareLearning } from '#engagements/held/share-learning.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import { readForm, typedAsDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { meetTeam } from './meet-team.ts'
import { neoWeek } from './neo-week.ts'
import { neoWeekPage } from './neo-week.page.ts'

const neo = '/desk/:force/neo'

/** The weekly view of a Neighbourhood Engagement Officer. */
export const neoRoutes: readonly Route[] = [
  get(neo, may('see the NEO’s week'), (visit) => weekPage(visit, {}, {})),
  post(`${neo}/learning/:id`, may('see the NEO’s week'), takeShared),
  post(`${neo}/met`, may('see the NEO’s week'), takeMeeting),
]

async function takeShared(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const learning = await findLearningToShare(visit.db, force.id, visit.params['id'] ?? '')
  if (!learning) throw new Refusal('This learning point was shared before, or is not here.', 404)
  const recorder = { personId: visit.person?.id ?? null, at: visit.now, forceId: force.id, timeZone: force.timeZone }
  await transaction(visit.db, (sql) => shareLearning(sql, learning, recorder))
  return redirect(`/desk/${force.id}/neo`)
}

async function takeMeeting(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const teams = (await teamsOf(visit.db, force.id)).map(({ id }) => id)
  const today = dayAt(visit.now, force.timeZone)
  const read = readForm(meetingForm(teams), visit.form)
  if (!read.ok) return shown(await weekPage(visit, visit.form, read.errors), 422)
  const { id, team, on } = read.value
  if (on > today) return shown(await weekPage(visit, visit.form, { on: `${inWords(on)} has not come yet` }), 422)
  const keeper = {
    personId: visit.person?.id ?? '',
    at: visit.now,
    forceId: force.id,
    teamId: team,
    timeZone: force.timeZone,
  }
  await transaction(visit.db, (sql) => meetTeam(sql, { id, on }, keeper))
  return redirect(`/desk/${force.id}/neo`)
}

const meetingForm = (teams: readonly string[]) =>
  z.object({
    id: z.uuid('Open the form again'),
    team: z.string({ error: 'Choose a team' }).refine((given) => teams.includes(given), 'Choose a team'),
    on: typedAsDay({ missing: 'Enter the day', impossible: 'Enter a real day, such as 14 3 2027' }),
  })

async function weekPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const force = await forceAt(visit.db, visit.params)
  const week = await neoWeek(visit, force)
  return neoWeekPage({ site: visit.site, force, ...week, id: randomUUID(), values, errors })
}
