import { randomUUID } from 'node:crypto'
import { peopleForTeam } from '#people/people.sql.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { correctMeeting, withdrawMeeting } from './correct-meeting.ts'
import { meetingAt } from './meeting-at.ts'
import { meetingFormPage, type MeetingForm } from './meeting-form.page.ts'
import { sergeantsDay } from './meeting.ts'
import { findMeeting } from './meetings.sql.ts'
import { planMeeting, recordMeeting } from './record-meeting.ts'
import { asTyped, readMeeting, readPlan, readReason } from './told-meeting.form.ts'
import { withdrawMeetingPage } from './withdraw-meeting.page.ts'

const meetings = '/desk/:force/:team/network/meetings'

/** Meetings: planning and recording them, putting their records right, withdrawing them. */
export const meetingRoutes: readonly Route[] = [
  get(`${meetings}/plan`, may('keep in touch'), askForPlan),
  post(`${meetings}/plan`, may('keep in touch'), takePlan),
  get(`${meetings}/new`, may('keep in touch'), askForRecord),
  post(`${meetings}/new`, may('keep in touch'), takeRecord),
  get(`${meetings}/:id/correct`, may('correct evidence'), askForCorrection),
  post(`${meetings}/:id/correct`, may('correct evidence'), takeCorrection),
  get(`${meetings}/:id/withdraw`, may('correct evidence'), (visit) => withdrawPage(visit, {}, {})),
  post(`${meetings}/:id/withdraw`, may('correct evidence'), takeWithdrawal),
]

async function askForPlan(visit: Visit): Promise<Answer> {
  const organisation = await organisationOf(visit, typed(visit.query, 'with'))
  const values = { title: usualTitle(organisation) }
  return formPage(visit, { form: 'plan', id: randomUUID(), organisation, values, errors: {} })
}

async function takePlan(visit: Visit): Promise<Answer> {
  const { team, today, keeper } = await keeperAt(visit)
  const organisation = await organisationOf(visit, typed(visit.form, 'with'))
  const read = readPlan(visit.form, { teamId: team.id, organisation, today, people: [] })
  if (!read.ok) return mistaken(visit, 'plan', idOrNew(visit.form), organisation, read.errors)
  await transaction(visit.db, (sql) => planMeeting(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${read.value.id}`)
}

async function askForRecord(visit: Visit): Promise<Answer> {
  const { team, today } = await keeperAt(visit)
  const plan = await findMeeting(visit.db, team.id, typed(visit.query, 'plan'))
  const organisation = await organisationOf(visit, plan ? withOf(plan) : typed(visit.query, 'with'))
  const values = plan ? asTyped(plan) : { title: usualTitle(organisation), ...dayTyped('heldOn', today) }
  return formPage(visit, { form: 'record', id: plan?.id ?? randomUUID(), organisation, values, errors: {} })
}

async function takeRecord(visit: Visit): Promise<Answer> {
  const { team, today, keeper, force } = await keeperAt(visit)
  const organisation = await organisationOf(visit, typed(visit.form, 'with'))
  const people = (await peopleForTeam(visit.db, force.id, team.id)).map(({ id }) => id)
  const read = readMeeting(visit.form, { teamId: team.id, organisation, today, people })
  if (!read.ok) return mistaken(visit, 'record', idOrNew(visit.form), organisation, read.errors)
  const isNew = await transaction(visit.db, (sql) => recordMeeting(sql, read.value, organisation, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${read.value.id}${isNew ? '' : '?again=yes'}`)
}

async function askForCorrection(visit: Visit): Promise<Answer> {
  const { meeting } = await meetingAt(visit)
  const organisation = await organisationOf(visit, withOf(meeting))
  return formPage(visit, { form: 'correct', id: meeting.id, organisation, values: asTyped(meeting), errors: {} })
}

async function takeCorrection(visit: Visit): Promise<Answer> {
  const { team, force, today, keeper, meeting } = await meetingAt(visit)
  const organisation = await organisationOf(visit, withOf(meeting))
  const people = (await peopleForTeam(visit.db, force.id, team.id)).map(({ id }) => id)
  const form = { ...visit.form, id: meeting.id }
  const read = readMeeting(form, { teamId: team.id, organisation, today, people })
  const why = readReason(visit.form)
  const errors = { ...(read.ok ? {} : read.errors), ...(why.ok ? {} : why.errors) }
  if (!read.ok || !why.ok) return mistaken(visit, 'correct', meeting.id, organisation, errors)
  const corrected = { meeting: read.value, reason: why.value.reason }
  await transaction(visit.db, (sql) => correctMeeting(sql, meeting, corrected, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${meeting.id}`)
}

async function takeWithdrawal(visit: Visit): Promise<Answer> {
  const { team, keeper, meeting } = await meetingAt(visit)
  const why = readReason(visit.form)
  if (!why.ok) return shown(await withdrawPage(visit, visit.form, why.errors), 422)
  await transaction(visit.db, (sql) => withdrawMeeting(sql, meeting, why.value.reason, keeper))
  return redirect(`${networkOf(team.id)}/meetings/${meeting.id}`)
}

async function withdrawPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, meeting } = await meetingAt(visit)
  return withdrawMeetingPage({ site: visit.site, team, meeting, values, errors })
}

const withOf = ({ organisationId }: { readonly organisationId: string | null }) => organisationId ?? sergeantsDay

/** Whose meeting it is: an organisation's, or (null) the sergeants' own. Throws a Refusal (404) where there is none. */
async function organisationOf(visit: Visit, id: string) {
  if (id === sergeantsDay) return null
  const { team } = await keeperAt(visit)
  const organisation = await findOrganisation(visit.db, team.id, id)
  if (!organisation) throw new Refusal(`${team.name} keeps in touch with no such organisation.`, 404)
  return organisation
}

type Organised = Awaited<ReturnType<typeof organisationOf>>

const usualTitle = (organisation: Organised): string =>
  organisation === null ? 'Neighbourhood Sergeants’ day' : `Meeting of ${organisation.name}`

async function mistaken(visit: Visit, form: MeetingForm, id: string, organisation: Organised, errors: FieldErrors) {
  return shown(await formPage(visit, { form, id, organisation, values: visit.form, errors }), 422)
}

type FormShown = Omit<Parameters<typeof meetingFormPage>[0], 'site' | 'team' | 'people'>

async function formPage(visit: Visit, form: FormShown) {
  const { team, force } = await keeperAt(visit)
  const people = await peopleForTeam(visit.db, force.id, team.id)
  return meetingFormPage({ site: visit.site, team, people, ...form })
}
