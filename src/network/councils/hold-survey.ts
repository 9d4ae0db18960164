import { createHash, randomBytes } from 'node:crypto'
import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { evidenceOfSurvey, surveyLifetime, type SurveyReply } from './survey.ts'
import {
  changeReplyWords,
  councillorsToAsk,
  countAnswers,
  forgetCounts,
  saveClosing,
  saveReplyWords,
  saveSurvey,
  surveyOfToken,
  takeInvitation,
} from './surveys.sql.ts'

/** A councillor with the address at which they answer, to be handed to them; it is known nowhere else. */
export type Handed = { readonly name: string; readonly address: string; readonly mailed: boolean }

type Beginning = { readonly id: string; readonly teamName: string; readonly addressOf: (path: string) => string }

/**
 * Asks the councillors of a team's area three questions (D8.1 to D8.3), in the caller's transaction: each gets a link of their
 * own, by mail where an address is known, and else to be handed over. Throws a Refusal (409) where a survey runs already or
 * nobody is there to be asked.
 */
export async function beginSurvey(sql: Sql, { id, teamName, addressOf }: Beginning, keeper: Keeper): Promise<Handed[]> {
  const { teamId, timeZone, at, personId } = keeper
  const begunOn = dayAt(at, timeZone)
  const councillors = await councillorsToAsk(sql, teamId, begunOn)
  if (councillors.length === 0)
    throw new Refusal('No councillor is in the network yet. Add them to their council first.', 409)
  const links = councillors.map((one) => ({ ...one, token: randomBytes(32).toString('base64url') }))
  const survey = { id, teamId, begunOn, expiresAt: new Date(at.getTime() + surveyLifetime) }
  const hashes = links.map(({ token }) => hashOf(token))
  if (!(await saveSurvey(sql, survey, hashes, { at, by: personId })))
    throw new Refusal('Councillors are being asked already. Close that survey first.', 409)
  const handed = links.map(({ name, email, token }) => ({ name, email, address: addressOf(`/reply/${token}`) }))
  const mails = handed.flatMap(({ email, address }) =>
    email !== null && isAddress(email) ? [surveyMail(email, teamName, address, id)] : [],
  )
  await writeMail(sql, mails, at)
  await audit(sql, {
    at,
    personId,
    verb: 'begin councillor survey',
    about: `councillor-survey/${id}`,
    detail: { asked: handed.length },
  })
  return handed.map(({ name, email, address }) => ({ name, address, mailed: email !== null && isAddress(email) }))
}

/** What a token leads to: the survey to be answered, why it cannot be, or null where it leads nowhere. */
export async function openSurvey(sql: Sql, token: string, at: Date) {
  const found = /^[\w-]{43}$/.test(token) ? await surveyOfToken(sql, hashOf(token)) : null
  if (found === null) return null
  const over = found.used ? 'answered' : found.closedOn !== null || found.expiresAt <= at ? 'over' : null
  return { ...found, over } as const
}

/**
 * Counts a councillor's answers in the caller's transaction, keeps their words for the team to decide on, and uses their link
 * up; who they are is kept nowhere. Throws a Refusal (409) where the link was used or the survey is over.
 */
export async function answerSurvey(sql: Sql, token: string, { answers, words }: SurveyReply, at: Date): Promise<void> {
  const survey = await takeInvitation(sql, hashOf(token), at)
  if (survey === null) throw new Refusal('This link was used already, or the survey is over.', 409)
  await countAnswers(sql, survey.id, answers)
  if (words !== '') await saveReplyWords(sql, survey.id, words, dayAt(at, survey.timeZone))
  await audit(sql, { at, personId: null, verb: 'answer councillor survey', about: `councillor-survey/${survey.id}` })
}

/** Puts the words of a reply differently, or erases them (null), in the caller's transaction, which audits it; false where they are gone. */
export const rewordReply = changeReplyWords

/**
 * Closes a survey in the caller's transaction and appends its answers all at once (D8.1 to D8.3); fewer than five are forgotten
 * and counted nowhere. Answers whether they were enough. Throws a Refusal (409) where it was closed before.
 */
export async function closeSurvey(sql: Sql, id: string, keeper: Keeper): Promise<boolean> {
  const { forceId, teamId, timeZone, at, personId } = keeper
  const closedOn = dayAt(at, timeZone)
  const counts = await saveClosing(sql, teamId, id, closedOn)
  if (counts === null) throw new Refusal('This survey was closed already.', 409)
  const facts = evidenceOfSurvey(id, counts, closedOn)
  if (facts.length === 0) await forgetCounts(sql, id)
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, facts)
  await audit(sql, { at, personId, verb: 'close councillor survey', about: `councillor-survey/${id}` })
  return facts.length > 0
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const surveyMail = (to: string, teamName: string, address: string, id: string) => ({
  to,
  about: `councillor-survey/${id}`,
  subject: `One minute for ${teamName} neighbourhood policing team`,
  text: `As a councillor you hear from ${teamName} neighbourhood policing team. Do you hear enough, and in time?

Three statements, one minute, no account:

${address}

The link is for you alone, works once and for 60 days. We keep how many answered what, not who.

Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.`,
})
