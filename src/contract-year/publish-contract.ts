import type { Contract } from '#contracts/contract.ts'
import { addContract } from '#contracts/contracts.sql.ts'
import { planCompleted, planPublished } from '#contracts/plan-evidence.ts'
import { planParts, unansweredInWords } from '#contracts/plan-parts.ts'
import { settledSubjects } from '#contracts/plan-subjects.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import { planFormOf } from '#frameworks/plan-form.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { registerSubjects, subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import { dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { completeDraft, findDraft, namedInDraft, removeDraft } from './drafts.sql.ts'
import { takeContractStep, type Acting, type Step } from './take-contract-step.ts'

type Asked = Omit<Step, 'step'>

/** A sergeant submits the draft: the plan is completed (D1.1, R01). Throws as `takeContractStep` does, and a Refusal (409) while a part is unanswered. */
export async function submitContract(sql: Sql, asked: Asked, acting: Acting): Promise<void> {
  const before = await takeContractStep(sql, { ...asked, step: 'submit' }, acting)
  if (before === null) return
  const today = dayAt(acting.at, acting.timeZone)
  await refuseUnanswered(sql, await draftOf(sql, asked.contractId))
  await completeDraft(sql, asked.contractId, today)
  await tellLedger(sql, await draftOf(sql, asked.contractId), acting, planCompleted)
}

/** The endorsed draft becomes the contract that the public reads (D1.2, R48). Throws as `takeContractStep` does. */
export async function publishContract(sql: Sql, asked: Asked, acting: Acting): Promise<void> {
  const before = await takeContractStep(sql, { ...asked, step: 'publish' }, acting)
  if (before === null) return
  const draft = await withSubjects(sql, await draftOf(sql, asked.contractId), acting)
  if (!(await addContract(sql, draft, acting.at, acting.person?.id ?? null)))
    throw new Refusal(`There is a contract for ${draft.year} already.`, 409)
  await removeDraft(sql, draft.id)
  await tellLedger(sql, draft, acting, planPublished)
}

/** D1.1: what is unanswered is named, so that it can be answered. */
async function refuseUnanswered(sql: Sql, draft: Contract): Promise<void> {
  const framework = await frameworkOfContract(sql, draft.frameworkId)
  const open = unansweredInWords(planParts(draft, planFormOf(framework)))
  if (open !== null) throw new Refusal(`${open} Answer them in the plan, then submit it.`, 409)
}

/** Those whom the draft named first become subjects now, unless somebody else made them known since. */
async function withSubjects(sql: Sql, draft: Contract, { forceId, teamId }: Acting): Promise<Contract> {
  const named = await namedInDraft(sql, draft.id)
  if (named.length === 0) return draft
  const settled = settledSubjects(draft, named, await subjectsOf(sql, forceId, [teamId]))
  if (settled.made.length > 0) await registerSubjects(sql, settled.made)
  return settled.contract
}

async function draftOf(sql: Sql, contractId: string): Promise<Contract> {
  const draft = await findDraft(sql, contractId)
  if (draft === null) throw new Refusal('There is no draft of this contract.', 404)
  return draft
}

type Says = (contract: Contract, on: Day, area: string | null) => Fact

/** Appends what the ledger is to know of a plan, about the team’s local area where it has one. */
export async function tellLedger(sql: Sql, contract: Contract, acting: Acting, says: Says): Promise<void> {
  const { forceId, teamId, timeZone, at, person } = acting
  const subjects = await subjectsOf(sql, forceId, [teamId])
  const area = subjects.find((each) => each.kind === 'local area' && each.teamId === teamId)?.id ?? null
  const fact = says(contract, dayAt(at, timeZone), area)
  await append(sql, { forceId, teamId, timeZone, at, by: person?.id ?? null }, [fact])
}
