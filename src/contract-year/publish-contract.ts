import type { Contract } from '#contracts/contract.ts'
import { addContract } from '#contracts/contracts.sql.ts'
import { planCompleted, planPublished } from '#contracts/plan-evidence.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { completeDraft, findDraft, removeDraft } from './drafts.sql.ts'
import { takeContractStep, type Acting, type Step } from './take-contract-step.ts'

type Asked = Omit<Step, 'step'>

/** A sergeant submits the draft: the plan is completed (D1.1, R01). Throws as `takeContractStep` does. */
export async function submitContract(sql: Sql, asked: Asked, acting: Acting): Promise<void> {
  const before = await takeContractStep(sql, { ...asked, step: 'submit' }, acting)
  if (before === null) return
  const today = dayAt(acting.at, acting.timeZone)
  await completeDraft(sql, asked.contractId, today)
  await say(sql, await draftOf(sql, asked.contractId), acting, planCompleted)
}

/** The endorsed draft becomes the contract that the public reads (D1.2, R48). Throws as `takeContractStep` does. */
export async function publishContract(sql: Sql, asked: Asked, acting: Acting): Promise<void> {
  const before = await takeContractStep(sql, { ...asked, step: 'publish' }, acting)
  if (before === null) return
  const draft = await draftOf(sql, asked.contractId)
  if (!(await addContract(sql, draft, acting.at, acting.person?.id ?? null)))
    throw new Refusal(`There is a contract for ${draft.year} already.`, 409)
  await removeDraft(sql, draft.id)
  await say(sql, draft, acting, planPublished)
}

async function draftOf(sql: Sql, contractId: string): Promise<Contract> {
  const draft = await findDraft(sql, contractId)
  if (draft === null) throw new Refusal('There is no draft of this contract.', 404)
  return draft
}

type Says = (contract: Contract, on: Day, area: string | null) => Fact

async function say(sql: Sql, contract: Contract, acting: Acting, says: Says): Promise<void> {
  const { forceId, teamId, timeZone, at, person } = acting
  const subjects = await subjectsOf(sql, forceId, [teamId])
  const area = subjects.find((each) => each.kind === 'local area' && each.teamId === teamId)?.id ?? null
  const fact = says(contract, dayAt(at, timeZone), area)
  await append(sql, { forceId, teamId, timeZone, at, by: person?.id ?? null }, [fact])
}
