import { z } from 'zod'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { oneOf, optionalText, readForm, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, withHeader, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt } from '../keeper-at.ts'
import { idOrNew } from '../typed-parts.ts'
import { answerSurvey, beginSurvey, closeSurvey, openSurvey } from './hold-survey.ts'
import { handedPage, repliedPage, replyPage } from './survey.page.ts'
import { surveyAnswers } from './survey.ts'
import { surveysOf } from './surveys.sql.ts'

const surveys = '/desk/:force/:team/councils/surveys'

/** Asking the councillors, and their answers, given by a link and without an account. */
export const surveyRoutes: readonly Route[] = [
  post(surveys, may('manage the network'), takeBeginning),
  post(`${surveys}/:id/close`, may('manage the network'), takeClosing),
  get('/reply/:token', everyone, askForReply, { perMinute: 60, translated: true }),
  post('/reply/:token', everyone, takeReply, { perMinute: 20, maxBytes: 16 * 1024, translated: true }),
]

async function takeBeginning(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const addressOf = (path: string) => absoluteAddress(visit.site, path)
  const beginning = { id: idOrNew(visit.form), teamName: team.name, addressOf }
  const handed = await transaction(visit.db, (sql) => beginSurvey(sql, beginning, keeper))
  // Shown here and not led to: the links are known to nobody once this page is closed.
  return unkept(handedPage({ site: visit.site, team, handed }))
}

async function takeClosing(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const id = visit.params['id'] ?? ''
  const isOurs = (await surveysOf(visit.db, team.id)).some((survey) => survey.id === id)
  if (!isOurs) throw new Refusal(`${team.name} has held no such survey.`, 404)
  await transaction(visit.db, (sql) => closeSurvey(sql, id, keeper))
  return redirect(`/desk/${team.id}/councils`)
}

async function askForReply(visit: Visit): Promise<Answer> {
  return unkept(await replyOr(visit, {}, {}))
}

const replyForm = z.object({
  'feel-informed': oneOf(surveyAnswers, 'Say whether you feel informed'),
  'receive-timely-information': oneOf(surveyAnswers, 'Say whether you receive information in time'),
  'share-information': oneOf(surveyAnswers, 'Say whether you pass on what you are told'),
  words: optionalText({ max: 500 }),
})

async function takeReply(visit: Visit): Promise<Answer> {
  const read = readForm(replyForm, visit.form)
  if (!read.ok) return unkept(await replyOr(visit, visit.form, read.errors))
  const answers = {
    'feel informed': read.value['feel-informed'],
    'receive timely information': read.value['receive-timely-information'],
    'share information': read.value['share-information'],
  }
  const { site } = visit
  await transaction(visit.db, (sql) =>
    answerSurvey(sql, visit.params['token'] ?? '', { answers, words: read.value.words }, visit.now),
  )
  return unkept(
    repliedPage({ site, title: 'Thank you', words: 'We counted your answers, and do not know whose they are.' }),
  )
}

async function replyOr(visit: Visit, values: FormValues, errors: FieldErrors): Promise<Answer> {
  const { site, path } = visit
  const survey = await openSurvey(visit.db, visit.params['token'] ?? '', visit.now)
  if (survey === null) throw new Refusal('This link leads nowhere. Copy the whole of it from the mail.', 404)
  if (survey.over !== null) return shown(repliedPage({ site, ...overWords[survey.over] }), 409)
  const asked = replyPage({ site, teamName: survey.teamName, action: path, values, errors })
  return Object.keys(errors).length > 0 ? shown(asked, 422) : asked
}

const overWords = {
  answered: { title: 'You answered already', words: 'This link works once. Your answers were counted.' },
  over: { title: 'This survey is over', words: 'Nobody is asked any more. Thank you for looking.' },
} as const

const unkept = (answer: Answer): Answer => withHeader(answer, 'cache-control', 'no-store')
