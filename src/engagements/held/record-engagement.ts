import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { instantAt } from '#platform/day.ts'
import type { Engagement, Footfall } from '../engagement.ts'
import type { Recorder } from '../recorder.ts'
import { keepStrands } from '../planned/keep-strands.ts'
import { holdPlanned } from '../planned/planned-engagements.sql.ts'
import { nothingMore, type CloseOut } from './close-out.ts'
import { noteCloseOut } from './note-close-out.ts'
import { saveEngagements } from './save-engagements.sql.ts'

/**
 * Keeps an engagement, what was heard at it and its evidence in the caller's transaction, and closes the plan of the same id; answers false where it was recorded before. Throws a
 * Refusal (422) where it has not happened yet.
 */
export async function recordEngagement(
  sql: Sql,
  engagement: Engagement,
  recorder: Recorder,
  closeOut: CloseOut = nothingMore,
): Promise<boolean> {
  if ((await saveEngagements(sql, [{ engagement, at: recorder.at, by: recorder.personId }])) === 0) return false
  const { forceId, timeZone, at, personId } = recorder
  const wasPlanned = await holdPlanned(sql, engagement.teamId, engagement.id, at)
  await append(sql, { forceId, teamId: engagement.teamId, timeZone, at, by: personId }, [
    evidenceOf(engagement, timeZone),
  ])
  await audit(sql, { at, personId, verb: 'record engagement', about: `engagement/${engagement.id}`, detail: {} })
  if (wasPlanned) await keepStrands(sql, engagement.teamId, recorder)
  await noteCloseOut(sql, engagement, closeOut, recorder)
  return true
}

/** What an engagement is evidence of: R04, R09 to R16, R27, R56 and D-2 all read this one row. */
export function evidenceOf(engagement: Engagement, timeZone: string): Fact {
  const { heldOn, beganAt } = engagement
  return {
    kind: 'engagement held',
    happenedOn: heldOn,
    ...(beganAt === null ? {} : { happenedAt: instantAt(heldOn, beganAt, timeZone) }),
    quantities: quantitiesOf(engagement),
    facets: {
      method: engagement.method,
      'led by': engagement.ledBy,
      advertised: engagement.advertised,
      scheduled: (engagement.daysAdvertised ?? 0) > 0,
      'key event': engagement.keyEvent,
      online: engagement.method === 'online',
      volunteers: engagement.volunteers,
      'special constables': engagement.specialConstables,
      'rural crime team': engagement.ruralCrimeTeam,
      'assessment criteria': engagement.assessmentCriteria,
      'in Niche': engagement.inNiche,
      ...qualityOf(engagement.footfall),
      ...(engagement.communities.length > 0 ? { communities: engagement.communities } : {}),
    },
    about: `engagement/${engagement.id}`,
    source: `engagement/${engagement.id}`,
  }
}

/** Of a figure that nobody took there is nothing to be sure of. */
const qualityOf = ({ figureFrom, confidence }: Footfall): Record<string, string> => ({
  ...(figureFrom === null ? {} : { 'figure from': figureFrom }),
  ...(confidence === null ? {} : { confidence }),
})

/** Only the figures that somebody took: a tier nobody counted is left out, for unknown is never nought. */
function quantitiesOf({ footfall, daysAdvertised, volunteerHours }: Engagement): Record<string, number> {
  const tiers: [string, number | null][] = [
    ...tiersOf(footfall),
    ['days advertised', daysAdvertised],
    ['volunteer hours', volunteerHours],
  ]
  return Object.fromEntries(tiers.filter((tier): tier is [string, number] => tier[1] !== null))
}

const tiersOf = ({ reached, spokeWith, raisedAConcern }: Footfall): [string, number | null][] => [
  ['reached', reached],
  ['spoke with', spokeWith],
  ['raised a concern', raisedAConcern],
]
