import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Hotspot } from './hotspot.ts'
import { saveHotspot } from './hotspots.sql.ts'
import type { Recorder } from '../recorder.ts'

/** Names a hotspot in the caller's transaction, with the evidence from which R11 counts; once, however often it is sent. */
export async function nameHotspot(sql: Sql, hotspot: Hotspot, recorder: Recorder): Promise<void> {
  if (!(await saveHotspot(sql, hotspot, recorder))) return
  const { forceId, timeZone, at, personId } = recorder
  const about = `hotspot/${hotspot.id}`
  await append(sql, { forceId, teamId: hotspot.teamId, timeZone, at, by: personId }, [
    { kind: 'hotspot identified', happenedOn: hotspot.identifiedOn, about, source: about },
  ])
  await audit(sql, { at, personId, verb: 'name hotspot', about })
}
