import { teamAt } from '#areas/team-at.ts'
import type { Force, Team } from '#areas/area.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { contractStanding } from '#standings/contract-standing.ts'
import { coursesOf, notBegun, type Course } from './course.sql.ts'
import { findDraft } from './drafts.sql.ts'
import type { Acting } from './take-contract-step.ts'

/** One year of a team's contract, as a visit finds it. */
export type YearFound = {
  readonly force: Force
  readonly team: Team
  /** What is published, or the draft of it. */
  readonly contract: Contract
  readonly isDraft: boolean
  readonly course: Course
  readonly acting: Acting
}

/** The contract or draft of an address; throws a Refusal (404) where the team has neither for the year. */
export async function contractYearAt(visit: Visit): Promise<YearFound> {
  const { db, params, person, now } = visit
  const { force, team } = await teamAt(db, params)
  const year = /^\d{4}$/.test(params['year'] ?? '') ? Number(params['year']) : 0
  const id = `${team.id}/${year}`
  const published = await findContract(db, team.id, year)
  const contract = published ?? (await findDraft(db, id))
  if (contract === null) throw new Refusal(`${team.name} has no contract of this year, nor a draft of one.`, 404)
  const course = (await coursesOf(db, [id])).get(id) ?? notBegun(id)
  const acting = { person, at: now, forceId: force.id, teamId: team.id, timeZone: force.timeZone }
  return { force, team, contract, isDraft: published === null, course, acting }
}

/** How a published contract stands on its usual day. */
export const standingAt = ({ db, now }: Visit, { contract, force }: YearFound) =>
  contractStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })

/** A contract's year at the desk. */
export const deskOfYear = (teamId: string, year: number): string => `/desk/${teamId}/contract/${year}`

/** Where the public reads the evidence of a contract’s promises. */
export const promiseOf =
  (teamId: string, year: number) =>
  (ref: string): string =>
    `/${teamId}/contract/${year}/commitments/${ref}`
