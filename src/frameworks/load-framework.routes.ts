import { kinds } from '#measures/kinds.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Framework } from './framework.ts'
import { frameworkById, sameFramework } from './frameworks.sql.ts'
import { readFrameworkFile } from './load-framework.form.ts'
import { loadFrameworkPage } from './load-framework.page.ts'
import { keepFramework } from './load-framework.ts'

/** Loading a framework file at the desk. */
export const frameworkDeskRoutes: readonly Route[] = [
  get('/desk/frameworks/load', may('load frameworks'), ({ site }) => loadFrameworkPage({ site })),
  post('/desk/frameworks/load', may('load frameworks'), takeFramework, { upload: { maxBytes: 2 * 1024 * 1024 } }),
]

async function takeFramework(visit: Visit): Promise<Answer> {
  const { site, files, db, now } = visit
  const [file] = files
  if (!file) return shown(loadFrameworkPage({ site, error: 'Choose a framework file' }), 422)
  const read = readFrameworkFile(file.bytes, kinds)
  if (!read.ok) return shown(loadFrameworkPage({ site, faults: read.faults }), 422)
  await refuseOthers(visit, read.framework)
  await keepFramework(db, read.framework, { by: visit.person?.id ?? null, at: now })
  return redirect(`/frameworks/${read.framework.id}`)
}

/** A force-lead loads what their own force asks, and nobody at the desk overwrites what another has loaded. */
async function refuseOthers({ db, person }: Visit, framework: Framework): Promise<void> {
  if (person === null || !isAllowed(person, 'load frameworks', { force: framework.force }))
    throw new Refusal(`This is a framework of the force “${framework.force}”, which is not yours.`, 403)
  const kept = await frameworkById(db, framework.id)
  if (kept && !(await sameFramework(db, framework)))
    throw new Refusal(`There is a framework ${framework.id} that says something else. Give this one an id of its own.`, 409)
}
