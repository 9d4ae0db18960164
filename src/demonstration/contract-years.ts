import { beginCourse } from '#contract-year/course.sql.ts'
import { freezeContract } from '#contract-year/freeze/freeze-contract.ts'
import { draftSelfEvaluation, editParagraph } from '#contract-year/self-evaluation/write-self-evaluation.ts'
import { newestSelfEvaluation } from '#contract-year/self-evaluation/self-evaluations.sql.ts'
import { sections, type Edited, type Paragraph } from '#contract-year/self-evaluation/self-evaluation.ts'
import type { ContractStep } from '#contract-year/state.ts'
import { takeContractStep } from '#contract-year/take-contract-step.ts'
import { amendContract } from '#contract-year/versions/amend-contract.ts'
import { addContract, findContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, day, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { arranged, usualDay } from '#standings/contract-standing.ts'
import { stand } from '#standings/stand.ts'
import { actingAs, teamId } from './acting-as.ts'

/** How a contract came into force, each step so many days after its year began. */
const intoForce: readonly (readonly [step: ContractStep, by: Role, daysAfter: number])[] = [
  ['submit', 'sergeant', 0],
  ['sign', 'inspector', 14],
  ['endorse', 'smt', 21],
  ['publish', 'inspector', 31],
]
const publishedAfter = 31

/** The year that went through all of its steps. */
export const wholeYear = {
  contractId: `${teamId}/2019`,
  year: 2019,
  amendedOn: day('2020-03-25'),
  draftedOn: day('2020-08-05'),
  frozenOn: day('2020-08-17'),
  closedOn: day('2020-10-21'),
} as const

/**
 * Contracts as they were first published: what else happened in their time is told by an amendment. West Dorset’s came into force
 * step by step.
 */
export async function publishContracts(
  sql: Sql,
  contracts: readonly Contract[],
  { now, today }: { readonly now: Date; readonly today: Day },
): Promise<void> {
  for (const contract of contracts) {
    const publishedOn = addDays(contract.span.from, publishedAfter)
    const isTold = contract.teamId === teamId && publishedOn < today
    const at = isTold ? actingAs('inspector', publishedOn).at : now
    await addContract(sql, { ...contract, contexts: [] }, at, null)
    if (isTold) await bringIntoForce(sql, contract)
  }
}

async function bringIntoForce(sql: Sql, { id, span }: Contract): Promise<void> {
  const takenOn = addDays(span.from, -25)
  const { at, person } = actingAs('sergeant', takenOn)
  await beginCourse(sql, { id, teamId }, { takenOn, takenBy: person?.id ?? null, at })
  for (const [step, role, days] of intoForce)
    await takeContractStep(sql, { contractId: id, step, revision: null }, actingAs(role, addDays(span.from, days)))
}

/** D1.2, R48: what happened to a year is told beside its promises, which stay as they were made. */
export async function amendYear(sql: Sql, contracts: readonly Contract[]): Promise<void> {
  const [context] = contracts.find(({ id }) => id === wholeYear.contractId)?.contexts ?? []
  const contract = await findContract(sql, teamId, wholeYear.year)
  if (context === undefined || contract === null) throw new RangeError(`${wholeYear.contractId} tells of no context`)
  const asked = {
    id: identityOf('amendment', contract.id),
    year: contract.year,
    revision: contract.revision,
    amendment: { is: 'tell', context },
    subjects: [],
    why: 'Public events are called off until further notice. What is missed from now on is still shown as missed, with the reason beside it.',
  } as const
  await amendContract(sql, asked, actingAs('inspector', wholeYear.amendedOn))
}

/** The sergeant drafts from the evidence and adds what no figure shows; the inspector gives it to the panel. */
export async function freezeYear(sql: Sql): Promise<void> {
  // As the database keeps it, since standings are worded in its order.
  const contract = await findContract(sql, teamId, wholeYear.year)
  if (contract === null) throw new RangeError(`${wholeYear.contractId} is not kept yet`)
  const sergeant = actingAs('sergeant', wholeYear.draftedOn)
  const framework = await frameworkOfContract(sql, contract.frameworkId)
  const asAt = usualDay(contract, wholeYear.draftedOn)
  const standings = await stand(sql, { contract, framework, forceId: 'dorset' }, asAt)
  const standing = arranged(contract, framework, asAt, wholeYear.draftedOn, standings)
  await draftSelfEvaluation(sql, { revision: null, standing }, sergeant)
  const { id: contractId, year } = contract
  const text = await newestSelfEvaluation(sql, contractId)
  const paragraph = text?.paragraphs.find(({ standard }) => standard === 'D-4')
  if (paragraph)
    await editParagraph(sql, { contractId, version: 1, standard: 'D-4', words: withClaim(paragraph) }, sergeant)
  const inspector = actingAs('inspector', wholeYear.frozenOn)
  await freezeContract(sql, { id: identityOf('freeze', contractId), year, revision: null }, inspector)
}

/** What the team says of itself beside the figures. */
function withClaim(paragraph: Paragraph): Edited {
  const [figures, bestPractice, shortfalls] = sections.map((section) => paragraph[section].map(({ words }) => words))
  const claim = 'At the markets people tell us that they come because they saw it on our page.'
  return { figures: figures ?? [], bestPractice: [...(bestPractice ?? []), claim], shortfalls: shortfalls ?? [] }
}
