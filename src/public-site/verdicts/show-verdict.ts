import { contractOutcome } from '#community-panels/verdict/contract-outcome.ts'
import { packsKept, standardsNow } from '#community-panels/pack/community-pack.ts'
import { closedSittingOver } from '#community-panels/sittings/sittings.sql.ts'
import { attendanceOf } from '#community-panels/sittings/record.sql.ts'
import { dissentPublished } from '#community-panels/own-words/dissents.sql.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { contractAddress } from '../addresses.ts'
import { contractOf, nowhere, type ContractFound } from '../find.ts'
import { verdictPage } from './verdict.page.ts'

/** A contract as evidence, team, commissioner’s panel and community see it, once either panel has published; until then there is no such page. */
export async function showVerdict(visit: Visit): Promise<Answer> {
  const found = await contractOf(visit)
  const { team, contract } = found
  const sitting = await closedSittingOver(visit.db, contract.id)
  const packs = await packsFor(visit, found, sitting?.id ?? null)
  const of = { teamId: team.id, contractId: contract.id, year: contract.year, packs, sitting }
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
async function packsFor(
  { db, now, language }: Visit,
  { force, team, contract }: ContractFound,
  sittingId: string | null,
) {
  const kept = sittingId === null ? [] : await packsKept(db, sittingId, contract.id, sayIn(language))
  if (kept.length > 0) return kept
  const asked = { now, timeZone: force.timeZone, forceId: force.id, latest: null, say: sayIn(language) }
  return standardsNow(db, { contractId: contract.id, teamId: team.id }, asked)
}
