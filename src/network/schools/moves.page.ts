import type { Team } from '#areas/area.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { button, select } from '#platform/govuk.ts'
import { html, nothing, type Html } from '#platform/html.ts'
import type { Move } from './move.ts'
import { leaveIt } from './moves.form.ts'

/** Moves that are offered, and who may own what each new team keeps up, by team. */
export type Moves = {
  readonly offered: readonly Move[]
  readonly owners: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>
}

type Shown = Moves & {
  readonly forceId: string
  readonly teams: readonly Team[]
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Schools that lie in the place of another team than keeps them: each is moved to a new owner there, or stays. */
export function movesPart(shown: Shown): Html {
  const { forceId, offered } = shown
  if (offered.length === 0) return nothing
  return html`<h2 class="govuk-heading-m" id="moves">Schools in another team’s place</h2>
<p class="govuk-body">A school that moves has a new owner at once, who is to be introduced. What was agreed, its head and its safeguarding officer go with it; what was recorded stays where it was. To keep a school where it is for good, say below whose its number (URN) is.</p>
<form class="desk-form" method="post" action="/desk/${forceId}/schools/register/moves" novalidate>
${offered.map((move) => moveRow(move, shown))}
${button('Move the schools')}
</form>`
}

function moveRow(move: Move, { teams, owners, values, errors }: Shown): Html {
  const { organisationId, urn, name, place, teamId, toTeam, owner } = move
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name ?? id
  const field = `owner-${organisationId}`
  const choices = (owners.get(toTeam) ?? []).map((one) => ({ value: one.id, words: one.name }))
  const hint = `${place === '' ? '' : `${place}, `}URN ${urn}. With ${teamName(teamId)}${owner === null ? '' : `, owned by ${owner}`}.`
  return html`<input type="hidden" name="school" value="${organisationId}"><input type="hidden" name="to" value="${toTeam}">
${select({ name: field, label: `${name}: who takes it over in ${teamName(toTeam)}?`, hint, value: typed(values, field), choices: [{ value: leaveIt, words: `Nobody: leave it with ${teamName(teamId)} for now` }, ...choices], error: errors[field], size: 's' })}
`
}
