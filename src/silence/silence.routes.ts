import type { Force } from '#areas/area.ts'
import { forceAt, teamAt } from '#areas/team-at.ts'
import { monthsKnown } from '#crime/crime.sql.ts'
import { isAllowed, may, type Permission } from '#people/permissions.ts'
import { dayAt } from '#platform/day.ts'
import type { FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { forceSilencePage } from './force-silence.page.ts'
import { askedPeriod, monthsOffered, periodInQuery } from './period.ts'
import { readForceSilence, readTeamSilence } from './read-silence.ts'
import { recordComparison } from './record-comparison.ts'
import { lastComparison } from './silence.sql.ts'
import { suggestionsOf } from './suggestions.ts'
import { teamSilencePage } from './team-silence.page.ts'

/** Where teams have not been heard: engagement beside crime and concerns. */
export const silenceRoutes: readonly Route[] = [
  get('/desk/:force/silence', may('see the silence map'), showForce),
  get('/desk/:force/:team/silence', may('see the silence map'), showTeam),
  post('/desk/:force/:team/silence/compared', may('compare with crime'), takeComparison),
]

async function showForce(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const { known, period, offered, errors, fictional } = await askedOf(visit, force, visit.query)
  const silence = await readForceSilence(visit.db, force, period, known)
  const mayImport = allows(visit, 'import crime')
  const answer = forceSilencePage({ site: visit.site, force, silence, offered, errors, fictional, mayImport })
  return Object.keys(errors).length > 0 ? shown(answer, 422) : answer
}

async function showTeam(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { known, period, offered, errors, fictional } = await askedOf(visit, force, visit.query)
  const [silence, last] = await Promise.all([
    readTeamSilence(visit.db, team, period, known),
    lastComparison(visit.db, team.id),
  ])
  const answer = teamSilencePage({
    site: visit.site,
    team,
    silence,
    suggestions: suggestionsOf(silence),
    offered,
    errors,
    fictional,
    last,
    mayCompare: allows(visit, 'compare with crime'),
    mayPlan: allows(visit, 'record engagements'),
  })
  return Object.keys(errors).length > 0 ? shown(answer, 422) : answer
}

async function takeComparison(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const { period, errors } = await askedOf(visit, force, visit.form)
  const [mistake] = Object.values(errors)
  if (mistake !== undefined) throw new Refusal(`${mistake}.`)
  await recordComparison(visit.db, team, period, {
    forceId: force.id,
    teamId: team.id,
    timeZone: force.timeZone,
    at: visit.now,
    by: visit.person?.id ?? null,
  })
  return redirect(`/desk/${team.id}/silence?${periodInQuery(period)}#compared`)
}

async function askedOf(visit: Visit, force: Force, query: FormValues) {
  const lines = await monthsKnown(visit.db, force.id)
  const today = dayAt(visit.now, force.timeZone)
  const known = lines.map(({ month }) => month)
  const { period, errors } = askedPeriod(query, known, today)
  const fictional = lines.some((line) => line.fictional && line.month >= period.from && line.month <= period.to)
  return { known, period, errors, fictional, offered: monthsOffered(known, today) }
}

const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)
