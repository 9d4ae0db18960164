import { closedRatingOf } from '#assessments/ratings.sql.ts'
import { coursesOf } from '#contract-year/course.sql.ts'
import { frozenSealOf } from '#contract-year/freezes.sql.ts'
import { isWithPanel } from '#contract-year/state.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractOf } from '../find.ts'
import { documentsPage } from './documents.page.ts'

/** What can be taken along of a contract. */
export async function showDocuments(visit: Visit): Promise<Answer> {
  const { db, site } = visit
  const { force, team, contract } = await contractOf(visit)
  const [courses, seal, rating] = await Promise.all([
    coursesOf(db, [contract.id]),
    frozenSealOf(db, contract.id),
    closedRatingOf(db, team.id, contract.year),
  ])
  const state = courses.get(contract.id)?.state ?? 'in force'
  const frozen =
    seal !== null && isWithPanel(state) ? { on: dayAt(seal.frozenAt, force.timeZone), hash: seal.hash } : null
  return documentsPage({ site, force, team, contract, frozen, isRated: rating !== null })
}
