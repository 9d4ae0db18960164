import { teamsOf } from '#areas/areas.sql.ts'
import { forceAt } from '#areas/team-at.ts'
import { peopleForTeam } from '#people/people.sql.ts'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { addMonths, dayAt } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt, type Desk } from '../keeper-at.ts'
import { findOrganisation } from '../organisations.sql.ts'
import { idOrNew } from '../typed-parts.ts'
import { weeksBegin } from './council.ts'
import { councilsWith } from './councils-at.ts'
import { councilsPage } from './councils.page.ts'
import { forceCouncilsPage } from './force-councils.page.ts'
import { levelsWith } from './levels.sql.ts'
import { nameInspector } from './name-inspector.ts'
import { noteDone } from './note-done.ts'
import type { NetworkNote } from './note.ts'
import { inspectorsNamed } from './notes.sql.ts'
import { surveysOf } from './surveys.sql.ts'
import { offersStanding, toldOf } from './told.sql.ts'

const councils = '/desk/:force/:team/councils'

/** What teams keep up with their councils, and what is noted of it with one button. */
export const councilRoutes: readonly Route[] = [
  get('/desk/:force/councils', may('see the councils of a force'), showForce),
  get(councils, may('keep in touch'), showCouncils),
  post(`${councils}/inspector`, may('name an inspector'), takeInspector),
  post(`${councils}/offered`, may('keep in touch'), takeOffer),
  post(`${councils}/taken`, may('keep in touch'), takePlace),
  post(`${councils}/role-briefing`, may('keep in touch'), takeRoleBriefing),
]

async function showCouncils(visit: Visit): Promise<Answer> {
  const desk = await keeperAt(visit)
  const { team, today } = desk
  const [councils, [inspector], [offer], told, surveys] = await Promise.all([
    councilsWith(visit.db, [team.id], today),
    inspectorsNamed(visit.db, [team.id]),
    offersStanding(visit.db, [team.id], today),
    toldOf(visit.db, [team.id], { year: addMonths(today, -12), weeks: weeksBegin(today), today }),
    surveysOf(visit.db, team.id),
  ])
  const allows = (permission: 'name an inspector' | 'manage the network') =>
    visit.person !== null && isAllowed(visit.person, permission, visit.params)
  return councilsPage({
    site: visit.site,
    team,
    today,
    councils,
    inspector: inspector ?? null,
    inspectors: allows('name an inspector') ? await inspectorsOf(visit, desk) : [],
    patrol: {
      stands: offer?.stands ?? false,
      on: offer?.on ?? null,
      taken: told.reduce((total, { placesTaken }) => total + placesTaken, 0),
    },
    advocates: await advocatesOf(visit, desk, told),
    surveys,
    mayManage: allows('manage the network'),
  })
}

async function advocatesOf({ db }: Visit, { team }: Desk, told: Awaited<ReturnType<typeof toldOf>>) {
  const levels = await levelsWith(db, [team.id], ['councillor advocate'])
  if (levels.length === 0) return null
  const lastWith = new Map(told.map(({ subjectId, contactOn }) => [subjectId, contactOn]))
  const lines = levels.map((level) => ({ level, contactOn: lastWith.get(level.subjectId) ?? null }))
  const days = told.flatMap(({ roleBriefedOn }) => (roleBriefedOn === null ? [] : [roleBriefedOn]))
  return { lines, briefedOn: days.toSorted().at(-1) ?? null }
}

const inspectorsOf = async ({ db }: Visit, { force, team }: Desk) =>
  (await peopleForTeam(db, force.id, team.id)).filter(({ role }) => role === 'inspector')

async function showForce(visit: Visit): Promise<Answer> {
  const force = await forceAt(visit.db, visit.params)
  const today = dayAt(visit.now, force.timeZone)
  const teams = await teamsOf(visit.db, force.id)
  const ids = teams.map(({ id }) => id)
  const [councils, named] = await Promise.all([councilsWith(visit.db, ids, today), inspectorsNamed(visit.db, ids)])
  const inspectors = new Map(named.map(({ teamId, name }) => [teamId, name]))
  return forceCouncilsPage({ site: visit.site, force, today, teams, councils, inspectors })
}

async function takeInspector(visit: Visit): Promise<Answer> {
  const desk = await keeperAt(visit)
  const personId = typed(visit.form, 'inspector')
  if (!(await inspectorsOf(visit, desk)).some(({ id }) => id === personId))
    throw new Refusal('Choose one of the inspectors of the Force.')
  const named = { id: idOrNew(visit.form), personId }
  await transaction(visit.db, (sql) => nameInspector(sql, named, desk.keeper))
  return backTo(desk)
}

async function takeOffer(visit: Visit): Promise<Answer> {
  return note(
    visit,
    { kind: 'patrol place offered', stands: typed(visit.form, 'stands') !== 'no', organisationIds: [] },
    [],
  )
}

async function takePlace(visit: Visit): Promise<Answer> {
  const { team } = await keeperAt(visit)
  const council = await findOrganisation(visit.db, team.id, typed(visit.form, 'with'))
  if (!council?.subjectId) throw new Refusal('Choose a council of the network.')
  const told = { kind: 'patrol place taken', stands: null, organisationIds: [council.id] } as const
  return note(visit, told, [council.subjectId])
}

async function takeRoleBriefing(visit: Visit): Promise<Answer> {
  return note(visit, { kind: 'role briefing held', stands: null, organisationIds: [] }, [])
}

type NoteTold = Omit<NetworkNote, 'id' | 'teamId' | 'happenedOn'>

async function note(visit: Visit, told: NoteTold, subjects: readonly string[]): Promise<Answer> {
  const desk = await keeperAt(visit)
  const common = { id: idOrNew(visit.form), teamId: desk.team.id, happenedOn: desk.today }
  await transaction(visit.db, (sql) => noteDone(sql, { ...common, ...told }, subjects, desk.keeper))
  return backTo(desk)
}

const backTo = ({ team }: Desk): Answer => redirect(`/desk/${team.id}/councils`)
