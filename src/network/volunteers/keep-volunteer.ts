import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Keeper } from '../keeper.ts'
import { renewSubjects, subjectOf } from '../subject-of.ts'
import { giveBackAll } from './tasks.sql.ts'
import { findVolunteer, insertVolunteer, saveLastDay, takeNextNumber } from './volunteers.sql.ts'
import { volunteerLabel, type Volunteer } from './volunteer.ts'

type New = Pick<Volunteer, 'id' | 'name' | 'personId' | 'skills' | 'activeFrom'>

/**
 * Adds a volunteer with the evidence that they are active (D10.4) in the caller's transaction. The ledger knows them by
 * a number; sent twice, they are added once.
 */
export async function addVolunteer(sql: Sql, told: New, keeper: Keeper): Promise<void> {
  const { forceId, teamId, at, personId: by } = keeper
  const number = await takeNextNumber(sql, teamId)
  if ((await findVolunteer(sql, teamId, told.id)) !== null) return
  const subject = { forceId, teamId, kind: 'volunteer', label: volunteerLabel(number), from: told.activeFrom }
  const subjectId = await subjectOf(sql, subject, told.id)
  await insertVolunteer(sql, { ...told, teamId, number, activeTo: null, subjectId }, { at, by })
  await sayState(sql, { ...told, subjectId }, { active: true, on: told.activeFrom }, keeper)
  await audit(sql, { at, personId: by, verb: 'add volunteer', about: `volunteer/${told.id}` })
}

/** Notes a volunteer's last day with its evidence; what they took and did not do is offered again. Throws a Refusal (409) where they left before. */
export async function endVolunteer(sql: Sql, volunteer: Volunteer, on: Day, keeper: Keeper): Promise<void> {
  if (!(await saveLastDay(sql, volunteer.id, on))) throw new Refusal('They left before.', 409)
  await giveBackAll(sql, volunteer.id)
  await sayState(sql, volunteer, { active: false, on }, keeper)
  const label = volunteerLabel(volunteer.number)
  await renewSubjects(sql, [
    { id: volunteer.subjectId, label, to: on < volunteer.activeFrom ? volunteer.activeFrom : on },
  ])
  const { at, personId } = keeper
  await audit(sql, { at, personId, verb: 'end volunteer', about: `volunteer/${volunteer.id}` })
}

const sayState = (
  sql: Sql,
  { id, subjectId }: Pick<Volunteer, 'id' | 'subjectId'>,
  { active, on }: { readonly active: boolean; readonly on: Day },
  { forceId, teamId, timeZone, at, personId: by }: Keeper,
) =>
  append(sql, { forceId, teamId, timeZone, at, by }, [
    { kind: 'volunteer state', happenedOn: on, subjects: [subjectId], facets: { active }, source: `volunteer/${id}` },
  ])
