import type { Contract } from '#contracts/contract.ts'
import { contractHeads } from '#contracts/contracts.sql.ts'
import type { Framework } from '#frameworks/framework.ts'
import { planFormOf } from '#frameworks/plan-form.ts'
import { takeChain } from '#ledger/ledger.sql.ts'
import { audit } from '#platform/audit.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, addMonths, dayAt, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginCourse } from './course.sql.ts'
import { addDraft, yearOfDraft } from './drafts.sql.ts'
import type { Acting } from './take-contract-step.ts'

/** Under which framework a team's first contract is made, and on which day its year begins. */
export type FirstContract = { readonly framework: Framework; readonly from: Day }

/**
 * Begins the draft of a team's first contract in the caller's transaction, with the form of its framework to be answered.
 * Throws a Refusal (409) where the team has a contract, or a draft of one.
 */
export async function beginFirstContract(sql: Sql, first: FirstContract, acting: Acting): Promise<Contract> {
  const { person, at, forceId, teamId, timeZone } = acting
  // So that of two who begin at once the second finds the first one’s draft, whatever its year.
  await takeChain(sql, forceId, teamId)
  const [newest] = await contractHeads(sql, [teamId])
  const draft = firstYear(first, teamId)
  const by = person?.id ?? null
  const isFirst = newest === undefined && (await yearOfDraft(sql, teamId)) === null
  if (!isFirst || !(await addDraft(sql, draft, { follows: null, at, by })))
    throw new Refusal('The team has a contract already, or a draft of one: write on from there.', 409)
  await beginCourse(sql, draft, { takenOn: dayAt(at, timeZone), takenBy: by, at })
  const detail = { framework: draft.frameworkId }
  await audit(sql, { at, personId: by, verb: 'begin a first contract', about: `contract:${draft.id}`, detail })
  return draft
}

function firstYear({ framework, from }: FirstContract, teamId: string): Contract {
  const year = Number(from.slice(0, 4))
  return {
    id: `${teamId}/${year}`,
    teamId,
    year,
    frameworkId: framework.id,
    span: { from, to: addDays(addMonths(from, 12), -1) },
    completedOn: null,
    part1: planFormOf(framework).part1.map(({ heading }) => ({ heading, text: '' })),
    goodPractice: [],
    toolRequests: [],
    unread: [],
    contexts: [],
    revision: 1,
    commitments: [],
  }
}
