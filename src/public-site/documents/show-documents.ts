import { closedRatingOf, sealJudged } from '#assessments/ratings/ratings.sql.ts'
import { freezeWithPanel } from '#contract-year/freeze/freeze-with-panel.ts'
import { daysNotJudged, frozenSealsOf, type FreezeKept } from '#contract-year/freezes.sql.ts'
import { packAt } from '#documents/pack/pack-at.ts'
import { dayAt } from '#platform/day.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { contractOf } from '../find.ts'
import { documentsPage, type Frozen } from './documents.page.ts'

/** What can be taken along of a contract. */
export async function showDocuments(visit: Visit): Promise<Answer> {
  const { db, site } = visit
  const { force, team, contract } = await contractOf(visit)
  const [freeze, seals, rating] = await Promise.all([
    freezeWithPanel(db, contract.id),
    frozenSealsOf(db, contract.id),
    closedRatingOf(db, team.id, contract.year),
  ])
  const superseded = seals
    .filter(({ hash }) => hash !== freeze?.hash)
    .map(({ frozenAt, hash: seal }) => ({ on: dayAt(frozenAt, force.timeZone), seal }))
  const judged = rating === null ? freeze?.hash : await sealJudged(db, rating)
  const frozen = freeze === null ? null : await frozenOf(visit, freeze, { timeZone: force.timeZone, judged })
  return documentsPage({ site, force, team, contract, frozen, superseded, isRated: rating !== null })
}

/** The pack is made, so that the SHA-256 told is that of just the one which is offered. */
async function frozenOf(
  visit: Visit,
  freeze: FreezeKept,
  { timeZone, judged }: { readonly timeZone: string; readonly judged: string | null | undefined },
): Promise<Frozen> {
  const { contractId, frozenAt, hash: seal } = freeze
  const [pack, notJudged] = await Promise.all([packAt(visit, 'public'), daysNotJudged(visit.db, contractId)])
  return {
    on: dayAt(frozenAt, timeZone),
    seal,
    isJudged: judged === seal,
    pack: pack.sha256,
    filename: pack.filename,
    notJudged,
  }
}
