import { teamsOf } from '#areas/areas.sql.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import { may } from '#people/permissions.ts'
import { typed } from '#platform/form.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { planAskedRoutes } from '#plans/asked/asked.routes.ts'
import { beginContractRoutes } from '#plans/begin/begin.routes.ts'
import { comparePage } from '#plans/compare/compare.page.ts'
import { comparePlans } from '#plans/compare/compare.ts'
import { found } from '#plans/library/library.ts'
import { libraryAt, newestOf } from '#plans/library/library-at.ts'
import { libraryPage } from '#plans/library/library.page.ts'
import { contractBefore, planAt, type PlanFound } from './plan-at.ts'
import { planPromiseRoutes } from '#plans/promises/promises.routes.ts'
import { planShownAt } from './shown-at.ts'
import { takeOverRoutes } from '#plans/recommended/take-over.routes.ts'
import { planTextRoutes } from '#plans/texts/texts.routes.ts'

const plan = '/desk/:force/:team/contract/:year/plan'
const see = may('see a contract’s year')

/** The plan of a year at the desk: read, written by several people, compared. */
export const planRoutes: readonly Route[] = [
  ...beginContractRoutes,
  get(plan, see, (visit) => planShownAt(visit, null)),
  get(`${plan}/compare`, see, compare),
  get(`${plan}/library`, may('write contracts'), showLibrary),
  ...planTextRoutes(plan),
  ...planPromiseRoutes(plan),
  ...takeOverRoutes(plan),
  ...planAskedRoutes(plan),
]

async function showLibrary(visit: Visit): Promise<Answer> {
  const at = await planAt(visit)
  const { shelf } = await libraryAt(visit, at)
  const asked = { words: typed(visit.query, 'words').slice(0, 200), standard: typed(visit.query, 'standard') }
  const pageNumber = Math.max(1, Number(/^\d{1,4}$/.exec(typed(visit.query, 'page'))?.[0] ?? 1))
  return libraryPage({
    site: visit.site,
    found: at,
    ...asked,
    all: shelf.length,
    shelf: found(shelf, asked),
    pageNumber,
  })
}

async function compare(visit: Visit): Promise<Answer> {
  const at = await planAt(visit)
  const choices = await comparable(visit, at)
  const asked = typed(visit.query, 'with')
  const chosen = choices.find(({ value }) => value === asked) ?? choices[0]
  const isLast = chosen?.value === 'last'
  const other =
    chosen === undefined ? null : isLast ? await contractBefore(visit, at) : await newestOf(visit, chosen.value)
  const beside = chosen !== undefined &&
    other !== null && {
      contract: other,
      name: chosen.words,
      promises: comparePlans(at.contract, other, isLast ? 'by ref' : 'by words'),
    }
  return comparePage({ site: visit.site, found: at, choices, chosen: chosen?.value ?? '', beside: beside || null })
}

/** Last year’s plan, and the newest of each other team of the force. */
async function comparable(visit: Visit, at: PlanFound) {
  const { force, team } = at
  const last = await contractBefore(visit, at)
  const teams = (await teamsOf(visit.db, force.id)).filter(({ id }) => id !== team.id)
  const heads = await contractHeads(
    visit.db,
    teams.map(({ id }) => id),
  )
  const others = teams.flatMap(({ id, name }) => {
    const newest = heads.find(({ teamId }) => teamId === id)
    return newest === undefined ? [] : [{ value: id, words: `${name} ${newest.year}` }]
  })
  return [...(last === null ? [] : [{ value: 'last', words: `last year’s plan, ${last.year}` }]), ...others]
}
