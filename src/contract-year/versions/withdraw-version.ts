import { replacePlan } from '#contracts/contracts.sql.ts'
import { keepVersion } from '#contracts/versions/keep-version.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Acting } from '../take-contract-step.ts'
import { isSent, takenContract, tellRepublished } from './amend-contract.ts'
import { changesBetween, named } from './changes.ts'
import { findVersion, saveWithdrawal, versionBefore, versionToRestore, type Version } from './versions.sql.ts'

type Asked = { readonly id: string; readonly year: number; readonly number: number; readonly why: string }

/**
 * Withdraws the version in force, which was published in error, in the caller’s transaction: nobody reads its words any more,
 * and what the contract said before is in force again, as a version of its own. Sent twice, it is withdrawn once. Throws a
 * Refusal where there is no such version (404), or it is not in force, has none before it, or its contract is closed (409).
 */
export async function withdrawVersion(sql: Sql, { id, year, number, why }: Asked, acting: Acting): Promise<void> {
  const { at, person, timeZone } = acting
  const by = person?.id ?? null
  const contract = await takenContract(sql, year, acting, 'republish')
  if (await isSent(sql, id, contract.id)) return
  const version = await findVersion(sql, contract.id, number)
  if (version === null) throw new Refusal(`This contract has no version ${number}.`, 404)
  refuseReplaced(version)
  const restored = await versionToRestore(sql, contract.id, number)
  if (restored === null)
    throw new Refusal('There is no earlier version to go back to: amend the contract instead.', 409)
  await saveWithdrawal(sql, { contractId: contract.id, number, on: dayAt(at, timeZone), why, at, by })
  await replacePlan(sql, contract.id, restored.document)
  const again = restored.again ?? restored.number
  const changes = await changesSince(sql, version, restored)
  const made = await keepVersion(sql, { id, contractId: contract.id, why, changes, again, at, by })
  await tellRepublished(sql, contract, acting)
  const detail = { withdrawn: number, version: made, again }
  await audit(sql, { at, personId: by, verb: 'withdraw a version', about: `contract:${contract.id}`, detail })
}

function refuseReplaced({ number, withdrawnOn, isNewest }: Version): void {
  if (withdrawnOn !== null) throw new Refusal(`Version ${number} was withdrawn already.`, 409)
  if (!isNewest)
    throw new Refusal(`Version ${number} is not in force any more: only the version in force can be withdrawn.`, 409)
}

/** What is withdrawn is not told, so what comes back is told against the last version that still stands. */
async function changesSince(sql: Sql, withdrawn: Version, restored: Version) {
  const before = await versionBefore(sql, withdrawn.contractId, withdrawn.number)
  return named(changesBetween((before ?? restored).document, restored.document))
}
