import type { Contract } from '#contracts/contract.ts'
import { findContract, replacePlan } from '#contracts/contracts.sql.ts'
import { planPublished } from '#contracts/plan-evidence.ts'
import { keepVersion } from '#contracts/versions/keep-version.sql.ts'
import type { VersionDocument } from '#contracts/versions/version.ts'
import { latestFacets } from '#ledger/evidence-standing.sql.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { registerSubjects, type Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { takeCourse } from '../course.sql.ts'
import { tellLedger } from '../publish-contract.ts'
import type { Acting } from '../take-contract-step.ts'
import { amended, amendedMeanwhile, refuseClosed, type Amendment } from './amendment.ts'
import { changesBetween, named } from './changes.ts'
import { versionSent } from './versions.sql.ts'

type Asked = {
  /** The version’s, chosen by the form. */
  readonly id: string
  readonly year: number
  /** The contract’s, as the form was opened with it. */
  readonly revision: number
  readonly amendment: Amendment
  /** Subjects that the amendment is the first to name. */
  readonly subjects: readonly Subject[]
  readonly why: string
}

/**
 * Amends a contract in force in the caller’s transaction and publishes it as its next version (D1.2, R48); the age of the plan
 * (D1.3) counts from its yearly completion and stays. Sent twice, it is amended once. Throws a Refusal where there is no such
 * contract or promise (404), it is not in force or was amended meanwhile (409), or nothing would change (422).
 */
export async function amendContract(sql: Sql, asked: Asked, acting: Acting): Promise<void> {
  const { id, year, revision, amendment, subjects, why } = asked
  const contract = await takenContract(sql, year, acting, amendment.is)
  if (await isSent(sql, id, contract.id)) return
  if (contract.revision !== revision) throw amendedMeanwhile()
  const before = documentOf(contract)
  const after = amended(before, amendment)
  if (subjects.length > 0) await registerSubjects(sql, subjects)
  await replacePlan(sql, contract.id, after)
  const changes = named(changesBetween(before, after))
  const [at, by] = [acting.at, acting.person?.id ?? null]
  const number = await keepVersion(sql, { id, contractId: contract.id, why, changes, again: null, at, by })
  await tellRepublished(sql, contract, acting)
  const { added, withdrawn, reworded, remeasured, contexts } = changes
  const detail = { version: number, added, withdrawn, reworded, remeasured, contexts }
  await audit(sql, { at, personId: by, verb: 'amend a contract', about: `contract:${contract.id}`, detail })
}

/** The contract, for this transaction alone; throws a Refusal where there is none (404) or it may not be published anew (409). */
export async function takenContract(
  sql: Sql,
  year: number,
  { forceId, teamId, at, timeZone }: Acting,
  is: Amendment['is'] | 'republish',
): Promise<Contract> {
  // The chain first, as all who append take it, so that no two wait for each other.
  await takeChain(sql, forceId, teamId)
  const course = await takeCourse(sql, teamId, `${teamId}/${year}`)
  const contract = await findContract(sql, teamId, year)
  if (contract === null || course === null) throw new Refusal('The team has published no contract of this year.', 404)
  refuseClosed(course, contract.span.to, dayAt(at, timeZone), is)
  return contract
}

/** Whether the form that made a version was sent before. Throws a Refusal (409) where it made one of another contract. */
export async function isSent(sql: Sql, id: string, contractId: string): Promise<boolean> {
  const sent = await versionSent(sql, id)
  if (sent !== null && sent.contractId !== contractId)
    throw new Refusal('This form was sent for another contract. Open the page again.', 409)
  return sent !== null
}

/** A contract as one of its versions says it. */
export function documentOf({ revision: _revision, contexts = [], ...contract }: Contract): VersionDocument {
  return { ...contract, contexts }
}

/** D1.2, R48: what an amended plan says otherwise, it says in the same place, so all else that its publication told holds. */
export async function tellRepublished(sql: Sql, contract: Contract, acting: Acting): Promise<void> {
  const before = await latestFacets(sql, acting.teamId, 'plan published')
  await tellLedger(sql, contract, acting, (plan, on, area) => {
    const fact = planPublished(plan, on, area)
    return { ...fact, facets: { ...before, ...fact.facets } }
  })
}
