import { allForces, findForce, neighbourhoodsOf, teamsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { answersToJudge, scoresToGive } from '#assessments/rounds/waiting.sql.ts'
import { openRecommendations } from '#assessments/recommendations/recommendations.sql.ts'
import { closedOut, promisesDue } from '#engagements/held/close-outs.sql.ts'
import { withoutFootfall } from '#engagements/held/engagements.sql.ts'
import { assignedTo } from '#engagements/planned/people/assigned-people.sql.ts'
import { momentAt, type Moment } from '#engagements/planned/planned-engagement.ts'
import { plannedNotClosed } from '#engagements/planned/planned-engagements.sql.ts'
import { evidenceOf } from '#engagements/held/record-engagement.ts'
import { findEngagement } from '#engagements/held/recorded-engagement.sql.ts'
import { photosOf } from '#field/field.sql.ts'
import { anybodySignedIn, isAllowed, may, type Permission } from '#people/permissions.ts'
import { addDays, dayAt, weekdayOf } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import { redirect, type Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit, Visitor } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { openNotes } from '#monitoring/notes/notes.sql.ts'
import { remindedAfter } from '#monitoring/reminders/year-step.ts'
import { yearSteps } from '#monitoring/reminders/year-steps.sql.ts'
import { contractsWaiting } from '#contract-year/week.sql.ts'
import { monthsKnown } from '#crime/crime.sql.ts'
import { oldCrime } from '#crime/old-crime.ts'
import { priorityWeek } from '#priorities/week.ts'
import { faultsFound } from '#web-pages/dip-checks/dip-checks.sql.ts'
import { waitingVersions } from '#web-pages/editing/texts.sql.ts'
import { growingStale } from '#web-pages/facts/section.ts'
import { sectionAges } from '#web-pages/facts/sections.sql.ts'
import { chooseTeamPage, type TeamsOfForce } from './choose-team.page.ts'
import { contractOn, standingOf } from './contract-on.ts'
import { countsTowards } from './counts-towards.ts'
import { peopleDue } from './people-due.ts'
import { recordedEngagementPage } from './recorded-engagement.page.ts'
import { forceRooms, seldomRooms } from './rooms.ts'
import { thisWeekPage } from './this-week.page.ts'
import type { NotRecorded } from './week-rows.page.ts'
import { weekOf } from './week.ts'

/** The desk's first page, a team's week, and what an engagement counted towards. */
export const oversightRoutes: readonly Route[] = [
  get('/desk', anybodySignedIn, findDesk),
  get('/desk/:force/:team', may('see this week'), showWeek),
  get('/desk/:force/:team/engagements/:id', may('see this week'), showRecorded),
]

async function findDesk(visit: Visit): Promise<Answer> {
  const { person } = visit
  if (person === null) return redirect('/sign-in')
  const seesWeeks = isAllowed(person, 'see this week')
  if (seesWeeks && person.teamId !== null) return redirect(`/desk/${person.teamId}`)
  const reach = await reachOf(visit, person)
  const [only, ...more] = reach.flatMap(({ teams }) => teams)
  if (seesWeeks && only && more.length === 0) return redirect(`/desk/${only.id}`)
  const loadsFrameworks = isAllowed(person, 'load frameworks')
  return chooseTeamPage({ site: visit.site, reach, seesWeeks, loadsFrameworks })
}

async function reachOf({ db }: Visit, person: Visitor): Promise<TeamsOfForce[]> {
  const own = person.forceId === null ? null : await findForce(db, person.forceId)
  const forces = person.forceId === null ? await allForces(db) : own ? [own] : []
  return Promise.all(
    forces.map(async (force) => ({
      force,
      teams: await teamsOf(db, force.id),
      rooms: forceRooms(person, force.id),
      waiting: isAllowed(person, 'sit on the panel', { force: force.id })
        ? {
            toScore: await scoresToGive(db, force.id, person.id),
            toJudge: await answersToJudge(db, force.id, person.id),
          }
        : null,
    })),
  )
}

async function showWeek(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const today = dayAt(visit.now, force.timeZone)
  const contract = await contractOn(visit, team.id, today)
  const since = contract?.span.from ?? addDays(today, -365)
  const standing = contract && (await standingOf(visit, contract, force.timeZone))
  return thisWeekPage({
    site: visit.site,
    team,
    today,
    contract: contract && standing && { year: contract.year, span: contract.span, week: weekOf(standing) },
    plannedNotClosed: await notRecorded(visit, team.id, momentAt(visit.now, force.timeZone)),
    peopleDue: allows(visit, 'keep in touch')
      ? await peopleDue(visit.db, team.id, { today, personId: visit.person?.id ?? null })
      : null,
    promisesMade: await promisesDue(visit.db, team.id, addDays(today, 7 - weekdayOf(today))),
    notClosed: await withoutFootfall(visit.db, team.id, since, today),
    staleSections: growingStale(await sectionAges(visit.db, force.id, team.id), today),
    oldCrime: allows(visit, 'import crime') ? oldCrime(await monthsKnown(visit.db, force.id), today) : null,
    editing: { versions: await waitingVersions(visit.db, team.id), faults: await faultsFound(visit.db, team.id) },
    personId: visit.person?.id ?? null,
    contractsWaiting: await contractsWaiting(visit.db, team.id),
    yearSteps: await yearSteps(visit.db, { at: visit.now, teamId: team.id, days: remindedAfter }),
    notes: allows(visit, 'read notes to teams') ? await openNotes(visit.db, team.id) : [],
    recommendations: await openRecommendations(visit.db, team.id),
    priorities: await priorityWeek(visit.db, team.id, { today, ofNetwork: allows(visit, 'keep in touch') }),
    allows: {
      record: allows(visit, 'record engagements'),
      importEvidence: allows(visit, 'import evidence'),
      enter: (permission) => allows(visit, permission),
    },
    rooms: visit.person === null ? [] : seldomRooms(visit.person, team.id),
  })
}

/** Those the reader was assigned to come first: whoever was there is the one to say what happened. */
async function notRecorded({ db, person }: Visit, teamId: string, moment: Moment): Promise<NotRecorded[]> {
  const plans = await plannedNotClosed(db, teamId, moment)
  if (plans.length === 0) return []
  const ids = plans.map(({ id }) => id)
  const assigned = Map.groupBy(await assignedTo(db, ids), ({ plannedId }) => plannedId)
  const rows = plans.map((planned) => {
    const people = assigned.get(planned.id) ?? []
    const isOwn = person !== null && people.some(({ personId }) => personId === person.id)
    return { planned, people: people.map(({ name }) => name), isOwn }
  })
  return rows.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
}

async function showRecorded(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const engagement = await findEngagement(visit.db, team.id, visit.params['id'] ?? '')
  if (!engagement) throw new Refusal(`${team.name} has recorded no such engagement.`, 404)
  const contract = await contractOn(visit, team.id, engagement.heldOn)
  const standing = contract && (await standingOf(visit, contract, force.timeZone))
  const promises = standing && countsTowards(standing, [evidenceOf(engagement, force.timeZone)])
  return recordedEngagementPage({
    site: visit.site,
    team,
    neighbourhoods: await neighbourhoodsOf(visit.db, force.id, team.id),
    engagement,
    closedOut: await closedOut(visit.db, engagement.id),
    photos: allows(visit, 'record engagements') ? await photosOf(visit.db, engagement.id) : [],
    contract: contract && promises && { year: contract.year, promises },
    again: typed(visit.query, 'again') !== '',
    mayRecord: allows(visit, 'record engagements'),
    mayCorrect: allows(visit, 'correct evidence'),
    timeZone: force.timeZone,
  })
}

const allows = ({ person, params }: Visit, permission: Permission): boolean =>
  person !== null && isAllowed(person, permission, params)
