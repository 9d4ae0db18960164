import { contractsInForce } from '#contracts/contracts.sql.ts'
import type { Framework } from '#frameworks/framework.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import { kindsOfPromises, promisesOf } from './promises.ts'
import { answer, askFor, calendarsOf, type Held } from './stand.ts'
import type { Calendar } from './calendar.ts'
import type { Standing } from './standing.ts'
import { evidenceFor } from './standings.sql.ts'

/** Every team of a force as at a day, in one go: one reading of the ledger, however many teams. By contract, then by ref. */
export async function standForce(
  sql: Sql,
  forceId: string,
  frameworks: ReadonlyMap<string, Framework>,
  asAt: Day,
): Promise<Map<string, Map<string, Standing>>> {
  const held = (await contractsInForce(sql, forceId, asAt)).flatMap((contract): Held[] => {
    const framework = frameworks.get(contract.frameworkId)
    return framework ? [{ contract, framework, forceId }] : []
  })
  if (held.length === 0) return new Map()
  const promises = new Map(held.map((each) => [each.contract.id, promisesOf(each.contract, each.framework)]))
  const contracts = held.map(({ contract }) => contract)
  const teamIds = contracts.map(({ teamId }) => teamId)
  const asked = {
    ...askFor(contracts, asAt),
    chains: [...teamIds, forceId],
    kinds: kindsOfPromises([...promises.values()].flat()),
    knownAt: null,
  }
  const evidence = await evidenceFor(sql, asked)
  const subjects = await subjectsOf(sql, forceId, teamIds)
  const calendars = await calendarsOf(sql, teamIds, {
    from: asked.from,
    to: contracts
      .map(({ span }) => span.to)
      .sort()
      .at(-1) as Day,
  })
  const shared = evidence.get(forceId) ?? []
  return new Map(
    held.map((each) => {
      const { id, teamId } = each.contract
      const own = subjects.filter((subject) => subject.teamId === null || subject.teamId === teamId)
      const rows = [...(evidence.get(teamId) ?? []), ...shared]
      return [id, answer(each, promises.get(id) ?? [], asAt, rows, own, calendars.get(teamId) as Calendar)]
    }),
  )
}
