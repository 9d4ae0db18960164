import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { saveAnswer, saveKeptPromise } from './contacts.sql.ts'
import type { Keeper } from './keeper.ts'

type Answered = { readonly id: string; readonly subjectId: string; readonly on: Day }

/** Notes that somebody was told what came of what they raised (D3.3). Throws a Refusal (409) where that was noted before, or nothing was raised. */
export async function answerConcern(sql: Sql, { id, subjectId, on }: Answered, keeper: Keeper): Promise<void> {
  if (!(await saveAnswer(sql, id, on)))
    throw new Refusal('Nothing is left to answer there: it was answered before.', 409)
  const { forceId, teamId, timeZone, at, personId } = keeper
  const about = `contact/${id}`
  await append(sql, { forceId, teamId, timeZone, at, by: personId }, [
    { kind: 'concern answered', happenedOn: on, subjects: [subjectId], about, source: about },
  ])
  await audit(sql, { at, personId, verb: 'answer concern', about })
}

/** Notes the day on which a promise made in a contact was kept. Throws a Refusal (409) where that was noted before. */
export async function keepPromise(
  sql: Sql,
  { id, on }: Omit<Answered, 'subjectId'>,
  { at, personId }: Keeper,
): Promise<void> {
  if (!(await saveKeptPromise(sql, id, on))) throw new Refusal('That promise was noted as kept before.', 409)
  await audit(sql, { at, personId, verb: 'keep promise', about: `contact/${id}` })
}
