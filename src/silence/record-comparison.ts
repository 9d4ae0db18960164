import type { Team } from '#areas/area.ts'
import { monthsKnown } from '#crime/crime.sql.ts'
import { append, type Recording } from '#ledger/append.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { periodInWords, type Period } from './period.ts'
import { readTeamSilence } from './read-silence.ts'
import { isRecorded } from './silence.sql.ts'

/**
 * Records that somebody compared where a team engages with where crime is (R07), with the figures of the moment. Throws a
 * Refusal (409) where there is nothing to compare. Recorded twice on one day it counts once.
 */
export const recordComparison = (database: Database, team: Team, period: Period, recording: Recording): Promise<void> =>
  transaction(database, async (sql) => {
    const { id: chain } = await takeChain(sql, recording.forceId, recording.teamId)
    const known = (await monthsKnown(sql, team.forceId)).map(({ month }) => month)
    const { mirrored, concernsMirrored } = (await readTeamSilence(sql, team, period, known)).comparison
    if (mirrored === null)
      throw new Refusal(`There is nothing to compare: ${periodInWords(period)} lacks engagements or crime.`, 409)
    const happenedOn = dayAt(recording.at, recording.timeZone)
    const source = `silence/${team.id}/${period.from.slice(0, 7)}/${period.to.slice(0, 7)}/${happenedOn}`
    if (await isRecorded(sql, chain, source)) return
    const concerns = concernsMirrored === null ? {} : { 'concerns mirrored': tenth(concernsMirrored) }
    const quantities = { mirrored: tenth(mirrored), ...concerns }
    await append(sql, recording, [{ kind: 'engagement compared with crime', happenedOn, quantities, source }])
    const { at, by: personId } = recording
    await audit(sql, { at, personId, verb: 'compare engagement with crime', about: source, detail: quantities })
  })

const tenth = (share: number) => Math.round(share * 10) / 10
