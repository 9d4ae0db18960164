import { append } from '#ledger/append.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { openForStep, type PanelMember } from './panel-seat.ts'
import { refuseOutOfTurn } from './recommendation.ts'
import { findRecommendation, hasStep, insertStep } from './recommendations.sql.ts'

/** What is said to a recommendation; the id is chosen with the form. */
export type Answer = { readonly id: string; readonly recommendationId: string; readonly words: string }

/**
 * What a team says in public to a recommendation, or that it is done (R49), in the caller's transaction; sent twice it is kept once. The
 * first answer is evidence. Throws a Refusal where it is not of this team (404), or closed or with the panel (409).
 */
export async function answerRecommendation(
  sql: Sql,
  { id, recommendationId, words, isDone }: Answer & { readonly isDone: boolean },
  { teamId, ...acting }: PanelMember & { readonly teamId: string },
): Promise<void> {
  const { at, personId, forceId, timeZone } = acting
  const found = await findRecommendation(sql, recommendationId, true)
  if (found?.teamId !== teamId) throw new Refusal('There is no such recommendation to this team.', 404)
  if (await hasStep(sql, id)) return
  const step = isDone ? 'closure proposed' : 'answered'
  refuseOutOfTurn(step, found.state)
  const takenOn = dayAt(at, timeZone)
  await insertStep(sql, { id, recommendationId, step, words, takenOn }, at, personId)
  const [about, source] = [`recommendation/${recommendationId}`, `recommendation/${recommendationId}`]
  if (found.state === 'not answered')
    await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
      { kind: 'recommendation answered', happenedOn: takenOn, about, source },
    ])
  await pagesChanged(sql, teamId)
  await audit(sql, { at, personId, verb: step === 'answered' ? 'answer a recommendation' : 'propose closure', about })
}

/** The panel accepts that a recommendation is done, or sends it back, in the caller's transaction; throws likewise. */
export async function judgeAnswer(
  sql: Sql,
  { id, recommendationId, words, isAccepted }: Answer & { readonly isAccepted: boolean },
  member: PanelMember,
): Promise<void> {
  const { at, personId, timeZone } = member
  const found = await findRecommendation(sql, recommendationId, true)
  if (found === null) throw new Refusal('There is no such recommendation.', 404)
  const slug = found.teamId.split('/')[1] ?? ''
  await openForStep(sql, { roundId: found.roundId, slug }, 'judge an answer', member, null)
  if (await hasStep(sql, id)) return
  const step = isAccepted ? 'closure accepted' : 'sent back'
  refuseOutOfTurn(step, found.state)
  await insertStep(sql, { id, recommendationId, step, words, takenOn: dayAt(at, timeZone) }, at, personId)
  await pagesChanged(sql, found.teamId)
  await audit(sql, { at, personId, verb: step, about: `recommendation/${recommendationId}` })
}
