import type { Force, Team } from '#areas/area.ts'
import { teamsOf } from '#areas/areas.sql.ts'
import { contractsInForce } from '#contracts/contracts.sql.ts'
import { learningToShare } from '#engagements/held/learning.sql.ts'
import { plansWithoutCriteria } from '#engagements/planned/assessment/assessment.sql.ts'
import { calendarEvents } from '#engagements/planned/calendar/calendar-events.ts'
import { forcePlansBetween } from '#engagements/planned/planned-engagements.sql.ts'
import { countStanding, lastStanding } from '#ledger/evidence-standing.sql.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { hoursByMonth } from '#network/volunteers/tasks.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, addMonths, dayAt, startOfMonth, type Day } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import { standingOf } from '../contract-on.ts'
import { weekOf, type WeekRow } from '../week.ts'

/** All that the NEO’s week shows of a force. */
export async function neoWeek(visit: Visit, force: Force) {
  const { db, now } = visit
  const today = dayAt(now, force.timeZone)
  const span = { from: today, to: addDays(today, 13) }
  const teams = await teamsOf(db, force.id)
  const ids = teams.map(({ id }) => id)
  const [plans, withoutCriteria, learning, last, contacts, months, next] = await Promise.all([
    forcePlansBetween(db, force.id, span.from, span.to),
    plansWithoutCriteria(db, force.id, { from: today, to: addDays(today, 28) }),
    learningToShare(db, force.id),
    lastStanding(db, force.id, meetingWithNeo),
    contactsOfTwoYears(db, force.id, today),
    hoursByMonth(db, ids, addMonths(startOfMonth(today), -11)),
    nextOfEach(visit, force, teams, today),
  ])
  const planned = plans.filter(({ state }) => state === 'planned')
  const events = await calendarEvents(db, planned, { force, teams, span, now })
  const hours = {
    hours: months.reduce((sum, month) => sum + month.hours, 0),
    freed: months.reduce((sum, month) => sum + month.freed, 0),
  }
  const met = teams.map(({ id, name }) => ({
    teamId: id,
    name,
    lastOn: last.find(({ teamId }) => teamId === id)?.on ?? null,
  }))
  return { teams, today, events, withoutCriteria, learning, met, contacts, hours, next }
}

/** A team and the NEO spoke of coming engagements (R44). */
const meetingWithNeo = { kind: 'team meeting held', facets: { topic: 'NEO' } } as const

/** Contacts together with the NEO (D10.2) in the twelve months up to today, and in those before. */
async function contactsOfTwoYears(sql: Sql, forceId: string, today: Day) {
  const asked = { kind: 'contact made', facets: { 'with NEO': true } } as const
  const yearAgo = addMonths(today, -12)
  const [thisYear, lastYear] = await Promise.all([
    countStanding(sql, forceId, asked, { from: addDays(yearAgo, 1), to: today }),
    countStanding(sql, forceId, asked, { from: addDays(addMonths(yearAgo, -12), 1), to: yearAgo }),
  ])
  return { thisYear, lastYear }
}

/** The cheapest next thing of each team, from the contracts in force. */
async function nextOfEach(visit: Visit, force: Force, teams: readonly Team[], today: Day) {
  const contracts = await contractsInForce(visit.db, force.id, today)
  return Promise.all(
    teams.map(async (team) => {
      const contract = contracts.findLast(({ teamId }) => teamId === team.id)
      if (!contract) return { team, hasContract: false, todo: null }
      const week = weekOf(await standingOf(visit, contract, force.timeZone))
      const first = [...week.lapsing, ...week.slipping].find((row) => row.next !== null)
      return { team, hasContract: true, todo: first ? todoOf(team, first) : null }
    }),
  )
}

function todoOf(team: Team, { text, next }: WeekRow) {
  const desk = `/desk/${team.id}`
  if (next?.do !== 'import evidence') {
    const method = next?.method ? `?method=${encodeURIComponent(next.method)}` : ''
    return { words: 'Record an engagement', href: `${desk}/engagements/new${method}`, why: text }
  }
  const { label } = kinds[next.kind as Kind]
  const href = `${desk}/evidence/import?kind=${encodeURIComponent(next.kind)}`
  return { words: `Import evidence: ${label.toLowerCase()}`, href, why: text }
}
