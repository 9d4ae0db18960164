import type { Sql } from '#platform/database/database.ts'

/** A sheet of paper that was keyed in; why it was taken out, or null where it counts. */
export type Sheet = {
  readonly voteId: string
  readonly sheet: number
  readonly withdrawnWhy: string | null
  readonly withdrawnAt: Date | null
}

const sheets = (sql: Sql) => sql`
  select id as "voteId", sheet, withdrawn_why as "withdrawnWhy", withdrawn_at as "withdrawnAt" from community_vote
  where sheet is not null`

/** The sheets on one contract of a sitting by number, those that were taken out before those that took their place. */
export const sheetsOn = (sql: Sql, sittingId: string, contractId: string) => sql<Sheet[]>`
  ${sheets(sql)} and sitting_id = ${sittingId} and contract_id = ${contractId} order by sheet, place`

type Of = { readonly sittingId: string; readonly contractId: string; readonly voteId: string }

/** One of them, or null. */
export async function findSheet(sql: Sql, { sittingId, contractId, voteId }: Of): Promise<Sheet | null> {
  const [sheet] = await sql<Sheet[]>`
    ${sheets(sql)} and sitting_id = ${sittingId} and contract_id = ${contractId} and id = ${voteId}`
  return sheet ?? null
}

type Withdrawn = { readonly at: Date; readonly by: string; readonly why: string }

/** Takes a sheet out; false where it was taken out before. */
export async function withdrawSheet(sql: Sql, voteId: string, { at, by, why }: Withdrawn): Promise<boolean> {
  const taken = await sql`
    update community_vote set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_why = ${why}
    where id = ${voteId} and withdrawn_at is null returning id`
  return taken.length > 0
}
