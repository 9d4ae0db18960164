import { coursesOf, notBegun, stepsTaken } from '#contract-year/course.sql.ts'
import { findFreeze, frozenPackOf } from '#contract-year/freezes.sql.ts'
import { isWithPanel } from '#contract-year/state.ts'
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
export async function contractAt({ db, params }: Visit): Promise<ContractFound> {
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
  const { asAt, selfEvaluation: paragraphs } = await disclosedPack(visit.db, pack)
  const { year } = contract
  const told = { teamName: team.name, year, asAt, paragraphs, address: addressOf(visit, contract) }
  const document = selfEvaluationDocument(told, sayIn(visit.language))
  return { document, name: `${team.slug}-self-evaluation-${year}` }
}

/**
 * What was frozen of a contract, with its bytes. Throws a Refusal (404) where nothing was, or where the panel sent it back so
 * that the team writes it anew.
 */
export async function frozenAt(visit: Visit) {
  const { db } = visit
  const found = await contractAt(visit)
  const { id } = found.contract
  const course = (await coursesOf(db, [id])).get(id) ?? notBegun(id)
  const pack = isWithPanel(course.state) ? await frozenPackOf(db, id) : null
  const freeze = pack === null ? null : await findFreeze(db, pack.id)
  if (pack === null || freeze === null) throw new Refusal('Nothing of this year was given to a panel yet.', 404)
  return { ...found, pack, freeze }
}

/** Where the contract can be read, or null where the site does not know its own address. */
export const addressOf = ({ site, language }: Visit, { teamId, year }: Contract): string | null =>
  site.baseUrl === undefined ? null : new URL(addressIn(language, `/${teamId}/contract/${year}`), site.baseUrl).href
