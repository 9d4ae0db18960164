import { saveEngagements } from '#engagements/held/save-engagements.sql.ts'
import { append } from '#ledger/append.ts'
import type { Fact } from '#ledger/evidence.ts'
import type { Sql } from '#platform/database/database.ts'
import { addDays, instantAt, type Day } from '#platform/day.ts'
import { mondayOf } from './days.ts'
import { fictionalPersonOf } from './fictional-people.ts'
import type { Told } from './telling.ts'

/** Whose story was told, and what came of it. */
export type TeamTold = { readonly forceId: string; readonly teamId: string; readonly told: Told }

type Clock = { readonly timeZone: string; readonly now: Date }

/** Puts engagements where the program itself would have put them. */
export async function saveHeld(sql: Sql, told: readonly TeamTold[], clock: Clock): Promise<void> {
  await saveEngagements(
    sql,
    told.flatMap((each) =>
      each.told.held.map(({ engagement }) => ({
        engagement,
        at: recordedAt(engagement.heldOn, clock),
        by: fictionalPersonOf('pcso'),
      })),
    ),
  )
}

/** Whose evidence is recorded: after one instant and up to another, so that what else a year brings comes between. */
type Between = Clock & { readonly after: Date | null; readonly upTo: Date }

/** Puts evidence where the program itself would have put it, each week's on its Sunday evening. */
export async function recordTold(sql: Sql, told: readonly TeamTold[], between: Between): Promise<void> {
  for (const chain of chainsOf(told)) await recordChain(sql, chain, between)
}

type Chain = { readonly forceId: string; readonly teamId: string | null; readonly facts: readonly Fact[] }

/** The years of one team follow each other in one chain. */
function chainsOf(told: readonly TeamTold[]): Chain[] {
  const teams = [...new Set(told.map(({ teamId }) => teamId))].map((teamId) => {
    const own = told.filter((each) => each.teamId === teamId)
    return { forceId: own[0]?.forceId ?? '', teamId, facts: own.flatMap((each) => each.told.team) }
  })
  const forces = [...new Set(told.map(({ forceId }) => forceId))].map((forceId) => ({
    forceId,
    teamId: null,
    facts: told.filter((each) => each.forceId === forceId).flatMap((each) => each.told.force),
  }))
  return [...teams, ...forces]
}

async function recordChain(sql: Sql, { forceId, teamId, facts }: Chain, between: Between): Promise<void> {
  const inOrder = facts.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0))
  const weeks = Map.groupBy(inOrder, ({ happenedOn }) => mondayOf(happenedOn))
  const by = fictionalPersonOf(teamId === null ? 'force-lead' : 'sergeant')
  for (const [monday, entries] of weeks) {
    const at = recordedAt(monday, between)
    if (at > between.upTo || (between.after !== null && at <= between.after)) continue
    await append(sql, { forceId, teamId, timeZone: between.timeZone, at, by }, entries)
  }
}

/** The evening of the week's Sunday, or now where the week is not over. */
function recordedAt(d: Day, { timeZone, now }: Clock): Date {
  const evening = instantAt(addDays(mondayOf(d), 6), '23:55', timeZone)
  return evening < now ? evening : now
}
