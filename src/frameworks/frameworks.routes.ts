import type { Answer } from '#platform/http/answers.ts'
import { everyone, get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Framework } from './framework.ts'
import { frameworkPage } from './framework.page.ts'
import { frameworkTitles } from './frameworks.sql.ts'
import { frameworksPage } from './frameworks.page.ts'
import { frameworkOfContract } from './known-frameworks.ts'
import { standardPage } from './standard.page.ts'

/** The frameworks that contracts are made under, for everybody to read. */
export const frameworkRoutes: readonly Route[] = [
  get('/frameworks', everyone, showFrameworks, { translated: true }),
  get('/frameworks/:id', everyone, showFramework, { translated: true }),
  get('/frameworks/:id/standards/:standard', everyone, showStandard, { translated: true }),
]

async function showFrameworks({ db, site }: Visit): Promise<Answer> {
  const titles = await frameworkTitles(db)
  const frameworks = await Promise.all(titles.map(({ id }) => frameworkOfContract(db, id)))
  return frameworksPage({ site, frameworks })
}

async function showFramework(visit: Visit): Promise<Answer> {
  return frameworkPage({ site: visit.site, framework: await frameworkNamed(visit) })
}

async function showStandard(visit: Visit): Promise<Answer> {
  const framework = await frameworkNamed(visit)
  const asked = visit.params['standard'] ?? ''
  const standard = framework.standards.find(({ id }) => id === asked)
  if (!standard) throw new Refusal('This framework has no such standard.', 404)
  return standardPage({ site: visit.site, framework, standard })
}

/** Anything that could be no id, such as a null character, is not asked of the database. */
async function frameworkNamed({ db, params }: Visit): Promise<Framework> {
  const id = params['id'] ?? ''
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Refusal('There is no such framework here.', 404)
  return frameworkOfContract(db, id)
}
