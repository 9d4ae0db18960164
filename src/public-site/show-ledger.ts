import { verifyChain } from '#ledger/verify.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { teamOf } from './find.ts'
import { ledgerPage } from './ledger.page.ts'

/** A team's ledger, checked anew at each visit: a page kept from yesterday would prove nothing. */
export async function showLedger(visit: Visit): Promise<Answer> {
  const found = await teamOf(visit)
  return ledgerPage({ ...found, site: visit.site, verification: await verifyChain(visit.db, found.team.id) })
}
