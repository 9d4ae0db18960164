import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findKeyIndividual } from '../key-individuals.sql.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { idOrNew } from '../typed-parts.ts'
import { comparePage } from './compare.page.ts'
import { duplicatesPage, undonePage } from './duplicates.page.ts'
import { likelyIndividuals, likelyOrganisations } from './duplicates.sql.ts'
import { keepApart } from './keep-apart.ts'
import { individualParts, mergeKeyIndividuals } from './merge-key-individuals.ts'
import { mergeOrganisations, organisationParts } from './merge-organisations.ts'
import { comparedParts, readMerge } from './merging.form.ts'
import { individualTitles, leftInWords, organisationTitles } from './merging-words.ts'
import { findMerge, mergesSince } from './merges.sql.ts'
import { undoMerge, undoneWithin } from './undo-merge.ts'

const home = '/desk/:force/:team/network/duplicates'
const mayManage = may('manage the network')

/** Records of one and the same: found, compared, made one, and parted again. */
export const mergingRoutes: readonly Route[] = [
  get(home, mayManage, listPairs),
  get(`${home}/individuals/:one/:other`, mayManage, (visit) => comparison(visit, 'individuals', {}, {})),
  post(`${home}/individuals/:one/:other`, mayManage, mergeTwoPeople),
  post(`${home}/individuals/:one/:other/two`, mayManage, (visit) => theyAreTwo(visit, 'individuals')),
  get(`${home}/organisations/:one/:other`, mayManage, (visit) => comparison(visit, 'organisations', {}, {})),
  post(`${home}/organisations/:one/:other`, mayManage, mergeTwoOrganisations),
  post(`${home}/organisations/:one/:other/two`, mayManage, (visit) => theyAreTwo(visit, 'organisations')),
  post(`${home}/merges/:id/undo`, mayManage, undo),
]

/** Pairs of people, and pairs of organisations, on one page. */
const stretchOf = 50

async function listPairs(visit: Visit): Promise<Answer> {
  const { force, team } = await keeperAt(visit)
  const since = new Date(visit.now.getTime() - undoneWithin * 86_400_000)
  const current = Math.min(10_000, Math.max(1, Number.parseInt(typed(visit.query, 'page'), 10) || 1))
  const stretch = { from: (current - 1) * stretchOf, most: stretchOf }
  const [individuals, organisations, merges] = await Promise.all([
    likelyIndividuals(visit.db, team.id, stretch),
    likelyOrganisations(visit.db, force.id, team.id, stretch),
    mergesSince(visit.db, team.id, since),
  ])
  const all = Math.max(individuals[0]?.all ?? 0, organisations[0]?.all ?? 0)
  if (all === 0 && current > 1) return redirect(`${networkOf(team.id)}/duplicates`)
  const pages = Math.max(1, Math.ceil(all / stretchOf))
  const found = { individuals, organisations, merges, current, pages }
  return duplicatesPage({ site: visit.site, team, timeZone: force.timeZone, ...found })
}

type What = 'individuals' | 'organisations'

async function comparedAt(visit: Visit, what: What) {
  const desk = await keeperAt(visit)
  const [one = '', other = ''] = [visit.params['one'], visit.params['other']]
  const compared = what === 'individuals' ? await people(visit, desk.team.id, one, other) : await bodies(visit, desk.team.id, one, other) // prettier-ignore
  if (!compared) throw new Refusal('One of the two is not here any more. Look at the list again.', 404)
  const ids: readonly [string, string] = [one, other]
  return { ...desk, ids, compared }
}

async function people({ db }: Visit, teamId: string, one: string, other: string) {
  const both = [await findKeyIndividual(db, teamId, one), await findKeyIndividual(db, teamId, other)] as const
  if (both[0]?.id !== one || both[1]?.id !== other || one === other) return null
  return comparedParts(individualTitles, individualParts, both[0], both[1])
}

async function bodies({ db }: Visit, teamId: string, one: string, other: string) {
  const both = [await findOrganisation(db, teamId, one), await findOrganisation(db, teamId, other)] as const
  if (both[0]?.id !== one || both[1]?.id !== other || one === other) return null
  return comparedParts(organisationTitles, organisationParts, both[0], both[1])
}

async function comparison(visit: Visit, what: What, values: FormValues, errors: FieldErrors) {
  const { team, ids, compared } = await comparedAt(visit, what)
  return comparePage({ site: visit.site, team, what, ids, id: idOrNew(values), compared, values, errors })
}

async function mergeTwoPeople(visit: Visit): Promise<Answer> {
  const { ids, keeper, team } = await placeOf(visit)
  const read = readMerge(visit.form, ids, individualParts)
  if (!read.ok) return shown(await comparison(visit, 'individuals', visit.form, read.errors), 422)
  if (!(await findMerge(visit.db, team.id, read.value.id)))
    await transaction(visit.db, (sql) => mergeKeyIndividuals(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/individuals/${read.value.kept}`)
}

async function mergeTwoOrganisations(visit: Visit): Promise<Answer> {
  const { ids, keeper, team } = await placeOf(visit)
  const read = readMerge(visit.form, ids, organisationParts)
  if (!read.ok) return shown(await comparison(visit, 'organisations', visit.form, read.errors), 422)
  if (!(await findMerge(visit.db, team.id, read.value.id)))
    await transaction(visit.db, (sql) => mergeOrganisations(sql, read.value, keeper))
  return redirect(`${networkOf(team.id)}/organisations/${read.value.kept}`)
}

/** Where a form sent twice comes from, though one of the two is gone already. */
async function placeOf(visit: Visit) {
  const ids: readonly [string, string] = [visit.params['one'] ?? '', visit.params['other'] ?? '']
  return { ...(await keeperAt(visit)), ids }
}

async function theyAreTwo(visit: Visit, what: What): Promise<Answer> {
  const { team, keeper, ids } = await comparedAt(visit, what)
  await transaction(visit.db, (sql) =>
    keepApart(sql, what === 'individuals' ? 'key-individual' : 'organisation', ids, keeper),
  )
  return redirect(`${networkOf(team.id)}/duplicates`)
}

async function undo(visit: Visit): Promise<Answer> {
  const { team, keeper } = await keeperAt(visit)
  const left = await transaction(visit.db, (sql) => undoMerge(sql, visit.params['id'] ?? '', keeper))
  return undonePage({ site: visit.site, team, left: leftInWords(left) })
}
