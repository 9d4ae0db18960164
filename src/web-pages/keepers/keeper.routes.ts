import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { readForm, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { writerAt } from '../editing/writer-at.ts'
import { assignKeeper, endKeeping } from './assign-keeper.ts'
import { keeperPage } from './keeper.page.ts'
import { keeperOf, volunteersWithLogin } from './keepers.sql.ts'

const address = '/desk/:force/:team/page/keeper'

/** Assigning the volunteer who keeps a team's pages. */
export const keeperRoutes: readonly Route[] = [
  get(address, may('assign a page keeper'), (visit) => keepingPage(visit, {}, {})),
  post(address, may('assign a page keeper'), takeKeeper),
  post(`${address}/end`, may('assign a page keeper'), takeEnd),
]

const keeperForm = (ids: readonly string[]) =>
  z.object({
    id: z.uuid('Open the form again'),
    personId: z.string({ error: 'Choose a volunteer' }).refine((id) => ids.includes(id), 'Choose a volunteer'),
  })

async function takeKeeper(visit: Visit): Promise<Answer> {
  const { team, writer } = await writerAt(visit)
  const ids = (await volunteersWithLogin(visit.db, team.id)).map(({ id }) => id)
  const read = readForm(keeperForm(ids), visit.form)
  if (!read.ok) return shown(await keepingPage(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => assignKeeper(sql, read.value, writer))
  return redirect(`/desk/${team.id}/page/keeper`)
}

async function takeEnd(visit: Visit): Promise<Answer> {
  const { team, writer } = await writerAt(visit)
  await transaction(visit.db, (sql) => endKeeping(sql, writer))
  return redirect(`/desk/${team.id}/page/keeper`)
}

async function keepingPage(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team } = await writerAt(visit)
  const [keeper, volunteers] = await Promise.all([keeperOf(visit.db, team.id), volunteersWithLogin(visit.db, team.id)])
  return keeperPage({ site: visit.site, team, keeper, volunteers, id: randomUUID(), values, errors })
}
