import type { Team } from '#areas/area.ts'
import type { Colleague } from '#people/team/team-people.sql.ts'
import { typed, typedList, type FormResult, type FormValues } from '#platform/form.ts'
import type { Move } from './move.ts'
import type { SchoolMove } from './move-school.ts'

/** Chosen where a school stays with its team for now. */
export const leaveIt = ''

type Offered = {
  readonly offered: readonly Move[]
  readonly teams: readonly Team[]
  readonly owners: ReadonlyMap<string, readonly Colleague[]>
}

/** The schools that go to another team, each with its new owner; what was not offered, or moved before, is passed over. */
export function readMoves(form: FormValues, { offered, teams, owners }: Offered): FormResult<readonly SchoolMove[]> {
  const errors: Record<string, string> = {}
  const targets = typedList(form, 'to')
  const moves = typedList(form, 'school').flatMap((id, n) => {
    const field = `owner-${id}`
    const [chosen, move] = [typed(form, field), offered.find((one) => one.organisationId === id)]
    if (move === undefined || chosen === leaveIt) return []
    const owner = owners.get(move.toTeam)?.find((one) => one.id === chosen)
    const [from, to] = [move.teamId, move.toTeam].map((team) => teams.find((one) => one.id === team))
    if (owner === undefined || move.toTeam !== targets[n]) errors[field] = 'Choose who takes it over there'
    return owner && from && to ? [{ id, from, to, owner }] : []
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors, values: form } : { ok: true, value: moves }
}
