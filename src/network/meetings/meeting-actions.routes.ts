import { peopleForTeam } from '#people/people.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { noteDayPage } from '../contacts/note-day.page.ts'
import { networkOf } from '../keeper-at.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { addAction, closeAction } from './keep-action.ts'
import { actionsOf } from './meeting-actions.sql.ts'
import { meetingAt } from './meeting-at.ts'
import { meetingPage } from './meeting.page.ts'
import { readAction, readDone } from './told-meeting.form.ts'

const meeting = '/desk/:force/:team/network/meetings/:id'

/** A meeting with what it agreed, adding to that, and noting that it was done. */
export const meetingActionRoutes: readonly Route[] = [
  get(meeting, may('keep in touch'), (visit) => showMeeting(visit, {}, {})),
  post(`${meeting}/actions`, may('keep in touch'), takeAction),
  get(`${meeting}/actions/:action/done`, may('keep in touch'), (visit) => donePage(visit, null, {})),
  post(`${meeting}/actions/:action/done`, may('keep in touch'), takeDone),
]

async function showMeeting(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { force, team, today, meeting } = await meetingAt(visit)
  const [actions, people] = await Promise.all([
    actionsOf(visit.db, meeting.id),
    peopleForTeam(visit.db, force.id, team.id),
  ])
  const mayCorrect = visit.person !== null && isAllowed(visit.person, 'correct evidence', visit.params)
  return meetingPage({ site: visit.site, team, today, meeting, actions, people, mayCorrect, values, errors })
}

async function takeAction(visit: Visit): Promise<Answer> {
  const { force, team, keeper, meeting } = await meetingAt(visit)
  if (meeting.state !== 'held') throw new Refusal('Record the meeting before you add what it agreed.', 409)
  const people = (await peopleForTeam(visit.db, force.id, team.id)).map(({ id }) => id)
  const read = readAction(visit.form, meeting, people)
  if (!read.ok) {
    const values = { ...visit.form, id: idOrNew(visit.form) }
    return shown(await showMeeting(visit, values, read.errors), 422)
  }
  await transaction(visit.db, (sql) => addAction(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${meeting.id}`)
}

async function takeDone(visit: Visit): Promise<Answer> {
  const { team, today, keeper, meeting, action } = await actionAt(visit)
  const read = readDone(visit.form, action, today)
  if (!read.ok) return shown(await donePage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => closeAction(sql, { id: action.id, on: read.value }, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${meeting.id}`)
}

async function actionAt(visit: Visit) {
  const found = await meetingAt(visit)
  const actions = await actionsOf(visit.db, found.meeting.id)
  const action = actions.find(({ id }) => id === visit.params['action'])
  if (!action) throw new Refusal('That meeting agreed on no such action.', 404)
  return { ...found, action }
}

async function donePage(visit: Visit, values: FormValues | null, errors: FieldErrors) {
  const { team, today, meeting, action } = await actionAt(visit)
  const href = `${networkOf(team.id)}/meetings/${meeting.id}`
  return noteDayPage({
    site: visit.site,
    title: 'An action is done',
    about: `${meeting.title}, ${inWords(meeting.heldOn)}`,
    told: `${action.words} (${action.owner ?? action.partner ?? ''})`,
    name: 'on',
    legend: 'When was it done?',
    action: `${href}/actions/${action.id}/done`,
    back: { href, words: 'The meeting' },
    button: 'It is done',
    values: values ?? dayTyped('on', today),
    errors,
  })
}
