import { teamAt } from '#areas/team-at.ts'
import { drawPoster } from '#engagements/planned/advertising/draw-poster.ts'
import { findPlanned } from '#engagements/planned/planned-engagements.sql.ts'
import { isUuid } from '#engagements/is-uuid.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, withHeader, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { absoluteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { givenOn } from '../given.ts'
import { feedbackSheet } from './feedback-sheet.ts'
import { readFeedback } from './feedback.form.ts'
import { closedPage, feedbackPage, thanksPage } from './feedback.page.ts'
import { feedbackOn } from './feedback.sql.ts'
import { closedBecause } from './feedback.ts'
import { eraseFeedbackWords, giveFeedback } from './give-feedback.ts'
import { engagementFeedbackPage } from './received.page.ts'

const event = '/:force/:team/events/:id'
const desk = '/desk/:force/:team'

/** What people say of an engagement: asked without an account, read at the desk. */
export const engagementFeedbackRoutes: readonly Route[] = [
  get(`${event}/feedback`, everyone, askForFeedback, { perMinute: 120, translated: true }),
  post(`${event}/feedback`, everyone, takeFeedback, { perMinute: 20, maxBytes: 16 * 1024, translated: true }),
  get(`${event}/feedback/thanks`, everyone, thank, { translated: true }),
  post(`${desk}/feedback/:feedback/erase`, may('correct evidence'), takeErasing),
  get(`${desk}/events/:id/feedback`, may('record engagements'), showFeedback),
  get(`${desk}/events/:id/feedback.pdf`, may('record engagements'), giveSheet),
]

async function askForFeedback(visit: Visit): Promise<Answer> {
  const found = await plannedAt(visit)
  const closed = closedAnswer(visit, found)
  // Each form is of its own, so none may be kept.
  return closed ?? withHeader(await form(visit, found), 'cache-control', 'no-store')
}

async function takeFeedback(visit: Visit): Promise<Answer> {
  const found = await plannedAt(visit)
  const closed = closedAnswer(visit, found)
  if (closed) return closed
  const { force, team, planned } = found
  const setting = { secret: await secretOf(visit.db), about: planned.id, teamId: team.id, now: visit.now }
  const read = readFeedback(visit.form, setting)
  if (!read.ok) return shown(await form(visit, found, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => giveFeedback(sql, read.value, force, visit.now))
  return redirect(`/${team.id}/events/${planned.id}/feedback/thanks`)
}

type Found = Awaited<ReturnType<typeof plannedAt>>

async function form(visit: Visit, { team, planned }: Found, values?: FormValues, errors?: FieldErrors) {
  return feedbackPage({ site: visit.site, team, planned, given: await givenOn(visit, planned.id, values, errors) })
}

function closedAnswer(visit: Visit, { force, team, planned }: Found): Answer | null {
  const why = closedBecause(planned, { now: visit.now, timeZone: force.timeZone, say: sayIn(visit.language) })
  return why === null ? null : shown(closedPage({ site: visit.site, team, planned, why }), 409)
}

async function thank(visit: Visit): Promise<Answer> {
  const { team, planned } = await plannedAt(visit)
  return thanksPage({ site: visit.site, team, planned })
}

async function showFeedback(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await plannedAt(visit)
  const received = await feedbackOn(visit.db, planned.id)
  const mayErase = visit.person !== null && isAllowed(visit.person, 'correct evidence', visit.params)
  return engagementFeedbackPage({ site: visit.site, team, planned, received, timeZone: force.timeZone, mayErase })
}

async function takeErasing(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  const id = visit.params['feedback'] ?? ''
  if (!isUuid(id)) throw new Refusal('There is no such answer.', 404)
  const eraser = { personId: visit.person?.id ?? null, at: visit.now }
  const about = await transaction(visit.db, (sql) => eraseFeedbackWords(sql, team.id, id, eraser))
  return redirect(`/desk/${team.id}/events/${about}/feedback`)
}

async function giveSheet(visit: Visit): Promise<Answer> {
  const { force, team, planned } = await plannedAt(visit)
  const address = absoluteAddress(visit.site, `/${team.id}/events/${planned.id}/feedback`)
  const sheet = feedbackSheet({ force, team, planned, colour: visit.site.look.colour, address })
  return drawPoster(sheet, `feedback-${team.slug}-${planned.heldOn}.pdf`)
}

async function plannedAt(visit: Visit) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const planned = await findPlanned(visit.db, team.id, visit.params['id'] ?? '')
  if (!planned) throw new Refusal(`${team.name} has planned no such engagement.`, 404)
  return { force, team, planned }
}
