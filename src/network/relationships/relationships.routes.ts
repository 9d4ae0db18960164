import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { agreeLevel } from '../agree-level.ts'
import { contactsOf } from '../contacts.sql.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { findPost } from '../posts.sql.ts'
import { findRelationship, type RelationshipLine } from '../relationships.sql.ts'
import { reviewRelationship } from '../review-relationship.ts'
import { reviewsOf } from '../reviews.sql.ts'
import { dayTyped, idOrNew } from '../typed-parts.ts'
import { relationshipPage } from './relationship.page.ts'
import { readAgreement, readReview } from './told-agreement.form.ts'

const relationship = '/desk/:force/:team/network/relationships/:id'

/** Relationships: what was agreed, and the yearly look at what came of it. */
export const relationshipRoutes: readonly Route[] = [
  get(relationship, may('keep in touch'), (visit) => relationshipAt(visit, {}, {})),
  post(`${relationship}/agree`, may('keep in touch'), takeAgreement),
  post(`${relationship}/review`, may('keep in touch'), takeReview),
]

async function takeAgreement(visit: Visit): Promise<Answer> {
  const { keeper, today, team, line } = await lineAt(visit)
  const read = readAgreement(visit.form, today)
  if (!read.ok) return shown(await relationshipAt(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => agreeLevel(sql, line, read.value, keeper))
  return redirect(`${networkOf(team.id)}/relationships/${line.id}`)
}

async function takeReview(visit: Visit): Promise<Answer> {
  const { keeper, today, team, line } = await lineAt(visit)
  const read = readReview(visit.form, { relationshipId: line.id, today })
  if (!read.ok) return shown(await relationshipAt(visit, visit.form, read.errors), 422)
  await transaction(visit.db, (sql) => reviewRelationship(sql, line, read.value, keeper))
  return redirect(`${networkOf(team.id)}/relationships/${line.id}`)
}

async function lineAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const line = await findRelationship(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!line) throw new Refusal(`${desk.team.name} keeps up no such relationship.`, 404)
  return { ...desk, line }
}

async function relationshipAt(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { team, today, line } = await lineAt(visit)
  const [contacts, reviews, whom] = await Promise.all([
    contactsOf(visit.db, [line.id], 50),
    reviewsOf(visit.db, line.id),
    whomOf(visit, line),
  ])
  const begun = { every: line.every ?? '', ...dayTyped('on', today), ...values }
  const known = { site: visit.site, team, today, line, whom, contacts, reviews }
  return relationshipPage({ ...known, reviewId: idOrNew(values), values: begun, errors })
}

async function whomOf({ db }: Visit, line: RelationshipLine) {
  const network = networkOf(line.teamId)
  if (line.keyIndividualId !== null)
    return { href: `${network}/individuals/${line.keyIndividualId}`, words: line.name ?? line.label }
  const post = line.postId === null ? null : await findPost(db, line.postId)
  const organisation = await findOrganisation(db, line.teamId, line.organisationId ?? post?.organisationId ?? '')
  return organisation && { href: `${network}/organisations/${organisation.id}`, words: organisation.name }
}
