import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { forceFactRoutes } from './force-facts.routes.ts'
import { officerRoutes } from './officers.routes.ts'
import { officersKept } from './officers-kept.sql.ts'
import { pageDeskAddress, pageDeskOf } from './page-desk.ts'
import { publicPagePage } from './public-page.page.ts'
import { reviewSection } from './review-section.ts'
import { sectionOfSlug } from './section.ts'
import { sectionAges } from './sections.sql.ts'
import { teamFactRoutes } from './team-facts.routes.ts'
import { teamContact, teamLinks, teamLocations } from './team-facts.sql.ts'

const desk = '/desk/:force/:team/page'

/** The public page of a team as its desk keeps it, and what a force says of itself. */
export const publicPageRoutes: readonly Route[] = [
  get(desk, may('check the public page'), showPage),
  post(`${desk}/sections/:section/right`, may('check the public page'), takeReview),
  ...officerRoutes,
  ...teamFactRoutes,
  ...forceFactRoutes,
]

async function showPage(visit: Visit): Promise<Answer> {
  const { db, site, person, params, query } = visit
  const { force, team, today } = await pageDeskOf(visit)
  const [ages, officers, contact, links, locations] = await Promise.all([
    sectionAges(db, force.id, team.id),
    officersKept(db, team.id),
    teamContact(db, team.id),
    teamLinks(db, team.id),
    teamLocations(db, team.id),
  ])
  const mayChange = person !== null && isAllowed(person, 'keep the public page', params)
  const checked = sectionOfSlug(typed(query, 'checked'))
  return publicPagePage({ site, team, today, ages, officers, contact, links, locations, mayChange, checked })
}

async function takeReview(visit: Visit): Promise<Answer> {
  const { team, keeper } = await pageDeskOf(visit)
  const section = sectionOfSlug(visit.params['section'] ?? '')
  if (section === null) throw new Refusal('The page has no such section.', 404)
  await transaction(visit.db, (sql) => reviewSection(sql, section, keeper))
  return redirect(`${pageDeskAddress(team.id)}?checked=${visit.params['section']}`)
}
