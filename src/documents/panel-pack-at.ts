import { sampledEntries } from '#assessments/packs/sampled-entries.ts'
import { lastYearsOf, packsSeen } from '#assessments/packs/packs.sql.ts'
import { panelDeskAt, roundAt } from '#assessments/rounds/panel-desk.ts'
import { openContract } from '#assessments/rounds/panel-seat.ts'
import { transaction } from '#platform/database/database.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Made } from './give-drawn.ts'
import { panelPackDocument } from './panel-pack-document.ts'

/**
 * The pack of one contract for a member of its panel. Throws a Refusal where they do not sit on it or have a conflict with the
 * team (403), the round judges no contract of that team (404), or scoring has not begun (409).
 */
export async function panelPackMade(visit: Visit): Promise<Made> {
  const { db, params } = visit
  const { member, today } = await panelDeskAt(visit)
  const at = { roundId: roundAt(visit), slug: params['team'] ?? '' }
  const { round, contract } = await transaction(db, (sql) => openContract(sql, at, member))
  const { contractId, teamId, teamName, slug, seed } = contract
  const seen = await packsSeen(db, { roundId: round.id, contractId, personId: member.personId })
  if (seen.length === 0) throw new Refusal('Scoring has not begun, so the pack is closed.', 409)
  const [lastYears, sampled] = await Promise.all([
    lastYearsOf(db, { teamId, year: round.year }),
    sampledEntries(
      db,
      teamId,
      seen.flatMap(({ pack }) => pack.sample),
    ),
  ])
  const packs = seen.map(({ pack, criteria }) => ({
    pack,
    criteria,
    lastYear: lastYears.find(({ standardId }) => standardId === pack.standardId) ?? null,
    sample: sampled.filter(({ entry }) => pack.sample.includes(entry)),
  }))
  const document = panelPackDocument({ teamName, year: round.year, today, seed, packs })
  return { document, name: `${slug}-panel-pack-${round.year}` }
}
