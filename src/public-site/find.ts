import type { Force, Team } from '#areas/area.ts'
import { findForce, findTeam } from '#areas/areas.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { findContract } from '#contracts/contracts.sql.ts'
import { addMonths, dayAt, parseDay, type Day } from '#platform/day.ts'
import { typed } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { contractAddress } from './addresses.ts'
import { Astray, type WayBack } from './astray.ts'

export type TeamFound = { readonly force: Force; readonly team: Team }
export type ContractFound = TeamFound & { readonly contract: Contract }

/** The force an address names. Throws an Astray (404) where there is none; likewise below. */
export async function forceOf({ db, params, language }: Visit): Promise<Force> {
  const id = param(params, 'force')
  const force = isId(id) ? await findForce(db, id) : null
  if (force) return force
  const say = sayIn(language)
  const everyTeam = { words: say.text`Find your team`, href: '/' }
  throw nowhere(say.text`There is no police force “${short(id)}” here.`, everyTeam)
}

/** The team an address names, with its force. */
export async function teamOf(visit: Visit): Promise<TeamFound> {
  const slug = param(visit.params, 'team')
  const asked = isId(slug) && isId(param(visit.params, 'force'))
  const [force, team] = await Promise.all([
    forceOf(visit),
    asked ? findTeam(visit.db, param(visit.params, 'force'), slug) : null,
  ])
  if (team) return { force, team }
  const say = sayIn(visit.language)
  throw nowhere(say.text`${force.name} has no team “${short(slug)}” here.`, wayTo(force, say))
}

/** The contract an address names by its year, with its team and force. */
export async function contractOf(visit: Visit): Promise<ContractFound> {
  const found = await teamOf(visit)
  return { ...found, contract: await contractOfTeam(visit, found) }
}

/** A team's contract of the year that an address names. */
export async function contractOfTeam({ db, params, language }: Visit, { team }: TeamFound): Promise<Contract> {
  const { year = '' } = params
  const contract = /^\d{4}$/.test(year) ? await findContract(db, team.id, Number(year)) : null
  if (contract) return contract
  const say = sayIn(language)
  throw nowhere(say.text`${team.name} has no contract for the year “${short(year)}”.`, wayToTeam(team, say))
}

/** A team's newest contract. */
export async function newestContractOf(visit: Visit): Promise<ContractFound> {
  const found = await teamOf(visit)
  const contract = await findContract(visit.db, found.team.id, null)
  if (contract) return { ...found, contract }
  const say = sayIn(visit.language)
  throw nowhere(say.text`${found.team.name} has no contract yet.`, wayToTeam(found.team, say))
}

/**
 * The day that was asked for, or null where none was. Throws an Astray (400) where it is no day, comes before 2000 or lies
 * more than ten years ahead.
 */
export function asAtOf({ query, now, language }: Visit, { force, contract }: ContractFound): Day | null {
  const given = typed(query, 'as-at').trim()
  if (given === '') return null
  const asked = parseDay(given)
  const say = sayIn(language)
  const wayBack = {
    words: say.text`See the contract as it stands`,
    href: contractAddress(contract.teamId, contract.year),
  }
  const refuse = (words: string) =>
    new Astray(words, { status: 400, title: 'This cannot be shown as at that day', wayBack })
  if (asked === null)
    throw refuse(say.text`“${short(given)}” is not a day. Write the year, the month and the day, such as 2020-03-31.`)
  if (asked < '2000-01-01')
    throw refuse(say.text`${asked} is too long ago: nothing is kept here from before the year 2000.`)
  if (asked > addMonths(dayAt(now, force.timeZone), 120)) throw refuse(say.text`${asked} is more than ten years ahead.`)
  return asked
}

/** What an address or a search named, short enough to be said again. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text).toWellFormed()

/** An Astray (404) that says what is not there. */
export const nowhere = (words: string, wayBack: WayBack): Astray =>
  new Astray(words, { status: 404, title: 'Page not found', wayBack })

const wayTo = (force: Force, say: Say): WayBack => ({
  words: say.text`See the teams of ${force.name}`,
  href: `/${force.id}`,
})

const wayToTeam = ({ id, name }: Team, say: Say): WayBack => ({ words: say.text`Go to ${name}`, href: `/${id}` })

const param = (params: Visit['params'], name: string): string => params[name] ?? ''

/** Whether force and team of an address could be ids at all. */
export const isTeamAddress = (params: Visit['params']): boolean =>
  isId(param(params, 'force')) && isId(param(params, 'team'))

/** Anything else, such as a null character, is no id and is not asked of the database. */
const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
