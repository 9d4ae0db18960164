import { teamAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { reachPage, teamSittingsPage } from './reach.page.ts'
import { readReach } from './reach.form.ts'
import { contractBefore, sittingOf } from '../sittings/sitting-at.ts'
import { sittingsWith } from '../sittings/sittings.sql.ts'
import { tellReach } from './tell-reach.ts'
import { reachOf } from './reach.sql.ts'

const sittings = '/desk/:force/:team/sittings'
const tells = may('tell community panels')

/** What a team tells the community panels and forums before which its contract comes (R05). */
export const reachRoutes: readonly Route[] = [
  get(sittings, tells, showSittings),
  get(`${sittings}/:sitting`, tells, (visit) => showReach(visit, null)),
  post(`${sittings}/:sitting`, tells, takeReach),
]

async function showSittings(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  return teamSittingsPage({ site: visit.site, team, sittings: await sittingsWith(visit.db, team.id) })
}

type Again = { readonly values: FormValues; readonly errors: FieldErrors; readonly refused: string | null }

async function showReach(visit: Visit, again: Again | null) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const sitting = await sittingOf(visit.db, force.id, visit.params['sitting'] ?? '')
  await contractBefore(visit.db, sitting.id, team.slug)
  const told = await reachOf(visit.db, sitting.id, team.id)
  return reachPage({
    site: visit.site,
    team,
    sitting,
    ...(again ?? { values: { ...told }, errors: {}, refused: null }),
  })
}

async function takeReach(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const read = readReach(visit.form)
  const values = visit.form
  if (!read.ok) return shown(await showReach(visit, { values, errors: read.errors, refused: null }), 422)
  const telling = { sittingId: visit.params['sitting'] ?? '', forceId: force.id, slug: team.slug }
  const by = { personId: visit.person?.id ?? '', at: visit.now }
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => tellReach(sql, read.value, telling, by))
      return `/desk/${team.id}/sittings`
    },
    (refused) => showReach(visit, { values, errors: {}, refused }),
  )
}
