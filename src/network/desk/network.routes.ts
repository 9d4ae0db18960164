import { isAllowed, may } from '#people/permissions.ts'
import { addDays } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperAt, type Desk } from '../keeper-at.ts'
import { reviewedWithin, sundayOf } from '../relationship.ts'
import {
  kindsKeptUp,
  relationshipsDue,
  relationshipsNotAgreed,
  relationshipsNotReviewed,
  relationshipsOf,
  tagsOf,
  type Narrowed,
} from '../relationships.sql.ts'
import { searchNetwork } from '../search.sql.ts'
import { networkPage } from './network.page.ts'
import { searchResults } from './search-results.page.ts'

/** Whom a team keeps in touch with: the search, who is due, and everybody. */
export const networkRoutes: readonly Route[] = [get('/desk/:force/:team/network', may('keep in touch'), showNetwork)]

const most = 50
const stretchOf = 25

async function showNetwork(visit: Visit): Promise<Answer> {
  const desk = await keeperAt(visit)
  const words = typed(visit.query, 'q').trim().slice(0, 100)
  const found = words === '' ? null : await searchNetwork(visit.db, desk.force.id, desk.team.id, words)
  if (typed(visit.query, 'part') === 'list' && found !== null) return searchResults(desk.team.id, words, found)
  const narrowed = { kind: typed(visit.query, 'kind') || null, tag: typed(visit.query, 'tag') || null }
  const { team, today } = desk
  const listed = found === null ? await listsOf(visit, desk, narrowed) : noLists
  const mayManage = visit.person !== null && isAllowed(visit.person, 'manage the network', visit.params)
  return networkPage({ site: visit.site, team, today, words, found, narrowed, ...listed, mayManage })
}

const noLists = {
  due: [],
  notAgreed: [],
  notReviewed: [],
  everything: [],
  kinds: [],
  tags: [],
  stretch: { current: 1, pages: 1 },
}

async function listsOf({ db, query }: Visit, { force, team, today }: Desk, narrowed: Narrowed) {
  const kinds = await kindsKeptUp(db, team.id, narrowed.tag)
  const all = kinds
    .filter(({ kind }) => narrowed.kind === null || kind === narrowed.kind)
    .reduce((total, { count }) => total + count, 0)
  const pages = Math.max(1, Math.ceil(all / stretchOf))
  const current = Math.min(pages, Math.max(1, Number.parseInt(typed(query, 'page'), 10) || 1))
  const [due, notAgreed, notReviewed, everything, tags] = await Promise.all([
    relationshipsDue(db, team.id, sundayOf(today), most),
    relationshipsNotAgreed(db, team.id, most),
    relationshipsNotReviewed(db, team.id, addDays(today, -reviewedWithin), most),
    relationshipsOf(db, team.id, narrowed, { from: (current - 1) * stretchOf, most: stretchOf }),
    tagsOf(db, force.id, team.id),
  ])
  const stretch = { current, pages }
  return { due, notAgreed, notReviewed, everything, kinds, tags: tags.map(({ tag }) => tag), stretch }
}
