import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { CloseOut } from './close-out.ts'
import { saveConcerns, saveLearning, savePromises, type HeardAt } from './close-outs.sql.ts'
import { answerHotspot } from './hotspots.sql.ts'
import type { Recorder } from '../recorder.ts'

/**
 * Keeps what was heard, promised and learned at an engagement, and which hotspot it answered (R11), in the caller's
 * transaction; the ledger gets ids alone. What a form sent before is left as it is.
 */
export async function noteCloseOut(sql: Sql, heard: HeardAt, told: CloseOut, recorder: Recorder): Promise<void> {
  const concerns = told.concerns.length === 0 ? [] : await saveConcerns(sql, heard, told.concerns, recorder)
  const promises = told.promises.length === 0 ? [] : await savePromises(sql, heard, told.promises, recorder)
  const learning = told.learning.length === 0 ? [] : await saveLearning(sql, heard, told.learning, recorder)
  const hotspots = told.hotspotId === null ? [] : await answerHotspot(sql, heard, told.hotspotId)
  if ([concerns, promises, learning, hotspots].every((rows) => rows.length === 0)) return
  const at = { happenedOn: heard.heldOn, source: `engagement/${heard.id}` }
  const { forceId, timeZone, at: recordedAt, personId } = recorder
  await append(sql, { forceId, teamId: heard.teamId, timeZone, at: recordedAt, by: personId }, [
    ...concerns.map(({ id }): Fact => ({
      ...at,
      kind: 'concern raised',
      facets: { source: 'public' },
      about: `concern/${id}`,
    })),
    ...learning.map(({ id, shared }): Fact => ({
      ...at,
      kind: 'learning identified',
      facets: { shared },
      about: `learning/${id}`,
    })),
    ...hotspots.map(({ id }): Fact => ({ ...at, kind: 'hotspot answered', about: `hotspot/${id}` })),
  ])
  const detail = { concerns: concerns.length, promises: promises.length, learning: learning.length }
  await audit(sql, { at: recordedAt, personId, verb: 'close out engagement', about: `engagement/${heard.id}`, detail })
}
