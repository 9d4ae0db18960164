import { contractOutcome } from '#community-panels/contract-outcome.ts'
import { standardsNow } from '#community-panels/community-pack.ts'
import { closedSittingOver, keptPacks } from '#community-panels/sittings.sql.ts'
import { attendanceOf, dissentPublished } from '#community-panels/told.sql.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractAddress } from '../addresses.ts'
import { contractOf, nowhere, type ContractFound } from '../find.ts'
import { verdictPage } from './verdict.page.ts'

/** A contract as evidence, team, commissioner’s panel and community see it, once either panel has published; until then there is no such page. */
export async function showVerdict(visit: Visit): Promise<Answer> {
  const found = await contractOf(visit)
  const { force, team, contract } = found
  const sitting = await closedSittingOver(visit.db, contract.id)
  const packs = await packsFor(visit, found, sitting?.id ?? null)
  const of = { forceId: force.id, teamId: team.id, contractId: contract.id, year: contract.year, packs, sitting }
  const outcome = await contractOutcome(visit.db, of)
  if (sitting === null && outcome.rating === null) throw notYet(visit, found)
  const [attendance, dissents] = await Promise.all([
    sitting ? attendanceOf(visit.db, sitting.id) : [],
    sitting ? dissentPublished(visit.db, sitting.id, contract.id) : [],
  ])
  return verdictPage({ site: visit.site, ...found, sitting, outcome, attendance, dissents })
}

function notYet({ language }: Visit, { team, contract }: ContractFound) {
  const say = sayIn(language)
  return nowhere(say.text`No panel has published yet what it makes of this contract of ${team.name}.`, {
    words: say.text`Go to the contract`,
    href: contractAddress(team.id, contract.year),
  })
}

/** What the sitting judged; where none has, the contract as it was frozen or as it stands. */
async function packsFor({ db, now }: Visit, { force, team, contract }: ContractFound, sittingId: string | null) {
  const kept = sittingId === null ? [] : await keptPacks(db, sittingId, contract.id)
  if (kept.length > 0) return kept
  const asked = { now, timeZone: force.timeZone, forceId: force.id, latest: null }
  return standardsNow(db, { contractId: contract.id, teamId: team.id }, asked)
}
