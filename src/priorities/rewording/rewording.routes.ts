import { isUuid } from '#engagements/is-uuid.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { priorityAt } from '#priorities/course/priority-at.ts'
import { readRewording } from './rewording.form.ts'
import { rewordingPage } from './rewording.page.ts'
import { findTold } from './rewording.sql.ts'
import { rewordUpdate } from './reword-update.ts'

/** Where what was told of a priority is put differently; `one` is the address of the priority. */
export const rewordingRoutes = (one: string): readonly Route[] => [
  get(`${one}/updates/:update`, may('set priorities'), (visit) => ask(visit, null, {}, null)),
  post(`${one}/updates/:update`, may('set priorities'), take),
]

async function ask(visit: Visit, sent: FormValues | null, errors: FieldErrors, refused: string | null) {
  const { force, priority } = await priorityAt(visit)
  const id = visit.params['update'] ?? ''
  const told = isUuid(id) ? await findTold(visit.db, priority.id, id) : null
  if (told === null) throw new Refusal('The public was told no such thing of this priority.', 404)
  const { site } = visit
  return rewordingPage({
    site,
    priority,
    told,
    timeZone: force.timeZone,
    id: idOrNew(sent ?? {}),
    sent,
    errors,
    refused,
  })
}

async function take(visit: Visit): Promise<Answer> {
  const { team, keeper, priority } = await priorityAt(visit)
  const read = readRewording(visit.form)
  if (!read.ok) return shown(await ask(visit, visit.form, read.errors, null), 422)
  const updateId = visit.params['update'] ?? ''
  if (!isUuid(updateId)) throw new Refusal('The public was told no such thing of this priority.', 404)
  const told = { ...read.value, id: idOrNew(visit.form), updateId, priorityId: priority.id }
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => rewordUpdate(sql, told, keeper))
      return `/desk/${team.id}/priorities/${priority.id}`
    },
    (why) => ask(visit, visit.form, {}, why),
  )
}
