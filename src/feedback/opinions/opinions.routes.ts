import type { Force, Team } from '#areas/area.ts'
import { teamAt } from '#areas/team-at.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, withHeader, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { Refusal } from '#platform/refusal.ts'
import { findPriorityShown } from '#priorities/priorities.sql.ts'
import { givenOn } from '../given.ts'
import { giveOpinion } from './give-opinion.ts'
import { notAskedBecause, partOfSlug } from './opinion.ts'
import { readOpinion, stampedAbout } from './opinion.form.ts'
import { closedPage, formAddress, opinionPage, thanksPage, type Matter } from './opinion.page.ts'

const page = '/:force/:team/page-feedback'
const priority = '/:force/:team/priorities/:id/feedback'

const asking = { perMinute: 120, translated: true }
const taking = { perMinute: 20, maxBytes: 16 * 1024, translated: true }

/** What anybody says, without an account, of a team's page and of a priority. */
export const opinionRoutes: readonly Route[] = [
  get(page, everyone, (visit) => ask(visit, pageMatter), asking),
  post(page, everyone, (visit) => take(visit, pageMatter), taking),
  get(`${page}/thanks`, everyone, (visit) => thank(visit, pageMatter), { translated: true }),
  get(priority, everyone, (visit) => ask(visit, priorityMatter), asking),
  post(priority, everyone, (visit) => take(visit, priorityMatter), taking),
  get(`${priority}/thanks`, everyone, (visit) => thank(visit, priorityMatter), { translated: true }),
]

/** What an address asks about; `why` it is not asked about now, or null. */
type Found = { readonly force: Force; readonly team: Team; readonly matter: Matter; readonly why: string | null }
type Find = (visit: Visit) => Promise<Found>

async function ask(visit: Visit, find: Find): Promise<Answer> {
  const found = await find(visit)
  // Each form is of its own, so none may be kept.
  return closedAnswer(visit, found) ?? withHeader(await form(visit, found), 'cache-control', 'no-store')
}

async function take(visit: Visit, find: Find): Promise<Answer> {
  const found = await find(visit)
  const closed = closedAnswer(visit, found)
  if (closed) return closed
  const { force, team, matter } = found
  const setting = { secret: await secretOf(visit.db), of: matter.of, teamId: team.id, now: visit.now }
  const read = readOpinion(visit.form, setting)
  if (!read.ok) return shown(await form(visit, found, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => giveOpinion(sql, read.value, force, visit.now))
  const [path, query] = formAddress(team.id, matter.of).split('?')
  return redirect(`${path}/thanks${query === undefined ? '' : `?${query}`}`)
}

async function thank(visit: Visit, find: Find): Promise<Answer> {
  return thanksPage({ site: visit.site, ...(await find(visit)) })
}

function closedAnswer(visit: Visit, { team, matter, why }: Found): Answer | null {
  return why === null ? null : shown(closedPage({ site: visit.site, team, matter, why }), 409)
}

async function form(visit: Visit, { team, matter }: Found, values?: FormValues, errors?: FieldErrors) {
  const given = await givenOn(visit, stampedAbout(matter.of, team.id), values, errors)
  return opinionPage({ site: visit.site, team, matter, given })
}

async function pageMatter(visit: Visit): Promise<Found> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const part = partOfSlug(typed(visit.query, 'about'))
  if (part === null) throw new Refusal(sayIn(visit.language).text`The page has no such part.`, 404)
  const matter = {
    of: { topic: 'web page', part: part.slug },
    name: part.name,
    path: `/${team.id}${part.path}`,
  } as const
  return { force, team, matter, why: null }
}

async function priorityMatter(visit: Visit): Promise<Found> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const say = sayIn(visit.language)
  const today = dayAt(visit.now, force.timeZone)
  const found = await findPriorityShown(visit.db, team.id, visit.params['id'] ?? '', today)
  if (!found) throw new Refusal(say.text`${team.name} has no such priority.`, 404)
  const { id, title } = found
  const matter = {
    of: { topic: 'priorities', priorityId: id },
    name: title,
    path: `/${team.id}/priorities/${id}`,
  } as const
  return { force, team, matter, why: notAskedBecause(found, today, say) }
}
