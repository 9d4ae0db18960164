import type { Force } from '#areas/area.ts'
import { teamsOf } from '#areas/areas.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { contractsInForce, findContract } from '#contracts/contracts.sql.ts'
import { dayAt } from '#platform/day.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { CommitmentStanding, ContractStanding, PromiseStanding } from '#standings/contract-standing.ts'
import { publicStanding } from '#standings/public-standing.ts'
import { askedBy, placeAsked } from './asked.ts'
import type { Line } from './columns.ts'

/**
 * How each promise stands today, of the contracts in force; a team that has none in force shows its newest. The columns are
 * `standingColumns`. Throws a Refusal (404) where the force or team is not here.
 */
export async function standingLines(visit: Visit): Promise<Line[]> {
  const { db, now } = visit
  const { force, team } = await placeAsked(visit)
  const today = dayAt(now, force.timeZone)
  const [inForce, teams] = await Promise.all([contractsInForce(db, force.id, today), teamsOf(db, force.id)])
  const own = inForce.filter(({ teamId }) => team === null || teamId === team.id)
  const contracts = own.length > 0 || team === null ? own : [await findContract(db, team.id, null)]
  const standings = await Promise.all(
    contracts.flatMap((contract) => (contract === null ? [] : [standingOfContract(visit, force, contract)])),
  )
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]))
  const { base } = askedBy(visit)
  return standings.flatMap((shown) => linesOf(shown, nameOf.get(shown.contract.teamId) ?? '', base))
}

const standingOfContract = ({ db, now }: Visit, force: Force, contract: Contract) =>
  publicStanding(db, { contract, forceId: force.id, timeZone: force.timeZone, asAt: null, now })

/** The commitments first, each once however many standards it serves; then what the framework itself measures. */
function linesOf(shown: ContractStanding, teamName: string, base: string): Line[] {
  const { contract, standards, others, serviceStandards, asAt } = shown
  const [force = '', team = ''] = contract.teamId.split('/')
  const whose = { force, team, team_name: teamName, contract: contract.id }
  const when = { as_at: asAt, url: `${base}/${contract.teamId}/contract/${contract.year}` }
  const line = (promise: PromiseStanding, what: string, serves: readonly string[]): Line => {
    const named = { ref: promise.ref, what, standards: serves.join(' '), text: promise.text }
    return { ...whose, ...named, ...figuresOf(promise), ...when }
  }
  return [
    ...eachOnce([...standards.flatMap(({ commitments }) => commitments), ...others]).map((each) =>
      line(each, 'commitment', each.commitment.standards),
    ),
    ...standards.flatMap(({ id, measures }) => measures.map((measure) => line(measure, 'measure', [id]))),
    ...serviceStandards.map((each) => line(each, 'service standard', [])),
  ]
}

const eachOnce = (commitments: readonly CommitmentStanding[]): CommitmentStanding[] => [
  ...new Map(commitments.map((each) => [each.ref, each])).values(),
]

function figuresOf({ standing: told }: PromiseStanding): Line {
  return {
    standing: told.standing,
    value: told.value,
    unit: told.unit,
    target: told.target,
    numerator: told.numerator,
    denominator: told.denominator,
    period_from: told.period?.from ?? null,
    period_to: told.period?.to ?? null,
    next_due: told.nextDue,
    reason: told.reason,
  }
}
