import { append } from '#ledger/append.ts'
import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { endKeeper, holdKeeping, insertKeeper, isKept, keepersGone, volunteersWithLogin } from './keepers.sql.ts'

/** Who decides on a team's page keeper, and when; null is the program itself. */
export type Assigner = {
  readonly personId: string | null
  readonly at: Date
  readonly forceId: string
  readonly teamId: string
  readonly timeZone: string
}

/**
 * Has a volunteer keep a team's pages (R34), with the evidence, in the caller's transaction; whoever kept them before keeps
 * them no more. Sent twice it is done once. Throws a Refusal (422) where the person is no volunteer of the team.
 */
export async function assignKeeper(
  sql: Sql,
  { id, personId }: { readonly id: string; readonly personId: string },
  assigner: Assigner,
): Promise<void> {
  const { at, teamId, timeZone, personId: by } = assigner
  await holdKeeping(sql, teamId)
  if (await isKept(sql, id)) return
  const volunteers = await volunteersWithLogin(sql, teamId)
  if (!volunteers.some((volunteer) => volunteer.id === personId))
    throw new Refusal('The pages are kept by a volunteer of the team who can sign in. Choose one from the list.')
  const today = dayAt(at, timeZone)
  await endKeeper(sql, teamId, today)
  await insertKeeper(sql, { id, teamId, personId, since: today, at, by })
  await state(sql, true, `page-keeper/${id}`, assigner)
  await audit(sql, { at, personId: by, verb: 'assign page keeper', about: `page-keeper:${id}` })
}

/** Ends the keeping of a team's pages with the evidence, in the caller's transaction; throws a Refusal (409) where nobody kept them. */
export async function endKeeping(sql: Sql, assigner: Assigner): Promise<void> {
  const { at, teamId, timeZone, personId } = assigner
  if (!(await endKeeper(sql, teamId, dayAt(at, timeZone)))) throw new Refusal('Nobody keeps these pages.', 409)
  await state(sql, false, `page-keeper/${teamId}`, assigner)
  await audit(sql, { at, personId, verb: 'end page keeper', about: `team:${teamId}` })
}

/** Volunteers who left keep no pages: the ledger says so; answers of how many teams. For a job of every day. */
export const endKeepersGone = (database: Database, at: Date): Promise<number> =>
  transaction(database, async (sql) => {
    const gone = await keepersGone(sql, at)
    for (const team of gone) await endKeeping(sql, { ...team, at, personId: null })
    return gone.length
  })

const state = (sql: Sql, assigned: boolean, source: string, { personId: by, ...recording }: Assigner) =>
  append(sql, { ...recording, by }, [
    {
      kind: 'page keeper assigned',
      happenedOn: dayAt(recording.at, recording.timeZone),
      facets: { assigned },
      source,
    },
  ])
