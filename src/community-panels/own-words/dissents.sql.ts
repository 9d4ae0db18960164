import type { Sql } from '#platform/database/database.ts'

export type NewDissent = {
  readonly id: string
  readonly sittingId: string
  readonly contractId: string
  readonly memberId: string
  readonly words: string
}

/** Keeps a member’s own words; they may put them otherwise until somebody has decided on them, then false. */
export async function saveDissent(sql: Sql, dissent: NewDissent, at: Date): Promise<boolean> {
  const kept = await sql`
    insert into community_dissent (id, sitting_id, contract_id, member_id, words, given_at)
    values (${dissent.id}, ${dissent.sittingId}, ${dissent.contractId}, ${dissent.memberId}, ${dissent.words}, ${at})
    on conflict (sitting_id, contract_id, member_id) do update
    set words = excluded.words, given_at = excluded.given_at where community_dissent.decision is null
    returning id`
  return kept.length > 0
}

/** A member’s words, and what was decided of them; never whose they are. */
export type Dissent = {
  readonly id: string
  readonly contractId: string
  readonly words: string
  readonly decision: 'published' | 'refused' | null
  readonly reason: string
}

const dissents = (sql: Sql) => sql`
  select id, contract_id as "contractId", words, decision, reason from community_dissent`

/** What members of a sitting want to be read beside its outcomes. */
export const dissentsOf = (sql: Sql, sittingId: string) => sql<Dissent[]>`
  ${dissents(sql)} where sitting_id = ${sittingId} order by contract_id, given_at, id`

/** What is published of them beside one contract’s outcome. */
export const dissentPublished = (sql: Sql, sittingId: string, contractId: string) => sql<Dissent[]>`
  ${dissents(sql)} where sitting_id = ${sittingId} and contract_id = ${contractId} and decision = 'published'
  order by given_at, id`

/** A member’s own words on a contract, or null. */
export async function ownDissent(
  sql: Sql,
  { sittingId, contractId, memberId }: { sittingId: string; contractId: string; memberId: string },
): Promise<Dissent | null> {
  const [dissent] = await sql<Dissent[]>`
    ${dissents(sql)} where sitting_id = ${sittingId} and contract_id = ${contractId} and member_id = ${memberId}`
  return dissent ?? null
}

/** Keeps what was decided of a member’s words; false where it was decided before. */
export async function saveDecision(
  sql: Sql,
  of: { readonly sittingId: string; readonly id: string },
  { decision, reason }: { readonly decision: 'published' | 'refused'; readonly reason: string },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<boolean> {
  const decided = await sql`
    update community_dissent set decision = ${decision}, reason = ${reason}, decided_at = ${at}, decided_by = ${by}
    where id = ${of.id} and sitting_id = ${of.sittingId} and decision is null returning id`
  return decided.length > 0
}
