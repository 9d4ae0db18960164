import { teamAt } from '#areas/team-at.ts'
import { beginFirstContract } from '#contract-year/begin-first-contract.ts'
import { frameworksOfForce } from '#frameworks/known-frameworks.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { readBegin } from './begin.form.ts'
import { beginPage } from './begin.page.ts'
import { deskOfPlan } from '#plans/plan-at.ts'

const path = '/desk/:force/:team/contract/begin'

/** The first contract of a team that has none. */
export const beginContractRoutes: readonly Route[] = [
  get(path, may('write contracts'), (visit) => ask(visit, {}, null)),
  post(path, may('write contracts'), take),
]

async function ask(visit: Visit, errors: FieldErrors, refused: string | null) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const frameworks = await frameworksOfForce(visit.db, force.id)
  return beginPage({ site: visit.site, team, frameworks, values: visit.form, errors, refused })
}

async function take(visit: Visit): Promise<Answer> {
  const { db, form, person, now: at } = visit
  const { force, team } = await teamAt(db, visit.params)
  const read = readBegin(form, await frameworksOfForce(db, force.id), dayAt(at, force.timeZone))
  if (!read.ok) return shown(await ask(visit, read.errors, null), 422)
  const acting = { person, at, forceId: force.id, teamId: team.id, timeZone: force.timeZone }
  return orAgain(
    async () => {
      const draft = await transaction(db, (sql) => beginFirstContract(sql, read.value, acting))
      return deskOfPlan(team.id, draft.year)
    },
    (why) => ask(visit, {}, why),
  )
}
