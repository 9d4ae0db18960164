import type { Contract } from '#contracts/contract.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'

/** A contract that is not published yet, or null. */
export async function findDraft(sql: Sql, contractId: string): Promise<Contract | null> {
  const [row] = await sql<{ document: Contract }[]>`
    select document from contract_draft where contract_id = ${contractId}`
  return row?.document ?? null
}

type Made = { readonly follows: string | null; readonly at: Date; readonly by: string | null }

/** Keeps a draft; false where the team has a draft or a contract for the year. */
export async function addDraft(sql: Sql, contract: Contract, { follows, at, by }: Made): Promise<boolean> {
  const added = await sql`
    insert into contract_draft (contract_id, team_id, year, document, follows, made_at, made_by)
    select ${contract.id}, ${contract.teamId}, ${contract.year}, ${sql.json(contract as never)}, ${follows}, ${at}, ${by}
    where not exists (select from contract where id = ${contract.id})
    on conflict do nothing returning contract_id`
  return added.length > 0
}

/** The year of a team's newest draft, or null. */
export async function yearOfDraft(sql: Sql, teamId: string): Promise<number | null> {
  const [row] = await sql<{ year: number }[]>`
    select year from contract_draft where team_id = ${teamId} order by year desc limit 1`
  return row?.year ?? null
}

/** Writes a draft anew as somebody changed it; `named` are those it names whom nobody knew before, kept until it is published. */
export const rewriteDraft = (sql: Sql, contract: Contract, named: readonly Subject[]) => sql`
  update contract_draft set document = ${sql.json(contract as never)}, named = named || ${sql.json(named as never)}
  where contract_id = ${contract.id}`

/** Whom a draft names and nobody knew when it was written. */
export async function namedInDraft(sql: Sql, contractId: string): Promise<readonly Subject[]> {
  const [row] = await sql<{ named: Subject[] }[]>`select named from contract_draft where contract_id = ${contractId}`
  return row?.named ?? []
}

/** Notes on which day a draft was completed. */
export const completeDraft = (sql: Sql, contractId: string, on: Day) => sql`
  update contract_draft set document = jsonb_set(document, '{completedOn}', to_jsonb(${on}::text)) where contract_id = ${contractId}`

/** Takes a draft out, since what it said is published. */
export const removeDraft = (sql: Sql, contractId: string) =>
  sql`delete from contract_draft where contract_id = ${contractId}`
