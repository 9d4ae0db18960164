import { isDeepStrictEqual } from 'node:util'
import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { drawnTeam, fixDay, rightOf, type DipCheck, type Finding } from './dip-check.ts'
import { findDipCheck, insertDraw, questionsOf, saveAnswered, saveFixed, saveQuestions } from './dip-checks.sql.ts'

/** Who looks at pages of a force, and when. */
export type Supervisor = {
  readonly personId: string
  readonly at: Date
  readonly forceId: string
  readonly timeZone: string
}

/**
 * Draws by lot the page that a supervisor looks at (D7.1), in the caller's transaction. A page that was drawn and not
 * answered comes again, so that nobody draws until they like what they get; throws a Refusal (409) where there is no team.
 */
export async function drawPage(
  sql: Sql,
  draw: { readonly id: string; readonly seed: string; readonly teamIds: readonly string[] },
  { personId: drawnBy, at: drawnAt, forceId }: Supervisor,
): Promise<DipCheck> {
  const teamId = drawnTeam(draw.seed, draw.teamIds)
  if (teamId === null) throw new Refusal('This force has no teams yet, so there is no page to look at.', 409)
  const { id, seed, teamIds: drawnFrom } = draw
  const check = await insertDraw(sql, { id, seed, drawnFrom, teamId, forceId, drawnAt, drawnBy })
  if (check.id === id)
    await audit(sql, {
      at: drawnAt,
      personId: drawnBy,
      verb: 'draw a page',
      about: `dip-check:${id}`,
      detail: { seed },
    })
  return check
}

/** What a supervisor found for one question, in the words in which it was asked. */
export type Found = {
  readonly question: string
  readonly finding: Finding
  readonly note: string
  readonly fixBy: Day | null
}

/**
 * Keeps what a supervisor found on a page, with the evidence (D7.1), in the caller's transaction; sent twice it is kept once.
 * Throws a Refusal where the page was drawn for somebody else (403) or the questions are others meanwhile (409).
 */
export async function answerDipCheck(
  sql: Sql,
  id: string,
  found: readonly Found[],
  { personId, at, forceId, timeZone }: Supervisor,
): Promise<void> {
  const check = await findDipCheck(sql, forceId, id, true)
  if (!check) throw new Refusal('There is no such dip-check.', 404)
  if (check.drawnBy !== personId) throw new Refusal('This page was drawn for somebody else to look at.', 403)
  if (check.checkedOn !== null) return
  const questions = await questionsOf(sql, forceId)
  const asked = found.map(({ question }) => question)
  if (!isDeepStrictEqual(questions, asked))
    throw new Refusal('The questions changed meanwhile: read them again, then send what you found.', 409)
  const today = dayAt(at, timeZone)
  const items = found.map((each, n) => ({ ...each, place: n + 1, fixBy: fixDay(each.finding, each.fixBy, today) }))
  await saveAnswered(sql, id, items, { on: today, at })
  const { right, checked } = rightOf(items)
  await append(sql, { forceId, teamId: check.teamId, timeZone, at, by: personId }, [
    {
      kind: 'page dip-checked',
      happenedOn: today,
      quantities: { 'items right': right, 'items checked': checked },
      source: `dip-check/${id}`,
    },
  ])
  await audit(sql, { at, personId, verb: 'dip-check a page', about: `dip-check:${id}`, detail: { right, checked } })
}

type Fixing = { readonly teamId: string; readonly personId: string; readonly at: Date; readonly timeZone: string }

/** Notes in the caller's transaction that what a dip-check found was put right; throws a Refusal (409) where it was before. */
export async function putRight(
  sql: Sql,
  fault: { readonly dipCheckId: string; readonly place: number },
  { teamId, personId, at, timeZone }: Fixing,
): Promise<void> {
  if (!(await saveFixed(sql, { ...fault, teamId }, { on: dayAt(at, timeZone), by: personId })))
    throw new Refusal('It was put right before.', 409)
  const about = `dip-check:${fault.dipCheckId}`
  await audit(sql, { at, personId, verb: 'put right', about, detail: { place: fault.place } })
}

/** Sets what a force has its dip-checks ask, in the caller's transaction. */
export async function setQuestions(sql: Sql, questions: readonly string[], { forceId, at, personId }: Supervisor) {
  await saveQuestions(sql, forceId, questions)
  const detail = { questions: questions.length }
  await audit(sql, { at, personId, verb: 'set dip-check questions', about: `force/${forceId}`, detail })
}
