import { stepsTaken } from '#contract-year/course.sql.ts'
import { packOf } from '#contract-year/freeze/freeze.ts'
import { freezeWithPanel } from '#contract-year/freeze/freeze-with-panel.ts'
import { contractNamed, dayAsked } from '#contracts/contract-asked.ts'
import type { Contract } from '#contracts/contract.ts'
import { teamAt } from '#areas/team-at.ts'
import type { Force, Team } from '#areas/area.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressIn } from '#platform/language/language.ts'
import { sayIn } from '#platform/language/say.ts'
import { Refusal } from '#platform/refusal.ts'
import { publicStanding } from '#standings/public-standing.ts'
import { contractDocument } from './contract-document.ts'
import type { Made } from './give-drawn.ts'
import { disclosedPack } from '#contract-year/freeze/disclosed-pack.ts'
import { selfEvaluationDocument } from './self-evaluation-document.ts'

export type ContractFound = { readonly force: Force; readonly team: Team; readonly contract: Contract }

/** The contract that an address names; throws a Refusal (404) in words where there is none. */
export async function contractAt({ db, params }: Pick<Visit, 'db' | 'params'>): Promise<ContractFound> {
  const { force, team } = await teamAt(db, params)
  return { force, team, contract: await contractNamed(db, team, params['year'] ?? '') }
}

/** The living contract, as at the day that was asked for. */
export async function contractMade(visit: Visit): Promise<Made> {
  const { db, query, now, language } = visit
  const { force, team, contract } = await contractAt(visit)
  const asAt = dayAsked(query['as-at'])
  const say = sayIn(language)
  const [shown, steps] = await Promise.all([
    publicStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt, now, say }),
    stepsTaken(db, contract.id),
  ])
  const told = { teamName: team.name, shown, steps, address: addressOf(visit, contract) }
  return { document: contractDocument(told, say), name: `${team.slug}-contract-${contract.year}` }
}

/** What the team said of its year, as it was frozen. */
export async function selfEvaluationMade(visit: Visit): Promise<Made> {
  const { team, contract, pack } = await frozenAt(visit)
  const say = sayIn(visit.language)
  const { asAt, selfEvaluation: paragraphs } = await disclosedPack(visit.db, pack, say)
  const { year } = contract
  const told = { teamName: team.name, year, asAt, paragraphs, address: addressOf(visit, contract) }
  const document = selfEvaluationDocument(told, say)
  return { document, name: `${team.slug}-self-evaluation-${year}` }
}

/**
 * What was frozen of a contract, with its bytes. Throws a Refusal (404) where nothing was, or where the panel sent it back so
 * that the team writes it anew.
 */
export async function frozenAt(visit: Pick<Visit, 'db' | 'params'>) {
  const found = await contractAt(visit)
  const freeze = await freezeWithPanel(visit.db, found.contract.id)
  if (freeze === null) throw new Refusal('Nothing of this year was given to a panel yet.', 404)
  return { ...found, pack: packOf(freeze), freeze }
}

/** Where the contract can be read, or null where the site does not know its own address. */
export const addressOf = (
  { site, language }: Pick<Visit, 'site' | 'language'>,
  { teamId, year }: Contract,
): string | null =>
  site.baseUrl === undefined ? null : new URL(addressIn(language, `/${teamId}/contract/${year}`), site.baseUrl).href
