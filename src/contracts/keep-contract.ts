import type { Framework } from '#frameworks/framework.ts'
import { outsideStandards } from '#frameworks/plan-form.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import { registerSubjects, subjectsOf, type Subject } from '#ledger/subjects.sql.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Commitment } from './commitment.ts'
import type { ConfirmedContract } from './confirmed-contract.ts'
import type { Contract } from './contract.ts'
import { addContract } from './contracts.sql.ts'
import { planCompleted, planPublished } from './plan-evidence.ts'
import { planSubjects } from './plan-subjects.ts'
import { declareMeasure, overSubjects } from './reading/declare.ts'

/** Whose contract it is, under which framework, and who keeps it when. */
export type Keeper = {
  readonly team: { readonly id: string; readonly name: string; readonly forceId: string }
  readonly timeZone: string
  readonly framework: Framework
  readonly at: Date
  readonly by: string | null
}

/**
 * Keeps a confirmed contract with its measures, its subjects and its evidence (R01: completed; R08: published), or nothing
 * of it. Throws a Refusal (409) where the team has a contract for the year.
 */
export const keepContract = (database: Database, confirmed: ConfirmedContract, keeper: Keeper): Promise<Contract> =>
  transaction(database, async (sql) => {
    const { team, timeZone, at, by } = keeper
    const known = await subjectsOf(sql, team.forceId, [team.id])
    const { contract, subjects } = contractFrom(confirmed, keeper, known)
    if (!(await addContract(sql, contract, at, by)))
      throw new Refusal(`${team.name} has a contract for ${contract.year} already.`, 409)
    if (subjects.length > 0) await registerSubjects(sql, subjects)
    await append(sql, { forceId: team.forceId, teamId: team.id, timeZone, at, by }, evidenceOf(contract, keeper, known))
    const detail = { commitments: contract.commitments.length, framework: contract.frameworkId }
    await audit(sql, { at, personId: by, verb: 'keep a contract', about: `contract:${contract.id}`, detail })
    return contract
  })

/** The contract and the subjects that it is the first to name. */
function contractFrom(confirmed: ConfirmedContract, { team, framework }: Keeper, known: readonly Subject[]) {
  const { commitments, ...told } = confirmed
  const year = Number(confirmed.span.from.slice(0, 4))
  const subjects = [...known]
  const declared = commitments.map((guess, n): Commitment => {
    const { measures, subjects: named } = declareMeasure(guess, confirmed.completedOn)
    const meant = planSubjects(named, subjects, { forceId: team.forceId, teamId: team.id, from: confirmed.span.from })
    subjects.push(...meant.subjects.filter((subject) => !subjects.includes(subject)))
    const { text, who, words } = guess
    const ids = meant.all ? [] : meant.subjects.map(({ id }) => id)
    return {
      ref: `P${n + 1}`,
      text,
      who,
      with: [...guess.with],
      words,
      ...placeOf(guess.standard, framework),
      measures: overSubjects(measures, ids),
    }
  })
  const id = `${team.id}/${year}`
  const contract: Contract = {
    ...told,
    id,
    teamId: team.id,
    year,
    frameworkId: framework.id,
    revision: 1,
    commitments: declared,
  }
  return { contract, subjects: subjects.slice(known.length) }
}

/** Where in a plan a promise stands, by the standard it serves. */
export function placeOf(standard: string | null, framework: Framework): Pick<Commitment, 'heading' | 'standards'> {
  const found = framework.standards.find(({ id }) => id === standard)
  return found ? { heading: found.title, standards: [found.id] } : { heading: outsideStandards, standards: [] }
}

function evidenceOf(contract: Contract, { at, timeZone }: Keeper, known: readonly Subject[]): Fact[] {
  const area = known.find(({ kind, teamId }) => kind === 'local area' && teamId === contract.teamId)?.id ?? null
  const today = dayAt(at, timeZone)
  return [planCompleted(contract, contract.completedOn ?? today, area), planPublished(contract, today, area)]
}
