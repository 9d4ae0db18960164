import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PanelMember } from './panel-seat.ts'
import { afterStep } from './round.ts'
import { findPanel, panelPeople, savePanel, type Panel } from './panel.sql.ts'

/** Who joins a panel, and who leads it from then on. */
export type PanelTold = { readonly joining: readonly string[]; readonly chairId: string }

/**
 * The panel of a round that this person may change: its chair, or anybody of the office once the chair has left. Throws a Refusal where
 * there is no such round (404), it is somebody else’s to change (403), or the round is closed (409).
 */
export async function panelToChange(
  sql: Sql,
  roundId: string,
  { forceId, personId }: PanelMember,
  hold = false,
): Promise<Panel> {
  const panel = await findPanel(sql, { forceId, roundId }, hold)
  if (panel === null) throw new Refusal('There is no such round.', 404)
  afterStep('change the panel', panel.phase, panel.hasChairLeft || panel.chairId === personId ? 'chair' : 'office')
  return panel
}

/**
 * Adds members to a panel and says who leads it, in the caller’s transaction; nobody is taken off, since what they gave counts. Throws as
 * `panelToChange` does, and where somebody is not of the commissioner’s office or the chair is not on the panel (422).
 */
export async function changePanel(
  sql: Sql,
  { roundId, joining, chairId }: PanelTold & { readonly roundId: string },
  member: PanelMember,
): Promise<void> {
  const panel = await panelToChange(sql, roundId, member, true)
  const here = new Set((await panelPeople(sql, member.forceId)).map(({ id }) => id))
  if (![...joining, chairId].every((id) => here.has(id))) throw new Refusal('Choose people of the office who are here.')
  if (![...panel.memberIds, ...joining].includes(chairId)) throw new Refusal('The chair must sit on the panel.')
  const added = joining.filter((id) => !panel.memberIds.includes(id))
  if (added.length === 0 && chairId === panel.chairId) return
  await savePanel(sql, roundId, { joining: added, chairId })
  const { at, personId } = member
  const detail = { added, chair: chairId, 'chair was': panel.chairId }
  await audit(sql, { at, personId, verb: 'change the panel', about: `round/${roundId}`, detail })
}
