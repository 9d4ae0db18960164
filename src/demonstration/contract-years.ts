import { beginCourse, saveStep } from '#contract-year/course.sql.ts'
import { freezeContract } from '#contract-year/freeze/freeze-contract.ts'
import { draftSelfEvaluation, editParagraph } from '#contract-year/self-evaluation/write-self-evaluation.ts'
import { newestSelfEvaluation } from '#contract-year/self-evaluation/self-evaluations.sql.ts'
import { sections, type Edited, type Paragraph } from '#contract-year/self-evaluation/self-evaluation.ts'
import type { ContractStep } from '#contract-year/state.ts'
import { takeContractStep, type Acting } from '#contract-year/take-contract-step.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkOfContract } from '#frameworks/known-frameworks.ts'
import type { Role } from '#people/person.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, day, instantAt, type Day } from '#platform/day.ts'
import { arranged } from '#standings/contract-standing.ts'
import { stand } from '#standings/stand.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import { identityOf } from './engagements-held.ts'

type Clock = { readonly now: Date; readonly today: Day; readonly timeZone: string }

/** How a contract came into force, each step so many days after its year began. */
const intoForce: readonly (readonly [step: ContractStep, by: Role, daysAfter: number])[] = [
  ['submit', 'sergeant', 0],
  ['sign', 'inspector', 7],
  ['endorse', 'smt', 21],
  ['publish', 'inspector', 31],
]

/** The year whose panel sat before it was over: what it was given is as at that day. */
const judged = {
  contractId: 'dorset/west-dorset/2019',
  frozenOn: day('2020-05-15'),
  ratedOn: day('2020-06-24'),
  closedOn: day('2020-08-03'),
}

/** West Dorset's contracts came into force step by step, and the first of them was judged by its panel. */
export async function tellContractYears(sql: Sql, contracts: readonly Contract[], clock: Clock): Promise<void> {
  for (const contract of contracts.filter(({ teamId }) => teamId === 'dorset/west-dorset')) {
    if (addDays(contract.span.from, 31) < clock.today) await tellForce(sql, contract, clock)
    if (contract.id === judged.contractId) await tellJudged(sql, contract, clock)
  }
}

async function tellForce(sql: Sql, { id, teamId, span }: Contract, clock: Clock): Promise<void> {
  await beginCourse(sql, id, teamId)
  const takenOn = addDays(span.from, -25)
  const { at, person } = actingAs('sergeant', takenOn, clock)
  await saveStep(sql, id, { step: 'begin', state: 'draft', takenOn, reason: '', takenBy: person?.id ?? null, at })
  for (const [step, role, days] of intoForce)
    await takeContractStep(
      sql,
      { contractId: id, step, revision: null },
      actingAs(role, addDays(span.from, days), clock),
    )
}

async function tellJudged(sql: Sql, contract: Contract, clock: Clock): Promise<void> {
  await tellFreeze(sql, contract, clock)
  for (const [step, on] of [
    ['rate', judged.ratedOn],
    ['close', judged.closedOn],
  ] as const)
    await takeContractStep(sql, { contractId: contract.id, step, revision: null }, actingAs('opcc', on, clock))
}

/** The sergeant drafts from the evidence and adds what no figure shows; the inspector gives it to the panel. */
async function tellFreeze(sql: Sql, { id, teamId, year }: Contract, clock: Clock): Promise<void> {
  // As the database keeps it, since standings are worded in its order.
  const contract = await findContract(sql, teamId, year)
  if (contract === null) throw new RangeError(`${id} is not kept yet`)
  const sergeant = actingAs('sergeant', judged.frozenOn, clock)
  const framework = await frameworkOfContract(sql, contract.frameworkId)
  const asAt = judged.frozenOn
  const standings = await stand(sql, { contract, framework, forceId: 'dorset' }, asAt)
  const standing = arranged(contract, framework, asAt, asAt, standings)
  await draftSelfEvaluation(sql, { revision: null, standing }, sergeant)
  const text = await newestSelfEvaluation(sql, id)
  const paragraph = text?.paragraphs.find(({ standard }) => standard === 'D-4')
  if (paragraph)
    await editParagraph(sql, { contractId: id, version: 1, standard: 'D-4', words: withClaim(paragraph) }, sergeant)
  const inspector = actingAs('inspector', judged.frozenOn, clock)
  await freezeContract(sql, { id: identityOf(`freeze ${id}`), year, revision: null }, inspector)
}

/** What the team says of itself beside the figures. */
function withClaim(paragraph: Paragraph): Edited {
  const [figures, bestPractice, shortfalls] = sections.map((section) => paragraph[section].map(({ words }) => words))
  const claim = 'At the markets people tell us that they come because they saw it on our page.'
  return { figures: figures ?? [], bestPractice: [...(bestPractice ?? []), claim], shortfalls: shortfalls ?? [] }
}

function actingAs(role: Role, on: Day, { timeZone }: Clock): Acting {
  const teamId = 'dorset/west-dorset'
  const id = fictionalPersonOf(role)
  const person = { id, name: role, roles: [role], forceId: 'dorset', teamId: role === 'sergeant' ? teamId : null }
  return { person, at: instantAt(on, '16:00', timeZone), forceId: 'dorset', teamId, timeZone }
}
