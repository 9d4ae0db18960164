import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { feedbackRoutes } from '#feedback/feedback.routes.ts'
import type { Database } from '#platform/database/database.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { stampOf } from '#platform/form-stamp.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { deskOf, saturday } from './desk.ts'

export const team = 'dorset/west-dorset'
export const desk = `/desk/${team}`
/** The priority that people are asked about. */
export const id = '0b1e0000-0000-4000-8000-000000000002'
/** What the stamp of a form is for, and where the form is. */
export const ofPriority = { about: `opinion/${id}`, address: `/${team}/priorities/${id}/feedback` }
export const ofPage = { about: `opinion/${team}/priorities`, address: `/${team}/page-feedback?about=priorities` }
export const aMinuteAgo = new Date(saturday.getTime() - 60_000)

export type Course = { readonly state?: string; readonly closedOn?: string | null; readonly toldOn?: string | null }

/** A team with a page and one priority, of which the public was told in November unless said otherwise. */
export async function working(
  t: TestContext,
  { state = 'in hand', closedOn = null, toldOn = '2026-11-10' }: Course = {},
) {
  const found = await deskOf(t, [...feedbackRoutes, ...publicRoutes])
  const { db, server } = found
  const isSet = state !== 'triaged'
  await db`
    insert into priority (id, about, team_id, title, said, level, state, outcome, report_back, set_on, closed_on, made_at)
    values (${id}, 'priority/speeding', ${team}, 'Speeding', 'Cars are fast.', ${isSet ? 'standard' : null}, ${state},
      ${closedOn && 'partly'}, ${closedOn && 'Slower.'}, ${isSet ? '2026-06-01' : null}, ${closedOn}, ${saturday})`
  if (toldOn !== null)
    await db`
      insert into priority_update (id, priority_id, posted_on, words, posted_at)
      values (gen_random_uuid(), ${id}, ${toldOn}, 'Two checks', ${saturday})`
  const send = (address: string, fields: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  return { ...found, send }
}

/** The fields of a form that was given out at some time, as somebody filled it in. */
export async function filled(
  db: Database,
  about: string,
  changes: Readonly<Record<string, string>> = {},
  at = aMinuteAgo,
) {
  const formId = randomUUID()
  const stamp = stampOf(await secretOf(db), { formId, about, at })
  return { id: formId, stamp, first: '4', second: '2', words: 'More signs', website: '', ...changes }
}
